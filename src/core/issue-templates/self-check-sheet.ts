import { a1, columnLetters } from "../../domain/cell";
import type { CellInput, ConditionalFormat, SheetEdit } from "../../domain/edit";
import type { School } from "../../domain/school";
import { templateMarks, templateSheets } from "../../domain/template-stamp";
import type { CompiledDefinition, CompiledRule } from "../../definitions/compiled";
import { marks } from "./entry-status";
import { cellsAbout } from "./rule-verdict";
import { counts, workingCell, workingRange, type WorkingBlock, type WorkingPlan } from "./working-plan";
import { statusCount } from "./workings-sheet";

type Line = readonly CellInput[];

const columns = ["表", "规则", "级别", "核对什么", "结果", "看哪里", "怎么办"];
const headerRow = 3;
const verdictColumn = 4;

/** 自查: what every check of the workbook says right now, and what to do about it. */
export function selfCheckSheet(
  { source }: CompiledDefinition,
  school: School,
  plan: WorkingPlan,
  live: ReadonlySet<string>,
): SheetEdit {
  const blocks = [...plan.values()];
  const lines = [
    ...blocks.flatMap(entryLines),
    ...blocks.flatMap((block) =>
      block.rules.filter(({ rule }) => live.has(rule.id)).map((rule) => ruleLine(block, rule)),
    ),
    ...blocks.flatMap((block) =>
      block.rules.filter(({ rule }) => !live.has(rule.id)).map((rule) => bureauLine(block, rule)),
    ),
  ];
  const top = headerRow + 1;
  const verdicts = { top, bottom: top + lines.length - 1, left: verdictColumn, right: verdictColumn };
  const whole = { top: 1, bottom: 1, left: 0, right: columns.length - 1 };
  const when = (condition: string, style: ConditionalFormat["style"]): ConditionalFormat => ({
    range: verdicts,
    formula: `=${condition}`,
    style,
  });
  const [verdict, severity] = [`$${a1(top, verdictColumn)}`, `$${a1(top, 2)}`];
  return {
    edit: "put-sheet",
    role: "self-check",
    name: templateSheets.selfCheck,
    tabColor: "#C50F1F",
    columns: [14, 10, 8, 44, 16, 24, 56].map((width, column) => ({
      width,
      ...((column === 3 || column === 5 || column === 6) && { style: "wrap" as const }),
    })),
    rows: [
      [{ text: `自查：${source.title}　${school.name}` }],
      [{ text: templateMarks.verdict }, { formula: `=${counts.verdict}` }],
      [
        {
          text: "填一格算一格。不符的改好再交；要核实的属实就写情况说明；未判是还没填全；不涉及不用管；区里审核的交上去后由区里核对。",
        },
      ],
      columns.map((text) => ({ text })),
      ...lines,
    ],
    rowStyles: [
      { row: 0, style: "title" },
      { row: 1, style: "total" },
      { row: 2, style: "note" },
      { row: headerRow, style: "header" },
    ],
    cellStyles: [],
    merges: [],
    frozenRows: headerRow + 1,
    frozenColumns: 0,
    validations: [],
    conditionalFormats: [
      when(`AND(${verdict}="不符",${severity}<>"错误")`, "warning"),
      when(`OR(${verdict}="不符",LEFT(${verdict},2)="还有")`, "error"),
      when(`${verdict}="通过"`, "ready"),
      ...verdictFormats(whole),
    ],
    visibility: "visible",
  };
}

/** The line that says how the whole workbook stands: red, amber or green. */
export function verdictFormats(range: ConditionalFormat["range"]): readonly ConditionalFormat[] {
  const cell = `$B$${String(range.top + 1)}`;
  return [
    { range, formula: `=LEFT(${cell},2)="还有"`, style: "error" },
    { range, formula: `=LEFT(${cell},4)="没有不符"`, style: "warning" },
    { range, formula: `=LEFT(${cell},2)="自查"`, style: "ready" },
  ];
}

function entryLines(block: WorkingBlock): readonly Line[] {
  const { name } = block.sheet;
  const line = (says: string, mark: string, unit: string, instruction: string): Line => {
    const count = statusCount(block, mark);
    return [
      { text: name },
      { text: "填写" },
      { text: "错误" },
      { text: says },
      { formula: `=IF(${count}>0,"还有"&${count}&"${unit}","通过")` },
      { text: "校验列" },
      { text: instruction },
    ];
  };
  return [
    line("必填的格都填了", marks.blank, "格未填", `补上校验列里带${marks.blank}的格；是零填 0，不适用填“—”`),
    line("填的数、选项、日期都合要求", marks.wrong, "格不对", `改好校验列里带${marks.wrong}的格`),
  ];
}

function ruleLine(block: WorkingBlock, rule: CompiledRule): Line {
  const column = `rule:${rule.rule.id}` as const;
  const range = workingRange(block, column);
  const some = (verdict: string): string => `COUNTIF(${range},"${verdict}")>0`;
  const verdict =
    block.rows === 1
      ? workingCell(block, column, 0)
      : `IF(${some("不符")},"不符",IF(${some("未判")},"未判",IF(${some("通过")},"通过","不涉及")))`;
  return ruleCells(block, rule, { formula: `=${verdict}` });
}

const bureauLine = (block: WorkingBlock, rule: CompiledRule): Line => ruleCells(block, rule, { text: "区里审核" });

const ruleCells = (block: WorkingBlock, rule: CompiledRule, verdict: CellInput): Line => [
  { text: block.sheet.name },
  { text: rule.rule.id },
  { text: rule.rule.severity },
  { text: rule.rule.says },
  verdict,
  { text: whereText(block, rule) },
  { text: rule.rule.instruction },
];

const cellsShown = 4;

/** The cells a rule is about, or its columns in a form of several rows. */
function whereText({ sheet, rows }: WorkingBlock, { tree }: CompiledRule): string {
  const places = [...cellsAbout(tree, sheet)]
    .sort((a, b) => (a.top === b.top ? a.left - b.left : a.top - b.top))
    .map(({ top, left }) => (rows > 1 ? `${columnLetters(left)}列` : a1(top, left)));
  return `${places.slice(0, cellsShown).join("、")}${places.length > cellsShown ? "等" : ""}`;
}
