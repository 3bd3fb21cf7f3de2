import { add, subtract, zero, type Exact } from "../../domain/exact";
import type { ComparableChange, MergedPart, SchoolPart } from "../../domain/comparable-change";
import type { CellInput, SheetEdit } from "../../domain/edit";
import type { Figure } from "../../domain/figure";
import type { Indicator } from "../../definitions/definition";
import { cellFormat, changeCell, exactCell } from "./figures-sheet";
import {
  firstDataRow,
  framedSheet,
  number,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
  type FramedColumn,
} from "./sheet-frame";
import { relative } from "./sheet-reference";
import { stampText, type WriteInput } from "./write-input";

const columns = [
  { header: "指标", width: 28 },
  { header: "组", width: 16 },
  { header: "单位", width: 8 },
  { header: "上年", width: 14 },
  { header: "本年", width: 14 },
  { header: "增减", width: 14 },
  { header: "可比校数", width: 10 },
  { header: "可比上年", width: 14 },
  { header: "可比本年", width: 14 },
  { header: "可比增减", width: 14 },
  { header: "新设", width: 12 },
  { header: "撤销", width: 12 },
  { header: "合并上年", width: 12 },
  { header: "合并本年", width: 12 },
  { header: "核对", width: 10 },
  { header: "新设学校", width: 28, style: "wrap" },
  { header: "撤销学校", width: 28, style: "wrap" },
  { header: "合并学校", width: 36, style: "wrap" },
] as const satisfies readonly FramedColumn[];
type Header = (typeof columns)[number]["header"];

const verdicts = { agreed: "一致", differing: "不一致", ratio: "不相加" } as const;

/**
 * 年际变动: what opening, closing and merging schools did to each figure against last year, and how it changed over the
 * schools that can be compared; undefined where there is nothing to compare.
 */
export function changesSheet(input: WriteInput): SheetEdit | undefined {
  const changes = [...input.figures.values()].flatMap((figure) => {
    const [change, compiled] = [
      input.comparableChanges.get(figure.key),
      input.definition.indicators.get(figure.indicator),
    ];
    return change && compiled ? [{ figure, change, indicator: compiled.indicator }] : [];
  });
  if (changes.length === 0) return undefined;
  return framedSheet({
    role: "chg",
    name: "年际变动",
    tabColor: tabColors.result,
    title: "年际变动",
    stamp: stampText(input),
    note: "上年＝可比上年＋撤销＋合并上年，本年＝可比本年＋新设＋合并本年，“核对”由 Excel 再加一遍。比率的各部分不能相加，只列校名。不是各校相加得出的数不列。",
    columns,
    rows: changes.map(({ figure, change, indicator }, index) =>
      changeRow(figure, change, indicator, firstDataRow + index),
    ),
    frozenColumns: 2,
    table: "t_chg",
    conditionalFormats: [differingFormat(changes.length)],
  });
}

function changeRow(
  { kind, unit, slice }: Figure,
  { indicator, lastYear, thisYear, continuing, opened, closed, merged }: ComparableChange,
  declared: Indicator,
  row: number,
): readonly FramedCell[] {
  const format = cellFormat(declared);
  const value = (amount: Exact | undefined): FramedCell => exactCell(amount, format);
  const [before, after] = [merged.map((one) => one.lastYear), merged.map((one) => one.thisYear)];
  return [
    text(indicator),
    optionalText(slice.map(({ member }) => member).join("，")),
    optionalText(unit),
    value(lastYear),
    value(thisYear),
    changeCell(subtract(thisYear, lastYear), kind, format),
    number(continuing.schools),
    value(continuing.lastYear),
    value(continuing.thisYear),
    changeCell(subtract(continuing.thisYear, continuing.lastYear), kind, format),
    value(total(opened.map((part) => part.value))),
    value(total(closed.map((part) => part.value))),
    value(total(before)),
    value(total(after)),
    kind === "量" ? checkCell(row) : styled(text(verdicts.ratio), "grey"),
    schoolsCell(opened),
    schoolsCell(closed),
    optionalText(merged.map(mergerText).join("；")),
  ];
}

/** Nothing where there is nothing to add: no school, or parts of a ratio. */
function total(parts: readonly (Exact | undefined)[]): Exact | undefined {
  const values = parts.flatMap((part) => part ?? []);
  return values.length === 0 ? undefined : values.reduce(add, zero);
}

const schoolsCell = (parts: readonly SchoolPart[]): CellInput =>
  optionalText(parts.map(({ school }) => school.name).join("、"));

const mergerText = ({ from, into }: MergedPart): string => `${from.map(({ name }) => name).join("、")}并入${into.name}`;

/** The parts of either year add up to it, within 1e-9 of it: then they add up to the change. */
function checkCell(row: number): CellInput {
  const cell = (header: Header): string => relative(row, columnOf(header));
  const addsUp = (whole: Header, parts: readonly Header[]): string =>
    `ABS(SUM(${parts.map(cell).join(",")})-${cell(whole)})<=MAX(1E-9*ABS(${cell(whole)}),1E-12)`;
  const then = addsUp("上年", ["可比上年", "撤销", "合并上年"]);
  const now = addsUp("本年", ["可比本年", "新设", "合并本年"]);
  return { formula: `=IF(AND(${then},${now}),"${verdicts.agreed}","${verdicts.differing}")` };
}

const columnOf = (header: Header): number => columns.findIndex((column) => column.header === header);

function differingFormat(rows: number): SheetEdit["conditionalFormats"][number] {
  const verdict = `$${relative(firstDataRow, columnOf("核对"))}`;
  return {
    range: { top: firstDataRow, left: 0, bottom: firstDataRow + rows - 1, right: columns.length - 1 },
    formula: `=${verdict}="${verdicts.differing}"`,
    style: "error",
  };
}
