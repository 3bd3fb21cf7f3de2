import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { collect } from "../../src/core/collect/collect";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { dishonesties } from "./honest-collection";
import { definition, filedRows, schools } from "./odd-district";

/** One line of catalogue.json: what is odd about a workbook, and what is right all the same. */
interface OddWorkbook {
  readonly file: string;
  readonly odd: string;
  readonly unreadable?: string;
  /** Rows of each form as odd-district.ts draws them. */
  readonly readings?: Readonly<Record<string, readonly string[]>>;
  readonly findings?: readonly string[];
  readonly externalLinks?: boolean;
}

const folder = join(__dirname, "../fixtures/odd");
const catalogue = JSON.parse(readFileSync(join(folder, "catalogue.json"), "utf8")) as readonly OddWorkbook[];
const cases = catalogue.map((entry) => [entry.file, entry.odd, entry] as const);
const readable = cases.filter(([, , { unreadable }]) => unreadable === undefined);

const readingOf = (file: string) => readWorkbookFile(readFileSync(join(folder, file)), file);

it("the catalogue names every workbook of the corpus, and there are many", () => {
  const files = readdirSync(folder).filter((file) => file !== "catalogue.json");
  expect(files.sort()).toEqual(catalogue.map(({ file }) => file).sort());
  expect(files.length).toBeGreaterThanOrEqual(60);
});

it.each(cases.filter(([, , { unreadable }]) => unreadable !== undefined))(
  "%s (%s) is refused by name, and the others go through",
  (file, _odd, { unreadable }) => {
    const reading = readingOf(file);
    expect(reading).toMatchObject({ state: "unreadable", why: unreadable });
    const { findings, ledger, tables } = collect(definition, schools, [reading, readingOf("plain.xlsx")]);
    expect(findings.filter(({ code }) => code === "file-unreadable")).toMatchObject([{ file, severity: "error" }]);
    expect(ledger.find((account) => account.file === file)).toMatchObject({ state: "rejected", nonEmpty: 0 });
    expect(tables.get("在校生")?.rows.filter(({ filed }) => filed)).toHaveLength(2);
  },
);

it.each(readable)("%s (%s) gives the right data", (file, _odd, entry) => {
  const reading = readingOf(file);
  if (reading.state !== "read") throw new Error(reading.why);
  const collection = collect(definition, schools, [reading]);
  const read = Object.fromEntries(Object.keys(entry.readings ?? {}).map((form) => [form, filedRows(collection, form)]));
  expect(read).toEqual(entry.readings ?? {});
  expect(collection.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([...(entry.findings ?? [])]));
  expect(reading.workbook.hasExternalLinks ?? false).toBe(entry.externalLinks ?? false);
  expect(dishonesties(collection, reading.workbook)).toEqual([]);
});
