import { type Exact, one } from "../../domain/exact";
import type { DataElement } from "../../definitions/definition";
import { isNumeric } from "./reading";
import { conversion, parseUnit } from "./unit";

/**
 * What a number of a column is multiplied by to be kept in the element's unit. A unit in the heading counts first, then the
 * one unit of its kind in the sheet's 单位 line, then what the definition says schools write.
 * Undefined when the heading states a unit that cannot become the element's.
 */
export function elementFactor(
  element: DataElement,
  inHeading: string | undefined,
  inLine: readonly string[],
): Exact | undefined {
  if (!isNumeric(element) || element.unit === undefined) return one;
  const kept = parseUnit(element.unit);
  if (inHeading !== undefined) return conversion(parseUnit(inHeading), kept);
  const fitting = inLine.map(parseUnit).filter(({ base }) => base === kept.base);
  const filed = fitting.length === 1 && fitting[0] ? fitting[0] : parseUnit(element.filedIn ?? element.unit);
  return conversion(filed, kept);
}
