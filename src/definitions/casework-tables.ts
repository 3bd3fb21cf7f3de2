import type { Casework } from "../domain/casework";

/** One column of a casework sheet. Only columns that are for typing are read back. */
export interface CaseworkColumn<Key extends string = string> {
  readonly key: Key;
  /** Chinese header on the sheet. */
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** True where people type; the others only show. */
  readonly typed: boolean;
}

/** One sheet on which people put down what they decided. */
export interface CaseworkTable<Key extends string = string> {
  readonly part: keyof Casework;
  readonly role: string;
  readonly sheet: string;
  readonly columns: readonly CaseworkColumn<Key>[];
}

const typed = <Key extends string>(key: Key, header: string, width: number): CaseworkColumn<Key> => ({
  key,
  header,
  width,
  typed: true,
});
const shown = <Key extends string>(key: Key, header: string, width: number): CaseworkColumn<Key> => ({
  key,
  header,
  width,
  typed: false,
});
const table = <Key extends string>(
  part: keyof Casework,
  role: string,
  sheet: string,
  columns: readonly CaseworkColumn<Key>[],
): CaseworkTable<Key> => ({ part, role, sheet, columns });

/** Values stand in the unit the field is kept in, shown in 单位. */
export const correctionTable = table("corrections", "fix", "更正记录", [
  shown("number", "序号", 6),
  typed("school", "学校代码", 14),
  typed("name", "学校", 22),
  typed("form", "表", 14),
  typed("key", "行", 14),
  typed("element", "要素", 16),
  shown("cell", "单元格", 14),
  typed("was", "原值", 14),
  typed("now", "现值", 14),
  shown("unit", "单位", 8),
  shown("difference", "差值", 12),
  typed("reason", "原因", 30),
  typed("evidence", "依据", 20),
  typed("by", "确认人", 10),
  typed("at", "时间", 16),
  shown("state", "状态", 10),
]);

export const explanationTable = table("explanations", "explain", "情况说明", [
  shown("number", "序号", 6),
  typed("school", "学校代码", 14),
  typed("name", "学校", 22),
  typed("rule", "规则", 12),
  typed("element", "要素", 16),
  shown("says", "问题", 48),
  typed("reason", "原因", 36),
  typed("by", "确认人", 10),
  typed("at", "时间", 16),
  shown("state", "状态", 10),
]);

export const exemptionTable = table("exemptions", "exempt", "免报", [
  typed("school", "学校代码", 14),
  typed("name", "学校", 22),
  typed("form", "表", 16),
  typed("reason", "原因", 36),
  typed("by", "确认人", 10),
  shown("state", "状态", 10),
]);

export const spellingTable = table("spellings", "spell", "表头写法", [
  typed("form", "表", 16),
  typed("element", "要素", 18),
  typed("heading", "表头写法", 30),
  typed("by", "确认人", 10),
  typed("at", "时间", 16),
  typed("active", "启用", 6),
]);

export const acceptedTable = table("accepted", "accept", "采用", [
  typed("school", "学校代码", 14),
  typed("name", "学校", 22),
  typed("form", "表", 16),
  typed("file", "采用文件", 40),
]);

/** All of them, in the order they stand in a workbook. */
export const caseworkTables: readonly CaseworkTable[] = [
  correctionTable,
  explanationTable,
  exemptionTable,
  spellingTable,
  acceptedTable,
];
