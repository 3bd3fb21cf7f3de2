import type { CellInput } from "../../domain/edit";
import { utf8Bytes } from "./payload";

/** Whole rows as Excel takes them. Formulas are left out: they go in when every sheet stands. */
export interface CellBlock {
  readonly top: number;
  readonly values: readonly (readonly (string | number | boolean)[])[];
  readonly formats: readonly (readonly string[])[];
  readonly bytes: number;
}

const blockLimit = 1_000_000;
const textFormat = "@";
const generalFormat = "General";

/** Cuts the rows of a sheet into blocks of at most about a megabyte; ragged rows are filled up to `width`. */
export function cellBlocks(rows: readonly (readonly CellInput[])[], width: number): readonly CellBlock[] {
  const blocks: { top: number; values: (string | number | boolean)[][]; formats: string[][]; bytes: number }[] = [];
  rows.forEach((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? null);
    const [values, formats] = [cells.map(enteredValue), cells.map(formatOf)];
    const bytes = utf8Bytes(JSON.stringify([values, formats]));
    const last = blocks.at(-1);
    if (last && last.bytes + bytes <= blockLimit) {
      last.values.push(values);
      last.formats.push(formats);
      last.bytes += bytes;
    } else blocks.push({ top: index, values: [values], formats: [formats], bytes });
  });
  return blocks;
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

function formatOf(input: CellInput): string {
  if (input === null || "boolean" in input) return generalFormat;
  return "text" in input ? textFormat : (input.format ?? generalFormat);
}
