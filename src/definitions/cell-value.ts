import type { CellContent } from "../domain/cell";
import type { CellInput } from "../domain/edit";
import { isoDay } from "../domain/iso-day";
import type { CellShape } from "./definition-tables";

export const isBlankCell = (cell: CellContent | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");

/** What a cell says as a value of the JSON form (`undefined` when blank), or why it cannot. */
export type CellValue = { readonly value: unknown } | { readonly fault: string };

export function readCell(cell: CellContent | undefined, shape: CellShape): CellValue {
  if (cell === undefined || cell === null || isBlankCell(cell)) return { value: undefined };
  if (typeof cell !== "object") {
    if (typeof cell !== "boolean") return { value: written(cell, shape) };
    return shape === "flag" ? { value: cell } : { fault: "这一格是逻辑值。→ 把单元格格式设为“文本”再输入" };
  }
  if ("error" in cell) return { fault: `这一格是 Excel 的错误值 ${cell.error}。→ 把单元格格式设为“文本”再输入` };
  if (shape === "day") return { value: isoDay(cell.date).slice(5) };
  if (shape === "moment") return { value: isoMoment(cell.date) };
  return { fault: "这一格被 Excel 变成了日期。→ 把单元格格式设为“文本”再输入" };
}

function written(cell: string | number, shape: CellShape): unknown {
  const text = String(cell);
  switch (shape) {
    case "text":
    case "day":
      return text;
    case "value":
      return cell;
    case "number":
      return typeof cell === "number" ? cell : numberOf(text.trim());
    case "flag":
      return flags.get(text.trim()) ?? cell;
    case "join":
      return text.trim() === noJoin ? "" : text;
    case "list":
      return listOf(text);
    case "binds":
      return bindsOf(text);
    case "moment":
      return momentOf(text.trim());
  }
}

/** The cell a value of the JSON form is written into; `readCell` reads it back. */
export function cellOf(value: unknown, shape: CellShape): CellInput {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : { text: value.map(String).join(";") };
  if (typeof value === "boolean") return { text: value ? "是" : "否" };
  if (typeof value === "number") return { number: value };
  if (typeof value === "object" && value !== null) return bindsCell(Object.entries(value));
  if (value === "") return shape === "join" ? { text: noJoin } : null;
  return { text: String(value) };
}

/** Written where clauses are joined by nothing; a blank cell would mean the default. */
const noJoin = "无";

const flags = new Map([
  ["是", true],
  ["否", false],
]);

/** `0.65`, `65%`; any other text stays as it is, for the schema to refuse. */
function numberOf(text: string): number | string {
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/u.exec(text) ?? [];
  if (digits === undefined) return text;
  return percent === "%" ? Number(`${digits}e-2`) : Number(digits);
}

/** Values of a cell that holds several, separated by `;`. */
const listOf = (text: string): readonly string[] =>
  text
    .split(/[;；]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** `男=男生;女=女生`. A part that is no pair, or a name given twice, leaves the text for the schema to refuse. */
function bindsOf(text: string): unknown {
  const pairs = listOf(text).map((entry) => entry.split(/[=＝]/u).map((part) => part.trim()));
  const binds = new Map(pairs.map(([name = "", own = ""]) => [name, own]));
  const isWhole = pairs.every((pair) => pair.length === 2) && binds.size === pairs.length;
  return isWhole ? Object.fromEntries(binds) : text;
}

const bindsCell = (pairs: readonly (readonly [string, unknown])[]): CellInput =>
  pairs.length === 0 ? null : { text: pairs.map(([name, own]) => `${name}=${String(own)}`).join(";") };

const dayEnd = "T23:59";
const minutesOfDay = 1440;

/** A day alone is all of that day. */
function isoMoment(serial: number): string {
  const minutes = Math.round(serial * minutesOfDay);
  const ofDay = minutes % minutesOfDay;
  const clock = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return isoDay(Math.floor(minutes / minutesOfDay)) + (ofDay === 0 ? dayEnd : `T${clock}`);
}

const momentOf = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text + dayEnd : text.replace(/^(\S+)\s+(\S+)$/u, "$1T$2");
