import { readFile } from "node:fs/promises";
import { submissionsOf, writeSample } from "../sample-folder.mjs";
import { fileAll } from "./filings.mjs";
import { fileLastYear, schoolsLastYear } from "./last-year.mjs";
import { buildCity } from "./schools.mjs";
import { style, styleLastYear } from "./style.mjs";

/** A city whose schools file what the city's briefing tells, and filed last year what it compares with. */
export async function writeCity2021() {
  const schools = buildCity();
  const before = schoolsLastYear(schools);
  const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8"));
  await writeSample("city-2021", await submissionsOf(style, schools, fileAll(schools)), {
    schools,
    rosterColumns: [["隶属", "run"]],
    parameters,
    previous: {
      submissions: await submissionsOf(styleLastYear, before, fileLastYear(before)),
      schools: before,
      rosterColumns: [
        ["隶属", "run"],
        ["并入", "into"],
      ],
    },
  });
}
