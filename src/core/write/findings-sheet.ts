import { a1 } from "../../domain/cell";
import type { SheetEdit } from "../../domain/edit";
import type { Effect } from "../../domain/effect";
import type { Finding, Severity } from "../../domain/finding";
import type { DataSheetPlaces, SheetPlace } from "./data-sheet-places";
import {
  framedSheet,
  number,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
  type FramedColumn,
} from "./sheet-frame";
import { sheetReference } from "./sheet-reference";
import { allFindings, schoolNames, stampText, type WriteInput } from "./write-input";

const columns: readonly FramedColumn[] = [
  { header: "序号", width: 6 },
  { header: "级别", width: 8 },
  { header: "学校", width: 22 },
  { header: "单元格", width: 10 },
  { header: "问题", width: 48, style: "wrap" },
  { header: "建议", width: 36, style: "wrap" },
  { header: "实为", width: 16, style: "wrap" },
  { header: "应为", width: 16, style: "wrap" },
  { header: "差", width: 12 },
  { header: "句数", width: 8 },
  { header: "影响句", width: 18, style: "wrap" },
  { header: "像是", width: 30, style: "wrap" },
  { header: "状态", width: 10 },
  { header: "说明", width: 28, style: "wrap" },
  { header: "确认人", width: 10 },
  { header: "表", width: 12 },
  { header: "要素", width: 16 },
  { header: "规则", width: 10 },
  { header: "学校代码", width: 14 },
  { header: "源文件", width: 28 },
  { header: "源表", width: 14 },
];

const severities: Readonly<Record<Severity, { readonly rank: number; readonly cell: FramedCell }>> = {
  error: { rank: 0, cell: styled(text("错误"), "error") },
  warning: { rank: 1, cell: styled(text("警告"), "warning") },
  notice: { rank: 2, cell: text("提示") },
};

/** 校验结果: every finding with a way to the cell, gravest first and then by what hangs on it. Never cut off. */
export function findingsSheet(input: WriteInput, places: DataSheetPlaces): SheetEdit {
  const names = schoolNames(input);
  const findings = [...allFindings(input)].sort((a, b) => {
    const graver = severities[a.severity].rank - severities[b.severity].rank;
    return graver === 0 ? reach(input, b) - reach(input, a) : graver;
  });
  return framedSheet({
    role: "find",
    name: "校验结果",
    tabColor: tabColors.work,
    title: "校验结果",
    stamp: stampText(input),
    note: "点“单元格”跳到数据表；地址是学校原表里的。同一级别里影响句数多的在前，0句的改了也不影响任何一句，排在最后；空白的看不出影响。错误改正后重新运行，警告核实后说明。",
    columns,
    rows: findings.map((finding, index) => [
      number(index + 1),
      severities[finding.severity].cell,
      optionalText(finding.school === undefined ? undefined : (names.get(finding.school) ?? finding.school)),
      cellLink(finding, places, rowOf(input, places, finding)),
      text(finding.message),
      text(finding.instruction),
      optionalText(finding.found),
      optionalText(finding.expected),
      optionalText(finding.difference),
      ...effectCells(input.effects.get(finding)),
      optionalText(input.causes.get(finding)?.[0]?.says),
      stateCell(finding),
      optionalText(finding.explained?.reason),
      optionalText(finding.explained?.by),
      optionalText(finding.form),
      optionalText(finding.element),
      optionalText(finding.rule),
      optionalText(finding.school),
      optionalText(finding.at?.file ?? finding.file),
      optionalText(finding.at?.sheet),
    ]),
    frozenColumns: 3,
    table: "t_find",
  });
}

/** How many clauses hang on a finding. One nobody can weigh comes before those that change nothing. */
const reach = ({ effects }: WriteInput, finding: Finding): number => effects.get(finding)?.clauses.length ?? 0.5;

const mostClauses = 6;

function effectCells(effect: Effect | undefined): readonly FramedCell[] {
  if (!effect) return [null, null];
  const { clauses } = effect;
  const shown = clauses.slice(0, mostClauses).join("、");
  return [number(clauses.length), optionalText(clauses.length > mostClauses ? `${shown}等` : shown)];
}

const stateCell = ({ severity, explained }: Finding): FramedCell =>
  explained ? styled(text("已说明"), "ready") : optionalText(severity === "notice" ? undefined : "待处理");

/** Shows the school's cell and jumps to ours. Only what we made ourselves goes into the formula. */
function cellLink({ at }: Finding, places: DataSheetPlaces, row: SheetPlace | undefined): FramedCell {
  const place = (at && places.placeOf(at)) ?? row;
  const shown = at === undefined ? "整行" : a1(at.row, at.column);
  const name = [...places.sheets.values()].find(({ role }) => role === place?.role)?.name;
  if (place === undefined || name === undefined) return at === undefined ? null : text(shown);
  return { formula: `=HYPERLINK("#${sheetReference(name)}!${a1(place.row, place.column)}","${shown}")`, cached: shown };
}

/** The school's row of the form, for findings that no single collected cell stands for. */
function rowOf({ collection }: WriteInput, places: DataSheetPlaces, { form, school }: Finding): SheetPlace | undefined {
  if (form === undefined || school === undefined) return undefined;
  const row = collection.tables.get(form)?.rows.findIndex((candidate) => candidate.school.code === school) ?? -1;
  return row < 0 ? undefined : places.place(form, "学校代码", row);
}
