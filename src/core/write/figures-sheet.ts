import { compare, divide, multiply, integer, subtract, toNumber, type Exact } from "../../domain/exact";
import type { CellInput, SheetEdit } from "../../domain/edit";
import type { Figure, FigureKind } from "../../domain/figure";
import type { Clause, Narrative } from "../../domain/narrative";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { Indicator } from "../../definitions/definition";
import { framedSheet, optionalText, styled, tabColors, text, type FramedCell, type FramedColumn } from "./sheet-frame";
import { withheldTexts } from "./withheld-text";
import { schoolNames, stampText, type WriteInput } from "./write-input";

const columns: readonly FramedColumn[] = [
  { header: "代码", width: 12 },
  { header: "指标", width: 30 },
  { header: "口径", width: 28, style: "wrap" },
  { header: "单位", width: 8 },
  { header: "本期", width: 16 },
  { header: "上期", width: 16 },
  { header: "增减", width: 16 },
  { header: "增幅", width: 10 },
  { header: "目标", width: 12 },
  { header: "达标", width: 8 },
  { header: "差距", width: 14 },
  { header: "分子", width: 14 },
  { header: "分母", width: 14 },
  { header: "覆盖", width: 10 },
  { header: "状态", width: 30, style: "wrap" },
  { header: "打印值", width: 20, style: "wrap" },
  { header: "出现在", width: 18, style: "wrap" },
  { header: "核算", width: 10 },
];

/** 指标汇总: every figure unrounded, beside its past, its target, its totals and where it is printed. */
export function figuresSheet(input: WriteInput, verdictOf: (figure: Figure) => CellInput): SheetEdit {
  const names = schoolNames(input);
  const printed = printedFigures(input.narrative);
  return framedSheet({
    role: "fig",
    name: "指标汇总",
    tabColor: tabColors.result,
    title: "指标汇总",
    stamp: stampText(input),
    note: "一个数一行，未修约；格式只影响显示。比率由总数相除，不由各校平均。",
    columns,
    rows: [...input.figures.values()].map((figure) => [
      ...figureCells(figure, indicatorOf(input.definition, figure), names),
      optionalText([...(printed.get(figure.key)?.texts ?? [])].join("；")),
      optionalText([...(printed.get(figure.key)?.clauses ?? [])].join("、")),
      verdictOf(figure),
    ]),
    frozenColumns: 2,
    table: "t_fig",
  });
}

function indicatorOf(definition: CompiledDefinition, figure: Figure): Indicator {
  const compiled = definition.indicators.get(figure.indicator);
  if (!compiled) throw new Error(`the figure ${figure.key} belongs to no indicator of the definition`);
  return compiled.indicator;
}

function figureCells(figure: Figure, indicator: Indicator, names: ReadonlyMap<string, string>): readonly FramedCell[] {
  const format = cellFormat(indicator);
  const value = figure.value.state === "number" ? figure.value.value : undefined;
  // The totals of a withheld figure lack schools: shown, they would be copied.
  const isTold = figure.value.state !== "withheld";
  const before = figure.past.find(({ label }) => label === "上年")?.value;
  const change = value && before ? subtract(value, before) : undefined;
  const growth = change && before && hasGrowth(figure.kind) ? divide(change, before) : undefined;
  const target = figure.target?.value;
  const gap = value && target ? subtract(target, value) : undefined;
  const met = value && target ? metText(value, target, indicator.better) : undefined;
  return [
    text(indicator.id),
    text(figureTitle(figure)),
    optionalText(indicator.definition),
    optionalText(figure.unit),
    valueCell(figure, format),
    exactCell(before, format),
    changeCell(change, figure.kind, format),
    exactCell(growth, "0.00%"),
    exactCell(target, format),
    optionalText(met),
    changeCell(gap, figure.kind, format),
    exactCell(isTold ? figure.numerator : undefined, "General"),
    exactCell(isTold ? figure.denominator : undefined, "General"),
    figure.coverage.expected === 0
      ? null
      : text(`${String(figure.coverage.counted)}/${String(figure.coverage.expected)}`),
    stateCell(figure, names),
  ];
}

/** `公办率`, `公办率（小学）`. */
export const figureTitle = ({ indicator, slice }: Figure): string =>
  slice.length === 0 ? indicator : `${indicator}（${slice.map(({ member }) => member).join("，")}）`;

/** Table cells always show the decimals that text may drop. */
export const cellFormat = ({ format }: Indicator): string => format.replaceAll("#", "0");

export function valueCell({ value }: Figure, format: string): FramedCell {
  switch (value.state) {
    case "number":
      return exactCell(value.value, format);
    case "list":
      return text(value.items.join("、"));
    case "text":
      return text(value.text);
    case "boolean":
      return text(value.value ? "是" : "否");
    case "withheld":
      return styled(text("××"), "grey");
  }
}

export const exactCell = (value: Exact | undefined, format: string): FramedCell =>
  value === undefined ? null : { number: toNumber(value), format };

/** A difference of two percentages is points; one of two bare ratios (生师比) is a ratio. */
export function changeCell(change: Exact | undefined, kind: FigureKind, format: string): FramedCell {
  if (change === undefined) return null;
  const [amount, places] =
    kind === "率" && format.endsWith("%") ? [multiply(change, integer(100)), '0.00"个百分点"'] : [change, format];
  return { number: toNumber(amount), format: `+${places};-${places};${places}` };
}

const hasGrowth = (kind: FigureKind): boolean => kind === "量" || kind === "均值";

/** Compared unrounded: 4.196 does not reach 4.2. */
function metText(value: Exact, target: Exact, better: Indicator["better"]): string | undefined {
  if (better === "中性") return undefined;
  const order = compare(value, target);
  return (better === "升好" ? order >= 0 : order <= 0) ? "是" : "否";
}

function stateCell({ value, partial }: Figure, names: ReadonlyMap<string, string>): FramedCell {
  if (value.state === "withheld") return styled(text(withheldTexts(value.reasons, names)), "waiting");
  return partial ? styled(text("含缺报"), "warning") : text("可用");
}

interface Printed {
  readonly texts: Set<string>;
  readonly clauses: Set<string>;
}

/** Where each figure is printed, and as what when it stands alone. */
function printedFigures({ blocks }: Narrative): ReadonlyMap<string, Printed> {
  const printed = new Map<string, Printed>();
  const clauses: readonly Clause[] = blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
  for (const { id, spans } of clauses)
    for (const span of spans)
      for (const key of span.type === "slot" ? span.figures : []) {
        const entry = printed.get(key) ?? { texts: new Set(), clauses: new Set() };
        printed.set(key, entry);
        entry.clauses.add(id);
        if (span.type === "slot" && span.figures.length === 1 && span.parameters.length === 0)
          entry.texts.add(span.text);
      }
  return printed;
}
