import type { Figure, WithheldReason } from "../../domain/figure";
import type { School } from "../../domain/school";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { TableCell } from "./changed-collection";
import type { KnownFigures } from "./recomputation";

/**
 * Figures of the world in which one school alone owes forms, without computing them. A figure that may not be told
 * incomplete (待补) waits for a school's blank row whatever the other rows hold, so the run has said already which wait.
 * Figures told incomplete, or made of figures, have to be computed.
 */
export function awaiting(
  { source, indicators }: CompiledDefinition,
  asFound: ReadonlyMap<string, Figure>,
  settled: ReadonlyMap<string, Figure>,
): (school: School, owed: readonly TableCell[]) => KnownFigures {
  const [found, complete] = [byIndicator(asFound), byIndicator(settled)];
  const fields = new Set(source.elements.map(({ form, name }) => `${form}\u0000${name}`));
  return (school, owed) => {
    const forms = new Set(owed.map(({ form }) => form));
    // A blank of the roster is not the form's.
    const isOwed = ({ form, column }: Extract<WithheldReason, { why: "missing" }>): boolean =>
      forms.has(form) && (fields.has(`${form}\u0000${column}`) || school.attributes[column] !== undefined);
    return (indicator) => {
      const compiled = indicators.get(indicator);
      const [waiting, ready] = [found.get(indicator), complete.get(indicator)];
      if (!compiled || !waiting || !ready || compiled.indicator.ifMissing !== "待补") return undefined;
      if (compiled.uses.some((name) => indicators.has(name)) || waiting.length !== ready.length) return undefined;
      if (waiting.some(({ key }, place) => ready[place]?.key !== key)) return undefined;
      return ready.map((figure, place) => {
        const { value } = waiting[place] ?? figure;
        const reasons = (value.state === "withheld" ? value.reasons : []).filter(
          (reason) => reason.why === "missing" && reason.schools.includes(school.code) && isOwed(reason),
        );
        return reasons.length === 0 ? figure : { ...figure, value: { state: "withheld", reasons } };
      });
    };
  };
}

function byIndicator(figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures.values()) {
    const known = groups.get(figure.indicator);
    if (known) known.push(figure);
    else groups.set(figure.indicator, [figure]);
  }
  return groups;
}
