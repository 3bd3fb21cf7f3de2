import { readFile } from "node:fs/promises";
import { submissionsOf, writeSample } from "../sample-folder.mjs";
import { fileAll } from "./filings.mjs";
import { buildCity } from "./schools.mjs";
import { style } from "./style.mjs";

/** A city whose schools file what the city's briefing tells. */
export async function writeCity2021() {
  const schools = buildCity();
  const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8"));
  await writeSample("city-2021", await submissionsOf(style, schools, fileAll(schools)), {
    schools,
    rosterColumns: [["隶属", "run"]],
    parameters,
  });
}
