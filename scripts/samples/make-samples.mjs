// Writes samples/wenshang-2022 and samples/wenshang-2022-dirty. Run twice, the bytes are the same.
// The dirty county has the roster and parameters of its base and lists in planted.json what is wrong with its files.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { buildCounty } from "./county.mjs";
import { fileAll } from "./filings.mjs";
import { parametersBook, rosterBook } from "./district-books.mjs";
import { plantErrors } from "./planted-errors.mjs";
import { sheetsOf, workbookBytes } from "./workbook.mjs";

const samples = new URL("../../samples/", import.meta.url);
const schools = buildCounty();
const { filings, populations } = fileAll(schools);
const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8")).map((row) =>
  row.name in populations ? { ...row, value: populations[row.name] } : row,
);

/** @param {Map<string, Uint8Array>} files */
async function writeSample(name, files, extra) {
  const folder = new URL(`${name}/`, samples);
  await rm(folder, { recursive: true, force: true });
  await mkdir(new URL("submissions/", folder), { recursive: true });
  for (const [file, bytes] of files) await writeFile(new URL(`submissions/${file}`, folder), bytes);
  for (const [file, content] of Object.entries(extra)) await writeFile(new URL(file, folder), content);
}

const fileName = (school) => `${school.name}.xlsx`;
const clean = new Map();
for (const school of schools) clean.set(fileName(school), await workbookBytes(sheetsOf(school, filings.get(school))));
await writeSample("wenshang-2022", clean, {
  "roster.xlsx": await rosterBook(schools),
  "parameters.xlsx": await parametersBook(parameters),
});

const { files, planted } = await plantErrors(schools, filings, clean);
await writeSample("wenshang-2022-dirty", files, {
  "planted.json": `${JSON.stringify({ base: "../wenshang-2022", planted }, undefined, 2)}\n`,
});
