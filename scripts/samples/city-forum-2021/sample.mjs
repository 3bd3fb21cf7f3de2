import { readFile } from "node:fs/promises";
import { submissionsOf, writeSample } from "../sample-folder.mjs";
import { fileAll } from "./filings.mjs";
import { buildCity } from "./schools.mjs";
import { style } from "./style.mjs";

/** A city whose schools file what its address to the forum tells. */
export async function writeCityForum2021() {
  const schools = buildCity();
  const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8"));
  await writeSample("city-forum-2021", await submissionsOf(style, schools, fileAll(schools)), {
    schools,
    rosterColumns: [["住宿", "boarding"]],
    parameters,
  });
}
