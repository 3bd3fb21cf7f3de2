import { figureKey, type SliceMember } from "../domain/figure";
import type { Indicator } from "./definition";

/** The key of the figure of one slice of an indicator. */
export const sliceKey = ({ name, groupBy }: Indicator, slice: readonly SliceMember[]): string =>
  figureKey(
    name,
    groupBy.map((group) => slice.find((one) => one.group === group)?.member),
  );
