import { compare } from "../domain/exact";
import type { Figure } from "../domain/figure";
import type { Parameter } from "../domain/parameter";
import { figureText } from "../core/narrate/figure-text";
import { levelOfParameter, quantityOf, restingOn } from "../core/narrate/level";
import { narrationOf } from "../core/narrate/narration";
import { numberText } from "../core/narrate/number-text";
import type { CompiledDefinition } from "../definitions/compiled";
import type { SlotOptions } from "../definitions/template";
import type { FigureSummary } from "./pane-report";

/** Prints figures outside sentences exactly as sentences print them. */
export interface FigurePrinter {
  readonly printed: (figure: Figure) => string;
  readonly lastYear: (figure: Figure) => FigureSummary["lastYear"];
  readonly target: (figure: Figure) => FigureSummary["target"];
  readonly parameter: (parameter: Parameter) => string | undefined;
}

export function figurePrinter(
  definition: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
  parameters: readonly Parameter[],
): FigurePrinter {
  const narration = narrationOf(definition, figures, parameters);
  const against = (growth: boolean): SlotOptions => ({
    comparison: { word: "较", label: "上年", base: "上年", growth },
  });

  return {
    printed: (figure) => figureText(narration, figure),
    lastYear(figure) {
      if (!figure.past.some(({ label }) => label === "上年")) return undefined;
      const printed = figureText(narration, figure, {}, ["上年"]);
      if (figure.value.state !== "number") return { printed };
      return {
        printed,
        change: figureText(narration, figure, against(false)),
        ...(figure.kind === "量" && { growth: figureText(narration, figure, against(true)) }),
      };
    },
    target(figure) {
      const indicator = definition.indicators.get(figure.indicator)?.indicator;
      if (!figure.target || !indicator) return undefined;
      const { number, unit } = numberText(
        { ...quantityOf(narration, figure.slice, indicator, figure.target.value), lines: [] },
        {},
      );
      const printed = `${number}${unit}`;
      if (figure.value.state !== "number" || indicator.better === "中性") return { printed };
      const ahead = compare(figure.value.value, figure.target.value);
      return { printed, met: indicator.better === "升好" ? ahead >= 0 : ahead <= 0 };
    },
    parameter(row) {
      const level = levelOfParameter(narration, row);
      if (restingOn(level).withheld.length > 0) return undefined;
      if (level.content.type === "number") {
        const { number, unit } = numberText(level.content.quantity, {});
        return `${number}${unit}`;
      }
      return level.content.type === "text" ? level.content.text : undefined;
    },
  };
}
