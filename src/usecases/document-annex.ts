import type { DocumentAnnex, DocumentTable } from "../domain/document-table";
import { add, compare, zero, type Exact } from "../domain/exact";
import type { Figure } from "../domain/figure";
import type { DistrictReport } from "../core/build-report";
import { narrationOf } from "../core/narrate/narration";
import { figureTitle } from "../core/prove/figure-title";
import { clausesByFigure } from "./clauses-by-figure";
import { figurePrinter } from "./figure-printer";
import type { PreparedReport } from "./prepare-report";
import { printedFigure } from "./trace-proof";

type ToldReport = Pick<DistrictReport, "figures" | "narrative">;

/** What stands behind the text of a report: notes on its numbers, and the table of the figures it tells. */
export function documentAnnex({ definition, parameters }: PreparedReport, report: ToldReport): DocumentAnnex {
  const told = clausesByFigure(report.narrative);
  const figures = [...report.figures.values()].filter(({ key, kind }) => told.has(key) && kind !== "名单");
  const narration = narrationOf(definition, report.figures, parameters);
  const printer = figurePrinter(definition, report.figures, parameters);
  const value = (figure: Figure): Exact | undefined => printedFigure(narration, figure).value;
  return {
    notes: numbered([...roundingNotes([...report.figures.values()], value), ...coverageNotes(figures)]),
    tables: figures.length === 0 ? [] : [figureTable(figures, printer)],
  };
}

/** 注：one note stands alone, several are counted. */
const numbered = (notes: readonly string[]): readonly string[] =>
  notes.map((note, index) => `${index === 0 ? "注：" : ""}${notes.length > 1 ? `${String(index + 1)}.` : ""}${note}`);

function figureTable(figures: readonly Figure[], printer: ReturnType<typeof figurePrinter>): DocumentTable {
  return {
    title: "主要指标表",
    columns: [
      { header: "指标", share: 30, align: "left" },
      { header: "本期", share: 15, align: "right" },
      { header: "上年", share: 14, align: "right" },
      { header: "增减", share: 25, align: "left" },
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
    notes: ["注：“覆盖”为已报、应报学校数；××为还不能印的数。"],
  };
}

const notAdjusted = "部分数据因四舍五入的原因，存在总计与分项合计不等的情况。";

/** Parts are never forced to fit; it is said where they do not, though the numbers before rounding do. */
function roundingNotes(figures: readonly Figure[], printed: (figure: Figure) => Exact | undefined): readonly string[] {
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
  return [...parts.values()].some(isOff) ? [notAdjusted] : [];
}

const exactOf = ({ value }: Figure): Exact | undefined => (value.state === "number" ? value.value : undefined);

const sum = (values: readonly (Exact | undefined)[]): Exact | undefined =>
  values.reduce<Exact | undefined>((total, value) => total && value && add(total, value), zero);

function coverageNotes(figures: readonly Figure[]): readonly string[] {
  const partial = figures.filter((figure) => figure.partial && figure.value.state !== "withheld");
  if (partial.length === 0) return [];
  const each = partial.map(
    (figure) =>
      `${figureTitle(figure)}为${String(figure.coverage.expected)}所中${String(figure.coverage.counted)}所的数`,
  );
  return [`下列数含缺报：${each.join("；")}。`];
}
