import { type CellContent, uncalculated } from "../../domain/cell";
import type { IsDateStyle } from "./ooxml-styles";
import { isoSerial } from "./iso-serial";
import { cellText, isTrue } from "../files/xml-text";

/** Days between Excel's two calendars: workbooks from old Macs count from 1904. */
const daysTo1904 = 1462;

/** What all sheets of a workbook share. */
export interface BookContext {
  readonly strings: readonly string[];
  readonly isDateStyle: IsDateStyle;
  readonly counts1904: boolean;
}

/** A cell as the file has it. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly hasFormula: boolean;
  /** Text of its value; absent when the file states none. */
  readonly value?: string;
  readonly inline?: string;
}

/** What the cell holds. A formula gives its saved result; one whose result is "" shows nothing and is nothing. */
export function contentOf(cell: RawCell, book: BookContext): CellContent {
  const { value, inline } = cell;
  switch (cell.type) {
    case "inlineStr":
      return textOf(inline ?? value ?? "");
    case "str":
      return value === undefined && cell.hasFormula ? { error: uncalculated } : textOf(cellText(value ?? ""));
    case "s":
      return value === undefined ? null : sharedText(value, book.strings);
    case "e":
      return { error: value === undefined || value === "" ? unknownError : value };
    default:
      if (value === undefined || value.trim() === "") return cell.hasFormula ? { error: uncalculated } : null;
      return scalarOf(cell, value.trim(), book);
  }
}

const unknownError = "#ERROR!";
const textOf = (text: string): CellContent => (text === "" ? null : text);

function sharedText(value: string, strings: readonly string[]): CellContent {
  const text = strings[Number(value)];
  return text === undefined ? { error: unknownError } : textOf(text);
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;

function scalarOf({ type, style }: RawCell, value: string, { isDateStyle, counts1904 }: BookContext): CellContent {
  if (type === "b") return isTrue(value);
  if (type === "d") {
    const date = isoSerial(value);
    return date === undefined ? value : { date };
  }
  // A value that is no number is kept as it stands; what it meant is not for us to guess.
  if (!number.test(value) || !Number.isFinite(Number(value))) return value;
  const read = Number(value);
  return read >= 0 && isDateStyle(style) ? { date: read + (counts1904 ? daysTo1904 : 0) } : read;
}
