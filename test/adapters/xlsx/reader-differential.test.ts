import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { a1, type CellContent, uncalculated } from "../../../src/domain/cell";
import type { SheetSnapshot, UnreadableFile } from "../../../src/domain/snapshot";
import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { libraryBook, ownBook } from "./generated-books";
import type { GeneratedBook } from "./generated-values";
import { libraryReading } from "./library-reading";
import { rawBook } from "./raw-book";

/** `DIFFERENTIAL=all` reads every sample, and many more generated workbooks. */
const isWhole = process.env["DIFFERENTIAL"] === "all";
const everyNth = isWhole ? 1 : 5;
const generated = isWhole ? 500 : 50;
const root = join(__dirname, "../../..");

type Format = "ooxml" | "ods";
const formatOf = (file: string): Format => (/\.f?ods$/u.test(file) ? "ods" : "ooxml");

/** Why our reader is right where the library says otherwise, by kind of cell. */
const otherCells: readonly {
  readonly why: string;
  readonly format?: Format;
  readonly holds: (theirs: CellContent, ours: CellContent) => boolean;
}[] = [
  {
    why: "a formula whose result was never saved is no blank",
    holds: (theirs, ours) => theirs === null && errorIn(ours) === uncalculated,
  },
  {
    why: "a formula that shows an error gave that error, and no text",
    format: "ods",
    holds: (theirs, ours) => typeof theirs === "string" && errorIn(ours) === theirs,
  },
];

/** What the library loses of a text, and why it should not. */
const otherTexts: readonly {
  readonly why: string;
  readonly format: Format;
  readonly lost: (text: string) => string;
}[] = [
  {
    why: "`&amp;amp;` is `&amp;`: references are resolved once",
    format: "ooxml",
    lost: (text) => text.replaceAll("&#65;", "A").replaceAll("&amp;", "&"),
  },
  {
    why: "`_x000D_` before a line end is a character of the text",
    format: "ooxml",
    lost: (text) => text.replaceAll("\r\n", "\n"),
  },
  {
    why: "`_x0041_` is an escape of the Office formats, and plain text in OpenDocument",
    format: "ods",
    lost: (text) => text.replaceAll("_x0041_", "A").replaceAll("_x000d_", "\r"),
  },
  {
    why: "an empty paragraph before the first word is a line of the text",
    format: "ods",
    lost: (text) => text.replace(/^\n+/u, ""),
  },
];

const errorIn = (cell: CellContent): string | undefined =>
  typeof cell === "object" && cell !== null && "error" in cell ? cell.error : undefined;

const used = new Set<string>();

function isExplained(theirs: CellContent, ours: CellContent, format: Format): boolean {
  const cell = otherCells.find((other) => (other.format ?? format) === format && other.holds(theirs, ours));
  const texts = otherTexts.filter((other) => other.format === format);
  const whys = cell ? [cell.why] : typeof ours === "string" ? whysOfText(theirs ?? "", ours, texts) : undefined;
  whys?.forEach((why) => used.add(why));
  return whys !== undefined;
}

/** Which of the losses, one after another, make our text theirs; undefined when none do. */
function whysOfText(theirs: CellContent, ours: string, losses: typeof otherTexts): readonly string[] | undefined {
  if (ours === theirs) return [];
  const [first, ...others] = losses;
  if (!first) return undefined;
  const without = whysOfText(theirs, ours, others);
  if (without) return without;
  const whys = whysOfText(theirs, first.lost(ours), others);
  return whys && [first.why, ...whys];
}

