import { toNumber } from "../../domain/exact";
import type { SheetEdit } from "../../domain/edit";
import { parameterKey, type Parameter } from "../../domain/parameter";
import {
  firstDataRow,
  framedSheet,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
  type FramedColumn,
} from "./sheet-frame";
import { absolute, sheetReference } from "./sheet-reference";
import { stampText, type WriteInput } from "./write-input";

const name = "参数";
const valueColumn = 6;

const columns: readonly FramedColumn[] = [
  { header: "键", width: 30, style: "grey" },
  { header: "用途", width: 8 },
  { header: "名称", width: 24 },
  { header: "键1", width: 12 },
  { header: "键2", width: 12 },
  { header: "期", width: 10 },
  { header: "值", width: 16 },
  { header: "单位", width: 8 },
  { header: "提出方", width: 12 },
  { header: "责任人", width: 12 },
  { header: "依据", width: 30, style: "wrap" },
];

/** 参数: every value that does not come from schools, as it was used. */
export const parametersSheet = (input: WriteInput): SheetEdit =>
  framedSheet({
    role: "par",
    name,
    tabColor: tabColors.input,
    title: "本次运行用到的参数",
    stamp: stampText(input),
    note: "目标、历史、人口、区域对照和局本级数据。空白的“值”要由责任人填写，填在参数文件里，再重新运行。",
    columns,
    rows: input.parameters.map((parameter) => parameterRow(parameter)),
    frozenColumns: 3,
    table: "t_par",
  });

/** The cell of a parameter's value, for formulas. `row` indexes the parameters of the run. */
export const parameterValueCell = (row: number): string =>
  `${sheetReference(name)}!${absolute(firstDataRow + row, valueColumn)}`;

const parameterRow = (parameter: Parameter): readonly FramedCell[] => [
  text(parameterKey(parameter)),
  text(parameter.use),
  text(parameter.name),
  optionalText(parameter.key1),
  optionalText(parameter.key2),
  optionalText(parameter.period),
  valueCell(parameter),
  optionalText(parameter.unit),
  optionalText(parameter.setBy),
  optionalText(parameter.owner),
  optionalText(parameter.source),
];

function valueCell({ value }: Parameter): FramedCell {
  if (value === undefined) return styled(null, "waiting");
  if (value.type === "text") return text(value.value);
  return { number: toNumber(value.value), format: value.asEntered.endsWith("%") ? "0.00##%" : "General" };
}
