// The county of the work report, and the same county with errors planted in some of its files. The dirty county has the
// roster and parameters of its base and lists in planted.json what is wrong with its files.
import { readFile } from "node:fs/promises";
import { submissionsOf, writeSample } from "../sample-folder.mjs";
import { buildCounty } from "./county.mjs";
import { fileAll } from "./filings.mjs";
import { plantErrors } from "./planted-errors.mjs";
import { style } from "./style.mjs";

const rosterColumns = [
  ["县属", "county"],
  ["中心校", "central"],
];

export async function writeWenshang() {
  const schools = buildCounty();
  const { filings, populations } = fileAll(schools);
  const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8")).map((row) =>
    row.name in populations ? { ...row, value: populations[row.name] } : row,
  );
  const clean = await submissionsOf(style, schools, filings);
  await writeSample("wenshang-2022", clean, { schools, rosterColumns, parameters });
  const { files, planted } = await plantErrors(schools, filings, clean);
  await writeSample("wenshang-2022-dirty", files, {}, { base: "../wenshang-2022", planted });
}