/** The library takes the name of an OpenDocument table as it is spelled. */
const spelledName = (name: string, format: Format): string =>
  format === "ods" ? name.replace(/[&<>"']/gu, (character) => `&${references.get(character) ?? ""};`) : name;
const references: ReadonlyMap<string, string> = new Map([["&", "amp"], ["<", "lt"], [">", "gt"], ['"', "quot"], ["'", "apos"]]); // prettier-ignore

function* sheetDifferences(theirs: SheetSnapshot, ours: SheetSnapshot, format: Format): Generator<string> {
  const said = (where: string, one: unknown, other: unknown): string =>
    `${ours.name}${where}: the library ${JSON.stringify(one)}, we ${JSON.stringify(other)}`;
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  if (theirs.name !== spelledName(ours.name, format)) yield said(" name", theirs.name, ours.name);
  for (const key of ["visibility", "merges"] as const)
    if (!isSame(theirs[key], ours[key])) yield said(` ${key}`, theirs[key], ours[key]);
  for (let row = 0; row < Math.max(theirs.rows.length, ours.rows.length); row += 1) {
    const [one = [], other = []] = [theirs.rows[row], ours.rows[row]];
    for (let column = 0; column < Math.max(one.length, other.length); column += 1) {
      const [library, own] = [one[column] ?? null, other[column] ?? null];
      if (!isSame(library, own) && !isExplained(library, own, format)) yield said(`!${a1(row, column)}`, library, own);
    }
  }
}

function readWeSay(why: UnreadableFile): string {
  return `the library reads it, we say ${why}`;
}

/** Everything on which the two readers differ and of which no table of kinds says why. */
function differences(bytes: Uint8Array, file: string): readonly string[] {
  const theirs = libraryReading(bytes);
  const reading = readWorkbookFile(bytes, file);
  const ours = reading.state === "read" ? reading.workbook.sheets : reading.why;
  if (typeof ours === "string") return typeof theirs === "string" ? [] : [readWeSay(ours)];
  if (typeof theirs === "string") return [`the library says ${theirs}, we read it`];
  if (theirs.length !== ours.length) return [`the library has ${String(theirs.length)} sheets`];
  return ours.flatMap((sheet, index) => [...sheetDifferences(theirs[index] ?? sheet, sheet, formatOf(file))]);
}

/** Files on which the readers differ in more than the kinds above: on what, and why ours is right. */
const otherFiles: readonly (readonly [path: string, difference: string, why: string])[] = [
  ["test/fixtures/odd/cut-part.xlsx", readWeSay("truncated"), "a sheet that ends in the middle has lost rows"],
  ["test/fixtures/odd/one-byte.xlsx", readWeSay("truncated"), "its check number says that a byte has changed"],
  ["test/fixtures/odd/two-of-a-part.xlsx", readWeSay("truncated"), "of two parts of one name programs read different ones"], // prettier-ignore
  ["test/fixtures/odd/empty.xlsx", readWeSay("not-a-workbook"), "a file of no bytes is no workbook of one empty sheet"],
  ["test/fixtures/odd/portable.xlsx", readWeSay("not-a-workbook"), "a PDF is no table of its own source"],
  ["samples/wenshang-2022-dirty/submissions/汶上县尚书路小学.xlsx", readWeSay("not-a-workbook"), "so is this one"],
  ["test/fixtures/odd/libreoffice-hidden-form.ods", '表1 在校生 visibility: the library "visible", we "hidden"', "the library does not look at the style that hides a table"], // prettier-ignore
];
const otherOf = (path: string): readonly string[] =>
  otherFiles.filter(([other]) => other === path).map(([, difference]) => difference);

const filesOf = (folder: string, every = 1): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => /\.(?:xlsx|xlsm|ods|fods)$/u.test(file))
    .filter((file, index) => index % every === 0 || otherOf(`${folder}/${file}`).length > 0)
    .map((file) => `${folder}/${file}`);

// The library complains aloud of number formats it does not know.
beforeAll(() => {
  for (const method of ["error", "warn", "log"] as const) jest.spyOn(console, method).mockImplementation();
});
afterAll(() => {
  jest.restoreAllMocks();
});

describe("our reader of .xlsx and .ods reads what the library reads", () => {
  it.each<[what: string, paths: readonly string[]]>([
    ["odd workbooks", filesOf("test/fixtures/odd")],
    ["workbooks of a county", filesOf("samples/wenshang-2022/submissions", everyNth)],
    ["workbooks with planted faults", filesOf("samples/wenshang-2022-dirty/submissions", everyNth)],
  ])(
    "in %s",
    (_what, paths) => {
      for (const path of paths) {
        const found = differences(new Uint8Array(readFileSync(join(root, path))), path);
        expect([path, ...found]).toEqual([path, ...otherOf(path)]);
      }
    },
    120_000,
  );

  it.each([
    ["the library writes as .xlsx", libraryBook("xlsx")],
    ["the library writes as .xlsm", libraryBook("xlsm")],
    ["the library writes as .ods", libraryBook("ods")],
    ["we write", ownBook()],
    ["neither of the two would write", rawBook()],
  ])(
    "in generated workbooks that %s",
    async (_what, books) => {
      const found: string[] = [];
      for (const { file, bytes } of fc.sample<GeneratedBook>(books, { seed: 2022, numRuns: generated }))
        found.push(...differences(await bytes, file));
      expect(found).toEqual([]);
    },
    120_000,
  );

  it("and every reason for a difference is still needed", () => {
    expect([...used].sort()).toEqual([...otherCells, ...otherTexts].map(({ why }) => why).sort());
  });
});
