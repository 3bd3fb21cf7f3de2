import type { CellInput, CellStyle, SheetEdit } from "../../domain/edit";
import type { School } from "../../domain/school";
import { templateMarks, templateSheets } from "../../domain/template-stamp";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement, ValidationRule } from "../../definitions/definition";
import { marks } from "./entry-status";
import type { FormSheet } from "./form-sheet";

interface Line {
  readonly text: string;
  readonly style: CellStyle;
}

/** 填表说明: what is asked, in which unit, and which checks the numbers will meet. One cell a line, so that no reader takes it for a form. */
export function instructionSheet(
  definition: CompiledDefinition,
  school: School,
  sheets: readonly FormSheet[],
): SheetEdit {
  const lines: readonly Line[] = [
    { text: `${definition.source.title}填表说明`, style: "title" },
    { text: `${definition.source.period}，${school.name}（代码${school.code}）。`, style: "note" },
    { text: "一、没有数的格留空，数是零填 0，不适用填“—”：空白会被当作缺报，不会当作零。", style: "wrap" },
    { text: "二、只填黄色格，数字不带单位和说明；不要改动表头、工作表名称，不要增删列。", style: "wrap" },
    {
      text: `三、每行右边的“${templateMarks.check}”和“${templateSheets.selfCheck}”表随填随算：${marks.wrong} 不符要改，${marks.doubtful} 要核实，${marks.blank} 未填，${marks.fine} 没有问题；“${templateMarks.lastYear}”是上年报的数，只供对照，不会当作今年的数。`,
      style: "wrap",
    },
    { text: "四、每张表上方的“自查结果”显示可以上报了再交；表上的数一改，结果马上跟着变。", style: "wrap" },
    { text: "五、不要填写姓名、身份证号、电话：含个人信息的文件整份不收。", style: "wrap" },
    ...sheets.flatMap((sheet) => formLines(definition, sheet)),
  ];
  return {
    edit: "put-sheet",
    role: "instructions",
    name: "填表说明",
    tabColor: "#616161",
    columns: [{ width: 100, style: "wrap" }],
    rows: lines.map(({ text }): readonly CellInput[] => [{ text }]),
    rowStyles: lines.flatMap(({ style }, row) => (style === "wrap" ? [] : [{ row, style }])),
    cellStyles: [],
    merges: [],
    frozenRows: 0,
    frozenColumns: 0,
    validations: [],
    conditionalFormats: [],
    visibility: "visible",
  };
}

function formLines(definition: CompiledDefinition, { form, name }: FormSheet): readonly Line[] {
  const rules = definition.rules.filter(({ rule }) => rule.form === form.form.name);
  return [
    { text: `【${name}】`, style: "total" },
    ...form.elements.map(
      (element): Line => ({ text: `· ${element.name}：${elementText(definition, element)}`, style: "wrap" }),
    ),
    ...rules.map(({ rule }): Line => ({ text: ruleText(rule), style: "wrap" })),
  ];
}

function elementText(definition: CompiledDefinition, element: DataElement): string {
  const labels =
    element.codes === undefined ? [] : (definition.codes.get(element.codes) ?? []).map(({ label }) => label);
  const unit = element.filedIn ?? element.unit;
  const parts = [
    element.type,
    unit === undefined ? "" : `单位${unit}`,
    element.required ? "必填" : "",
    labels.length === 0 ? "" : `从中选一：${labels.join("、")}`,
    element.stockFlow === undefined ? "" : `${element.stockFlow}数`,
    element.blankMeans === "缺报" ? "" : `留空表示${element.blankMeans}`,
  ];
  return parts.filter((part) => part !== "").join("，");
}

const ruleText = ({ id, severity, says, instruction }: ValidationRule): string =>
  `  ${severity} ${id} ${says}。${instruction}`;
