import { decimalText, exactText, type Exact } from "../../domain/exact";

const mostPlaces = 10;

/** `12.5`, `0.6666666667…`: the dots say that there is more. */
export function shortText(value: Exact): string {
  const text = decimalText(value, mostPlaces);
  return exactText(value) === text ? text : `${text}…`;
}
