import type { DocumentTable } from "../domain/document-table";
import { add, compare, zero, type Exact } from "../domain/exact";
import type { Figure } from "../domain/figure";
import type { DistrictReport } from "../core/build-report";
import { narrationOf } from "../core/narrate/narration";
import { figureTitle } from "../core/prove/figure-title";
import { clausesByFigure } from "./clauses-by-figure";
import { figurePrinter, type FigurePrinter } from "./figure-printer";
import type { PreparedReport } from "./prepare-report";
import { printedFigure } from "./trace-proof";

type ToldReport = Pick<DistrictReport, "figures" | "narrative">;

/** 附件 of a report: the table of the figures its text tells. Without any, nothing. */
export function documentAnnex(
  { definition, parameters }: PreparedReport,
  report: ToldReport,
): readonly DocumentTable[] {
  const told = clausesByFigure(report.narrative);
  const figures = [...report.figures.values()].filter(({ key, kind }) => told.has(key) && kind !== "名单");
  if (figures.length === 0) return [];
  const narration = narrationOf(definition, report.figures, parameters);
  const printer = figurePrinter(definition, report.figures, parameters);
  const isOff = partsOff([...report.figures.values()], (figure) => printedFigure(narration, figure).value);
  return [figureTable(figures, printer, isOff ? ["注：部分数据因四舍五入的原因，存在总计与分项合计不等的情况。"] : [])];
}

function figureTable(figures: readonly Figure[], printer: FigurePrinter, notes: readonly string[]): DocumentTable {
  return {
    title: "主要指标表",
    columns: [
      { header: "指标", share: 27, align: "left" },
      { header: "本期", share: 18, align: "right" },
      { header: "上年", share: 16, align: "right" },
      { header: "增减", share: 26, align: "left" },
      { header: "目标", share: 10, align: "right" },
      { header: "覆盖", share: 14, align: "right" },
    ],
    rows: figures.map((figure) => {
      const [lastYear, target] = [printer.lastYear(figure), printer.target(figure)];
      const { counted, expected } = figure.coverage;
      return [
        figureTitle(figure),
        printer.printed(figure),
        lastYear?.printed ?? "",
        lastYear?.change ?? "",
        target?.printed ?? "",
        expected > 0 ? `${String(counted)}/${String(expected)}` : "",
      ];
    }),
    notes,
  };
}

/** Whether parts, never forced to fit, differ from their whole as printed though they do not before rounding. */
function partsOff(figures: readonly Figure[], printed: (figure: Figure) => Exact | undefined): boolean {
  const wholes = new Map(figures.filter(({ slice }) => slice.length === 0).map((figure) => [figure.indicator, figure]));
  const parts = new Map<string, Figure[]>();
  for (const figure of figures) {
    const [only, ...others] = figure.slice;
    if (!only || others.length > 0) continue;
    const key = JSON.stringify([figure.indicator, only.group]);
    parts.set(key, [...(parts.get(key) ?? []), figure]);
  }
  const isOff = (own: readonly Figure[]): boolean => {
    const whole = wholes.get(own[0]?.indicator ?? "");
    if (!whole) return false;
    const before = sum(own.map(exactOf));
    const after = sum(own.map(printed));
    const [exact, shown] = [exactOf(whole), printed(whole)];
    if (!before || !after || !exact || !shown) return false;
    return compare(before, exact) === 0 && compare(after, shown) !== 0;
  };
  return [...parts.values()].some(isOff);
}

const exactOf = ({ value }: Figure): Exact | undefined => (value.state === "number" ? value.value : undefined);

const sum = (values: readonly (Exact | undefined)[]): Exact | undefined =>
  values.reduce<Exact | undefined>((total, value) => total && value && add(total, value), zero);
