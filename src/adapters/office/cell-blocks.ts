import type { CellInput } from "../../domain/edit";
import { utf8Bytes } from "./payload";
import { rectanglesOf, type Rectangle } from "./rectangles";

/** Whole rows as Excel takes them. Formulas are left out: they go in when every sheet stands. */
export interface CellBlock {
  readonly top: number;
  readonly values: readonly (readonly (string | number | boolean)[])[];
  readonly bytes: number;
}

const blockLimit = 1_000_000;
const textFormat = "@";
const generalFormat = "General";

/** Cuts the rows of a sheet into blocks of at most about a megabyte; ragged rows are filled up to `width`. */
export function cellBlocks(rows: readonly (readonly CellInput[])[], width: number): readonly CellBlock[] {
  const blocks: { top: number; values: (string | number | boolean)[][]; bytes: number }[] = [];
  rows.forEach((row, index) => {
    const values = Array.from({ length: width }, (_, column) => enteredValue(row[column] ?? null));
    const bytes = utf8Bytes(JSON.stringify(values));
    const last = blocks.at(-1);
    if (last && last.bytes + bytes <= blockLimit) {
      last.values.push(values);
      last.bytes += bytes;
    } else blocks.push({ top: index, values: [values], bytes });
  });
  return blocks;
}

/** Areas of one number format. A blank cell goes with the cell above it, so that a column is one area, gaps and all. */
export function numberFormats(rows: readonly (readonly CellInput[])[], width: number): readonly Rectangle<string>[] {
  const above = new Array<string>(width).fill(generalFormat);
  const formats = rows.map((row) =>
    Array.from(
      { length: width },
      (_, column) => (above[column] = formatOf(row[column] ?? null) ?? above[column] ?? generalFormat),
    ),
  );
  return rectanglesOf(rows.length, width, (row, column) => formats[row]?.[column]).filter(
    ({ key }) => key !== generalFormat,
  );
}

function enteredValue(input: CellInput): string | number | boolean {
  if (input === null || "formula" in input) return "";
  if ("text" in input) return enteredText(input.text);
  return "number" in input ? input.number : input.boolean;
}

/**
 * The cell's text format keeps Excel from reading text as a number or a formula. The apostrophe, which Excel takes
 * off, also keeps a formula's first character harmless when somebody changes the format and presses Enter.
 */
const enteredText = (text: string): string => (/^[=+\-@']/.test(text) ? `'${text}` : text);

function formatOf(input: CellInput): string | undefined {
  if (input === null) return undefined;
  if ("boolean" in input) return generalFormat;
  return "text" in input ? textFormat : (input.format ?? generalFormat);
}
