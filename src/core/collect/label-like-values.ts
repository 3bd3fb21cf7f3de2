import type { Code, DataElement } from "../../definitions/definition";
import { isInWords, labelPaths, labelTest } from "./card-labels";
import { codeMeant } from "./reading";
import type { Place, SheetGrid } from "./sheet-grid";
import { headingText } from "./unit";

export const placeKey = ({ row, column }: Place): string => `${String(row)} ${String(column)}`;

/**
 * The places of a card that read like a label and are a value: 营利性 beside 营利性(民办), 小学 beside 学段 where 小学 also
 * heads a group. Only next to a label whose value is words, and only when no other value of it stands there.
 */
export function labelLikeValues(
  grid: SheetGrid,
  elements: readonly DataElement[],
  labels: ReadonlyMap<string, readonly Place[]>,
  codes: ReadonlyMap<string, readonly Code[]>,
): ReadonlySet<string> {
  const isLabel = labelTest(elements);
  const values = new Set<string>();
  for (const element of elements.filter(isInWords)) {
    const own = labelPaths(element).map(({ outer, inner }) => inner ?? outer);
    const isValue = valueTest(element, own, codes);
    for (const label of own.flatMap((heading) => labels.get(heading) ?? []))
      if (!values.has(placeKey(label))) {
        const value = valueBeside(grid, label, isLabel, isValue);
        if (value) values.add(placeKey(value));
      }
  }
  return values;
}

/** Could this text, which is a label, be the element's value? Free text only when it is the element's own other name. */
function valueTest(
  { codes: list }: DataElement,
  own: readonly string[],
  codes: ReadonlyMap<string, readonly Code[]>,
): (text: string) => boolean {
  const accepted = list === undefined ? undefined : (codes.get(list) ?? []);
  return (text) => (accepted ? codeMeant(text, accepted) !== undefined : own.includes(headingText(text)));
}

function valueBeside(
  grid: SheetGrid,
  label: Place,
  isLabel: (text: string) => boolean,
  isValue: (text: string) => boolean,
): Place | undefined {
  const { top, left, bottom, right } = grid.extent(label.row, label.column);
  const beside = { row: top, column: right + 1 };
  const below = { row: bottom + 1, column: left };
  const besideText = grid.text(beside.row, beside.column);
  const belowText = grid.text(below.row, below.column);
  if (!isLabel(besideText)) return undefined;
  const next = grid.text(top, grid.extent(beside.row, beside.column).right + 1);
  // 学段 | 小学 | 初中 and 学段 | 小学 | 12 are headings and what stands under or beside them.
  const isLast = next === "" || (isLabel(next) && !isValue(next));
  const isBelowTaken = belowText === "" || isLabel(belowText) || !isValue(belowText);
  if (isValue(besideText)) return isLast && isBelowTaken ? beside : undefined;
  return isLabel(belowText) && isValue(belowText) ? below : undefined;
}
