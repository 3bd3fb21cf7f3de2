import { compare } from "../domain/exact";
import type { Figure } from "../domain/figure";
import type { Parameter } from "../domain/parameter";
import { levelOfParameter, quantityOf, restingOn } from "../core/narrate/level";
import type { Narration } from "../core/narrate/narration";
import { numberText } from "../core/narrate/number-text";
import { slotText } from "../core/narrate/slot-text";
import type { CompiledDefinition } from "../definitions/compiled";
import { measureWords } from "../definitions/measure-words";
import { namedValues } from "../definitions/named-values";
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
  const { profile, codes } = definition.source;
  const narration: Narration = {
    definition,
    figures,
    named: namedValues(definition, figures, parameters),
    words: measureWords(codes),
    profile: { ...profile, coverageNote: false, mask: "无" },
  };
  const slot = ({ indicator, slice }: Figure, options: SlotOptions, period: readonly string[] = []): string => {
    const slices = [...slice.map(({ group, member }) => `${group}=${member}`), ...period];
    return slotText(narration, {
      part: "slot",
      refs: [{ name: indicator, slices }],
      options,
      text: "",
      at: { start: 0, end: 0 },
    }).text;
  };
  const against = (growth: boolean): SlotOptions => ({
    comparison: { word: "较", label: "上年", base: "上年", growth },
  });

  return {
    printed: (figure) => slot(figure, {}),
    lastYear(figure) {
      if (!figure.past.some(({ label }) => label === "上年")) return undefined;
      const printed = slot(figure, {}, ["上年"]);
      if (figure.value.state !== "number") return { printed };
      return {
        printed,
        change: slot(figure, against(false)),
        ...(figure.kind === "量" && { growth: slot(figure, against(true)) }),
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
