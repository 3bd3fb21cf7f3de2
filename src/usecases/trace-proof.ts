import { compare } from "../domain/exact";
import type { Benchmark, Figure } from "../domain/figure";
import type { Parameter } from "../domain/parameter";
import type { ProofComparison } from "../domain/proof";
import { districtOf } from "../core/aggregate/district";
import type { DistrictReport } from "../core/build-report";
import { figureText } from "../core/narrate/figure-text";
import { quantityOf } from "../core/narrate/level";
import { narrationOf, type Narration } from "../core/narrate/narration";
import { numberText } from "../core/narrate/number-text";
import type { PrintedFigure, ProofSubject } from "../core/prove/proof-subject";
import type { CompiledDefinition } from "../definitions/compiled";
import { figurePrinter, type FigurePrinter } from "./figure-printer";

/** A report with everything a proof of its figures asks for. */
export function proofSubject(
  definition: CompiledDefinition,
  {
    collection,
    confrontation,
    figures,
    lastYear,
  }: Pick<DistrictReport, "collection" | "confrontation" | "figures" | "lastYear">,
  parameters: readonly Parameter[],
): ProofSubject {
  const narration = narrationOf(definition, figures, parameters);
  const printer = figurePrinter(definition, figures, parameters);
  const { scope } = districtOf(definition, collection, { blocked: confrontation.blocked, lastYear }, narration.named);
  return {
    definition,
    collection,
    findings: [...collection.findings, ...confrontation.findings],
    figures,
    scope,
    printed: (figure) => printedFigure(narration, figure),
    comparisons: (figure) => [
      ...figure.past.map((past) => pastComparison(narration, figure, past)),
      ...targetComparison(figure, printer),
    ],
  };
}

/** A figure as printed on its own, and the number those words mean. */
export function printedFigure(narration: Narration, figure: Figure): PrintedFigure {
  const text = figureText(narration, figure);
  const indicator = narration.definition.indicators.get(figure.indicator)?.indicator;
  if (!indicator || figure.value.state !== "number") return { text };
  const { printed } = numberText(quantityOf(narration, figure.slice, indicator, figure.value.value), {});
  return { text, value: printed };
}

function pastComparison(narration: Narration, figure: Figure, { label, setBy, source }: Benchmark): ProofComparison {
  const from = [setBy, source].filter((part) => part !== undefined).join("，");
  return {
    label,
    printed: figureText(narration, figure, {}, [label]),
    ...(figure.value.state === "number" && {
      says: figureText(narration, figure, { comparison: { word: "较", label, base: label, growth: false } }),
    }),
    ...(from !== "" && { source: from }),
  };
}

function targetComparison(figure: Figure, printer: FigurePrinter): readonly ProofComparison[] {
  const target = printer.target(figure);
  if (!figure.target || !target) return [];
  const { setBy, source, value } = figure.target;
  const from = [setBy, source].filter((part) => part !== undefined).join("，");
  const beside = figure.value.state === "number" ? compare(figure.value.value, value) : undefined;
  return [
    {
      label: "目标",
      printed: target.printed,
      ...(beside !== undefined && { says: beside > 0 ? "高于目标" : beside < 0 ? "低于目标" : "等于目标" }),
      ...(from !== "" && { source: from }),
    },
  ];
}
