import type { Figure } from "../../domain/figure";

/** `公办率（小学）`. */
export function figureTitle({ indicator, slice }: Figure): string {
  const members = slice.map(({ member }) => member).join("、");
  return members === "" ? indicator : `${indicator}（${members}）`;
}
