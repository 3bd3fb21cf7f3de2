import type { RoundingMode } from "../../domain/exact";
import type { SlotOptions } from "../../definitions/template";

export type Hedge = NonNullable<SlotOptions["approximation"]>;

interface HedgeWord {
  /** Which way the number is rounded, so that the word is true of what is printed. */
  readonly rounding: Extract<RoundingMode, "up" | "down">;
  /** Before the number, between the number and its unit, or after the unit. */
  readonly place: "before" | "inside" | "after";
  /** Said of an exact number too; the others only where something was cut. */
  readonly always: boolean;
}

export const hedgeWords: Readonly<Record<Hedge, HedgeWord>> = {
  多: { rounding: "down", place: "inside", always: false },
  余: { rounding: "down", place: "inside", always: false },
  近: { rounding: "up", place: "before", always: false },
  以上: { rounding: "down", place: "after", always: true },
  至少: { rounding: "down", place: "before", always: true },
  不少于: { rounding: "down", place: "before", always: true },
  以下: { rounding: "up", place: "after", always: true },
  以内: { rounding: "up", place: "after", always: true },
  不超过: { rounding: "up", place: "before", always: true },
};

/** The word of a hedge where it stands at `place`, else nothing. `cut`: the printed number is not the exact one. */
export function hedgeAt(place: HedgeWord["place"], hedge: Hedge | undefined, cut: boolean): string {
  if (hedge === undefined || hedgeWords[hedge].place !== place) return "";
  return cut || hedgeWords[hedge].always ? hedge : "";
}
