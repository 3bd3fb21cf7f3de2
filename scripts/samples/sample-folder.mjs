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
 * Writes samples/<name> anew: submissions/, and roster.xlsx, parameters.xlsx and last year's submissions and roster
 * under previous/ where they are given. Run twice, the bytes are the same.
 * @param {string} name
 * @param {Map<string, Uint8Array>} submissions
 * @param {Roster & { parameters?: readonly object[], previous?: Roster & { submissions: Map<string, Uint8Array> } }} district
 * @param {object} [planted] what is wrong with the files, on purpose
 */
export async function writeSample(name, submissions, { parameters, previous, ...roster }, planted) {
  const folder = new URL(`${name}/`, samples);
  await rm(folder, { recursive: true, force: true });
  await writeSubmissions(folder, submissions, roster);
  if (parameters) await writeFile(new URL("parameters.xlsx", folder), await parametersBook(parameters));
  if (previous) await writeSubmissions(new URL("previous/", folder), previous.submissions, previous);
  if (planted) await writeFile(new URL("planted.json", folder), `${JSON.stringify(planted, undefined, 2)}\n`);
}

/** @typedef {{ schools?: readonly object[], rosterColumns?: readonly [string, string][] }} Roster */

/** @param {Roster} roster */
async function writeSubmissions(folder, submissions, { schools, rosterColumns }) {
  await mkdir(new URL("submissions/", folder), { recursive: true });
  for (const [file, bytes] of submissions) await writeFile(new URL(`submissions/${file}`, folder), bytes);
  if (schools) await writeFile(new URL("roster.xlsx", folder), await rosterBook(schools, rosterColumns));
}
