import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { CellLook, CellValue, EngineCell, EngineInput, LookChange } from "./spreadsheet-engine";

// Univer's numbers for what it calls cell types and alignments.
const textType = 1;
const numberType = 2;
const booleanType = 3;
const forcedTextType = 4;
const horizontalCodes = { left: 1, center: 2, right: 3 } as const;
const verticalCodes = { top: 1, center: 2, bottom: 3 } as const;
const wrapCode = 3;

const errorTexts = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#CONNECT!",
  "#CYCLE!",
]);

const emptyCell: EngineCell = { value: null, isError: false, look: {} };

/** Univer's cell for an input; formula and value replace each other. */
export function univerCell(input: EngineInput | undefined): ICellData {
  if (input === undefined) return {};
  const style = input.look === undefined ? {} : { s: univerStyle(input.look) };
  if ("formula" in input) return { f: input.formula, v: null, t: null, p: null, si: null, ...style };
  return { v: univerValue(input.value), t: univerType(input), f: null, si: null, p: null, ...style };
}

function univerType({ value, isError }: { readonly value: CellValue; readonly isError?: boolean }) {
  switch (typeof value) {
    case "number":
      return numberType;
    case "boolean":
      return booleanType;
    case "string":
      // Univer takes ordinary text that looks like a number or an error for one.
      return isError !== true && (errorTexts.has(value) || !Number.isNaN(Number(value))) ? forcedTextType : textType;
    default:
      return null;
  }
}

const univerValue = (value: CellValue) => (typeof value === "boolean" ? Number(value) : value);

export function readCell(cell: Nullable<ICellData>, style: Nullable<IStyleData>): EngineCell {
  if (!cell) return emptyCell;
  const value = readValue(cell);
  const look = style ? readLook(style) : {};
  const isError = typeof value === "string" && cell.t !== forcedTextType && errorTexts.has(value);
  const formula = cell.f ?? undefined;
  return {
    value: value === "" && formula === undefined ? null : value,
    isError,
    look,
    ...(formula === undefined ? {} : { formula }),
  };
}

function readValue(cell: ICellData): CellValue {
  const rich = cell.p?.body?.dataStream;
  const value = cell.v ?? (rich === undefined ? null : rich.replace(/\r\n$/, ""));
  if (value === null) return null;
  switch (cell.t) {
    case booleanType:
      return value === 1 || value === true || value === "1" || value === "TRUE";
    case numberType:
      return Number(value);
    case textType:
    case forcedTextType:
      return String(value);
    default:
      return value;
  }
}

function readLook(style: IStyleData): CellLook {
  const look = {
    numberFormat: style.n?.pattern,
    fontName: style.ff,
    fontSize: style.fs,
    fontColor: style.cl?.rgb,
    bold: style.bl === 1 ? true : undefined,
    italic: style.it === 1 ? true : undefined,
    fill: style.bg?.rgb,
    wrap: style.tb === wrapCode ? true : undefined,
    horizontal: nameOf(horizontalCodes, style.ht),
    vertical: nameOf(verticalCodes, style.vt),
  };
  return Object.fromEntries(
    Object.entries(look).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}

function nameOf<Name extends string>(
  codes: Readonly<Record<Name, number>>,
  code: number | null | undefined | void,
): Name | undefined {
  return (Object.keys(codes) as Name[]).find((name) => codes[name] === code);
}

/** The part of Univer's style that a change of look sets; null removes the member from the cell's style. */
export function univerStyle(change: LookChange): Record<string, unknown> {
  const style: Record<string, unknown> = {};
  const put = <T>(member: string, value: T | null | undefined, write: (value: T) => unknown) => {
    if (value !== undefined) style[member] = value === null ? null : write(value);
  };
  put("n", change.numberFormat, (pattern) => (pattern === "General" ? null : { pattern }));
  put("ff", change.fontName, (name) => name);
  put("fs", change.fontSize, (size) => size);
  put("cl", change.fontColor, (rgb) => ({ rgb }));
  put("bl", change.bold, Number);
  put("it", change.italic, Number);
  put("bg", change.fill, (rgb) => ({ rgb }));
  put("tb", change.wrap, (wrap) => (wrap ? wrapCode : null));
  put("ht", change.horizontal, (side) => horizontalCodes[side]);
  put("vt", change.vertical, (side) => verticalCodes[side]);
  return style;
}
