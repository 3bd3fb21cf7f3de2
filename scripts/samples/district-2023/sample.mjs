import { readFile } from "node:fs/promises";
import { submissionsOf, writeSample } from "../sample-folder.mjs";
import { fileAll } from "./filings.mjs";
import { buildDistrict } from "./schools.mjs";
import { style } from "./style.mjs";

/** The district of the work summary. */
export async function writeDistrict2023() {
  const schools = buildDistrict();
  const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8"));
  await writeSample("district-2023", await submissionsOf(style, schools, fileAll(schools)), { schools, parameters });
}
