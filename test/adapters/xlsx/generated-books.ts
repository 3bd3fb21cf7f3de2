import { write, type CellObject, type WorkSheet } from "@e965/xlsx";
import fc from "fast-check";
import { a1 } from "../../../src/domain/cell";
import type { CellInput } from "../../../src/domain/edit";
import type { CellRange } from "../../../src/domain/snapshot";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import {
  type GeneratedBook,
  day,
  format,
  grid,
  merges,
  number,
  sheetNames,
  text,
  visibility,
} from "./generated-values";
import { putSheet } from "./put-sheet";

const libraryCell: fc.Arbitrary<CellObject | undefined> = fc.oneof(
  fc.constant(undefined),
  text.map((v): CellObject => ({ t: "s", v })),
  fc.record({ t: fc.constant<"n">("n"), v: number, z: format }),
  fc.record({ t: fc.constant<"n">("n"), v: day, z: format }),
  fc.record({ t: fc.constant<"b">("b"), v: fc.boolean() }),
  fc.constantFrom(0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a).map((v): CellObject => ({ t: "e", v })),
  fc.record({ t: fc.constant<"n">("n"), v: fc.integer(), f: fc.constantFrom("SUM(A1:A9)", 'IF(A1<1,"&",2)') }),
  text.map((v): CellObject => ({ t: "s", v, f: 'A1&"<"' })),
);

function librarySheet(rows: readonly (readonly (CellObject | undefined)[])[], merged: readonly CellRange[]): WorkSheet {
  const cells = rows.flatMap((row, top) =>
    row.flatMap((cell, left): [string, CellObject][] => (cell ? [[a1(top, left), cell]] : [])),
  );
  return {
    ...Object.fromEntries(cells),
    "!ref": "A1:F6",
    "!merges": merged.map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } })),
  };
}

/** What the library writes, in one of the formats our own reader reads. */
export const libraryBook = (bookType: "xlsx" | "xlsm" | "ods"): fc.Arbitrary<GeneratedBook> =>
  sheetNames
    .chain((names) =>
      fc.record({
        sheets: fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), grid(libraryCell), merges, visibility))),
        bookSST: fc.boolean(),
        compression: fc.boolean(),
        date1904: fc.boolean(),
      }),
    )
    .map(({ sheets, bookSST, compression, date1904 }) => ({
      file: `library.${bookType}`,
      bytes: new Uint8Array(
        write(
          {
            SheetNames: sheets.map(([name]) => name),
            Sheets: Object.fromEntries(sheets.map(([name, rows, merged]) => [name, librarySheet(rows, merged)])),
            Workbook: {
              WBProps: { date1904 },
              Sheets: sheets.map(([name, , , hidden]) => ({ name, Hidden: hidden })),
            },
          },
          { type: "array", bookType, bookSST, compression },
        ) as ArrayBuffer,
      ),
    }));

const ownCell: fc.Arbitrary<CellInput> = fc.oneof(
  fc.constant(null),
  text.map((value) => ({ text: value })),
  fc.record({ number: fc.oneof(number, day), format }),
  fc.boolean().map((boolean) => ({ boolean })),
  fc.record({ formula: fc.constant("=SUM(A1:A9)"), cached: fc.oneof(fc.integer(), text) }),
  fc.constant({ formula: '=IF(A1<1,"&",2)' }),
);

/** What our own writer writes. */
export const ownBook = (): fc.Arbitrary<GeneratedBook> =>
  fc.record({ rows: grid(ownCell), merged: merges, hidden: fc.boolean() }).map(({ rows, merged, hidden }) => ({
    file: "own.xlsx",
    bytes: writeWorkbookFile([
      putSheet(rows, { merges: merged }),
      putSheet(rows, { name: "表2", visibility: hidden ? "very-hidden" : "visible" }),
    ]),
  }));
