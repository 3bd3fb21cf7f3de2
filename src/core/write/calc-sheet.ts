import { toNumber, type Exact } from "../../domain/exact";
import type { CellInput, SheetEdit } from "../../domain/edit";
import type { Figure } from "../../domain/figure";
import { calcColumns, calcSheetName, partsOf, type CalcPart } from "./calc-places";
import type { PrintedPart, Route, SecondRoute, SingleReason } from "./second-route";
import { figureTitle } from "./figures-sheet";
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
import { absolute, relative } from "./sheet-reference";
import { stampText, type WriteInput } from "./write-input";

const columns: readonly FramedColumn[] = [
  { header: "代码", width: 24 },
  { header: "指标", width: 30 },
  { header: "部分", width: 8 },
  { header: "引擎值", width: 18 },
  { header: "公式值", width: 18 },
  { header: "差", width: 12 },
  { header: "结论", width: 10 },
  { header: "公式文本", width: 60, style: "grey" },
  { header: "校数", width: 8 },
];

const verdicts = { agreed: "一致", differing: "不一致", single: "单路", withheld: "暂缺" } as const;

const singleReasons: Readonly<Record<SingleReason, string>> = {
  "last-year-not-in-workbook": "上年各校的数不在本工作簿",
  "earlier-periods-not-in-workbook": "往期的数不在本工作簿",
  "no-such-cell": "用到的数在本工作簿里没有单元格",
  "too-long": "公式太长",
  "no-excel-form": "Excel 没有对应的写法",
  "schools-left-out": "有学校缺报、按规定略去，公式不能照样略去",
  "member-with-wildcards": "分组名称里有通配符",
  "field-not-compiled": "用到的派生字段不能写成公式",
};

/** 核算: every figure computed again by formulas over the data sheets, beside what the engine computed. */
export function calcSheet(input: WriteInput, route: SecondRoute): SheetEdit {
  const verdictRange = [
    absolute(firstDataRow, calcColumns.verdict),
    absolute(route.calc.lastRow, calcColumns.verdict),
  ].join(":");
  const counts = Object.values(verdicts).map((verdict) => `"${verdict}"&COUNTIFS(${verdictRange},"${verdict}")`);
  const groups = Array.from(
    { length: route.calc.groupCount },
    (_, index): FramedColumn => ({ header: `组${String(index + 1)}`, width: 12 }),
  );
  return framedSheet({
    role: "calc",
    name: calcSheetName,
    tabColor: tabColors.ground,
    title: "核算：公式重算与引擎的结果",
    stamp: stampText(input),
    note: { formula: `="公式值由 Excel 从数据表另算一遍。${ofLastYear(input)}"&${counts.join('&"，"&')}` },
    columns: [...columns, ...groups],
    rows: [...input.figures.values()].flatMap((figure) => figureRows(input, route, figure)),
    frozenColumns: 2,
    table: "t_calc",
    conditionalFormats: [verdictFormat(route)],
  });
}

const ofLastYear = ({ previous }: WriteInput): string =>
  previous ? "上期由上年报表算出，上年报表不在本工作簿，上期和用到上期的数不重算。" : "";

/** The verdict on a figure, for other sheets. */
export const verdictCell = ({ calc }: SecondRoute, { key }: Figure): CellInput => ({
  formula: `=${calc.cell(key, "值", calcColumns.verdict)}`,
});

function verdictFormat({ calc }: SecondRoute): SheetEdit["conditionalFormats"][number] {
  const column = calcColumns.verdict;
  return {
    range: { top: firstDataRow, left: 0, bottom: calc.lastRow, right: columns.length - 1 },
    formula: `=${absolute(firstDataRow, column).replace(/\$(\d+)$/u, "$1")}="${verdicts.differing}"`,
    style: "error",
  };
}

function figureRows(
  { definition }: WriteInput,
  second: SecondRoute,
  figure: Figure,
): readonly (readonly FramedCell[])[] {
  const route = second.routes.get(figure.key) ?? { route: "withheld" };
  return partsOf(definition, figure).map((part) => [
    text(figure.key),
    text(figureTitle(figure)),
    text(part),
    ...comparison(figure, part, route, second.calc.row(figure.key, part)),
    number(figure.coverage.counted),
    ...figure.slice.map(({ member }) => text(member)),
  ]);
}

const printedPart = (route: Route, part: CalcPart): PrintedPart | undefined =>
  route.route === "compared" ? route.parts.find((printed) => printed.part === part) : undefined;

/** 引擎值, 公式值, 差, 结论, 公式文本. */
function comparison(figure: Figure, part: CalcPart, route: Route, row: number): readonly FramedCell[] {
  const engine = engineCell(figure, part);
  switch (route.route) {
    case "withheld":
      return [null, null, null, styled(text(verdicts.withheld), "grey"), null];
    case "single":
      return [
        engine,
        styled(engine, "grey"),
        null,
        styled(text(verdicts.single), "grey"),
        text(`引擎值，不能在表内复算：${singleReasons[route.reason]}`),
      ];
    case "compared": {
      const formula = printedPart(route, part)?.formula ?? "";
      return [engine, { formula, format: "General" }, differenceCell(row), verdictFormula(row), text(formula)];
    }
  }
}

function engineCell({ value, numerator, denominator }: Figure, part: CalcPart): CellInput {
  if (part !== "值") return exactCell(part === "分子" ? numerator : denominator);
  switch (value.state) {
    case "number":
      return exactCell(value.value);
    case "list":
      return optionalText(value.items.join("、"));
    case "text":
      return text(value.text);
    case "boolean":
      return text(value.value ? "是" : "否");
    case "withheld":
      return null;
  }
}

const exactCell = (value: Exact | undefined): CellInput =>
  value === undefined ? null : { number: toNumber(value), format: "General" };

const differenceCell = (row: number): CellInput => {
  const [engine, formula] = [relative(row, calcColumns.engine), relative(row, calcColumns.formula)];
  return { formula: `=IF(AND(ISNUMBER(${engine}),ISNUMBER(${formula})),${formula}-${engine},"")`, format: "General" };
};

/** Numbers agree within 1e-9 of the engine's, texts when they are the same. */
function verdictFormula(row: number): CellInput {
  const [engine, formula] = [relative(row, calcColumns.engine), relative(row, calcColumns.formula)];
  const near = `ABS(${formula}-${engine})<=MAX(1E-9*ABS(${engine}),1E-12)`;
  const same = `IF(AND(ISNUMBER(${engine}),ISNUMBER(${formula})),${near},${formula}&""=${engine}&"")`;
  return { formula: `=IFERROR(IF(${same},"${verdicts.agreed}","${verdicts.differing}"),"${verdicts.differing}")` };
}
