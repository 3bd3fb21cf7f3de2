import { mkdir, rm, writeFile } from "node:fs/promises";
import { parametersBook, rosterBook } from "./district-books.mjs";
import { sheetsOf, workbookBytes } from "./workbook.mjs";

const samples = new URL("../../samples/", import.meta.url);

/**
 * One workbook per school, by file name.
 * @param {import("./workbook.mjs").Style} style
 * @param {readonly { name: string }[]} schools
 * @param {Map<object, Record<string, unknown>>} filings what each school fills in: a card is one object, a record form
 *   a list; keys are element names
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function submissionsOf(style, schools, filings) {
  const files = new Map();
  for (const school of schools)
    files.set(`${school.name}.xlsx`, await workbookBytes(sheetsOf(style, school, filings.get(school))));
  return files;
}

/**
 * Writes samples/<name> anew: submissions/, and roster.xlsx and parameters.xlsx where they are given. Run twice, the
 * bytes are the same.
 * @param {string} name
 * @param {Map<string, Uint8Array>} submissions
 * @param {{ schools?: readonly object[], rosterColumns?: readonly [string, string][], parameters?: readonly object[] }} district
 * @param {object} [planted] what is wrong with the files, on purpose
 */
export async function writeSample(name, submissions, { schools, rosterColumns, parameters }, planted) {
  const folder = new URL(`${name}/`, samples);
  await rm(folder, { recursive: true, force: true });
  await mkdir(new URL("submissions/", folder), { recursive: true });
  for (const [file, bytes] of submissions) await writeFile(new URL(`submissions/${file}`, folder), bytes);
  if (schools) await writeFile(new URL("roster.xlsx", folder), await rosterBook(schools, rosterColumns));
  if (parameters) await writeFile(new URL("parameters.xlsx", folder), await parametersBook(parameters));
  if (planted) await writeFile(new URL("planted.json", folder), `${JSON.stringify(planted, undefined, 2)}\n`);
}
