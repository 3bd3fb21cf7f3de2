import type { CompiledForm } from "../../definitions/compiled";
import type { Code, DataElement } from "../../definitions/definition";
import { labelPaths, labelTest } from "./card-labels";
import { elementFactor } from "./element-factor";
import type { ElementPlace } from "./filing";
import { labelLikeValues, placeKey } from "./label-like-values";
import { memoized } from "./memoized";
import { closest } from "./plain-text";
import { type Place, type SheetGrid, allFilledPlaces } from "./sheet-grid";
import type { ElementFault } from "./table-header";
import { headingText, isUnitText, unitInHeading } from "./unit";

/** Where the labels and values of a card stand. */
export interface CardLayout {
  readonly places: readonly ElementPlace[];
  readonly labels: readonly Place[];
  readonly faults: readonly ElementFault[];
}

/** A value found by its labels, with the unit one of them or the cell between states. */
interface Spot {
  readonly value: Place;
  readonly labels: readonly Place[];
  readonly unit?: string;
}
type Search = Spot | "ambiguous" | undefined;

interface Card {
  readonly grid: SheetGrid;
  /** Places of each label text. */
  readonly labels: ReadonlyMap<string, readonly Place[]>;
  readonly isLabel: (text: string) => boolean;
  /** Does a label stand here, and not a value that reads like one? */
  readonly isLabelAt: (row: number, column: number) => boolean;
  /** Is this heading the first part of a `行标签/列标签`? */
  readonly isGroup: (heading: string) => boolean;
}

export function findCardLayout(
  grid: SheetGrid,
  { elements }: CompiledForm,
  codes: ReadonlyMap<string, readonly Code[]>,
  unitLine: readonly string[],
): CardLayout {
  const card = cardOf(grid, elements, codes);
  const places: ElementPlace[] = [];
  const labels: Place[] = [];
  const faults: ElementFault[] = [];
  for (const element of elements) {
    const spot = search(card, element);
    if (spot === undefined || spot === "ambiguous") {
      const like =
        spot === undefined ? closest(headingText(lastLabel(element)), unclaimed(card), (label) => [label]) : undefined;
      faults.push({
        element,
        why: spot === undefined ? "absent" : spot,
        columns: [],
        ...(like !== undefined && { like }),
      });
      continue;
    }
    labels.push(...spot.labels);
    const factor = elementFactor(element, spot.unit, unitLine);
    if (factor) places.push({ element, factor, ...spot.value });
    else faults.push({ element, why: "unit", like: spot.unit ?? "", columns: [] });
  }
  const shared = places.filter((place) => places.some((other) => other !== place && isSamePlace(other, place)));
  return {
    places: places.filter((place) => !shared.includes(place)),
    labels,
    faults: [...faults, ...shared.map(({ element }): ElementFault => ({ element, why: "ambiguous", columns: [] }))],
  };
}

function cardOf(grid: SheetGrid, elements: readonly DataElement[], codes: ReadonlyMap<string, readonly Code[]>): Card {
  const groups = groupHeadings(elements);
  const isLabel = labelTest(elements);
  const labels = labelPlaces(grid);
  const values = labelLikeValues(grid, elements, labels, codes);
  return {
    grid,
    labels,
    isLabel,
    isLabelAt: (row, column) => isLabel(grid.text(row, column)) && !values.has(placeKey({ row, column })),
    isGroup: (heading) => groups.has(heading),
  };
}

/** One cell cannot be the value of two elements. */
const isSamePlace = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

const groupHeadings = memoized(
  (elements: readonly DataElement[]): ReadonlySet<string> =>
    new Set(elements.flatMap(({ at }) => (at?.includes("/") === true ? [headingText(at.split("/")[0] ?? "")] : []))),
);

function labelPlaces(grid: SheetGrid): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const place of allFilledPlaces(grid)) {
    if (typeof grid.content(place.row, place.column) !== "string") continue;
    const label = grid.heading(place.row, place.column);
    places.set(label, [...(places.get(label) ?? []), place]);
  }
  return places;
}

const lastLabel = ({ at, name }: DataElement): string => at?.split("/").at(-1) ?? name;
const unclaimed = ({ labels, isLabel }: Card): readonly string[] =>
  [...labels.keys()].filter((label) => !isLabel(label));

function search(card: Card, element: DataElement): Search {
  const address = element.at === undefined ? undefined : addressed(element.at);
  if (address) return { value: address, labels: [] };
  for (const { outer, inner } of labelPaths(element)) {
    const found =
      inner === undefined ? besideLabel(card, outer) : (crossing(card, outer, inner) ?? nested(card, outer, inner));
    if (found !== undefined) return found;
  }
  return undefined;
}

function addressed(at: string): Place | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(at) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

function besideLabel(card: Card, label: string): Search {
  const spots = (card.labels.get(label) ?? [])
    .filter(({ row, column }) => card.isLabelAt(row, column))
    .map((place) => valueBeside(card, place))
    .filter((spot) => spot !== undefined);
  return spots.length > 1 ? "ambiguous" : spots[0];
}

/** Right of the label, past its merged cells and a unit; below it when labels stand side by side. */
function valueBeside({ grid, isLabelAt }: Card, label: Place): Spot | undefined {
  const { top, left, bottom, right } = grid.extent(label.row, label.column);
  const beside = grid.text(top, right + 1);
  const below = { row: bottom + 1, column: left };
  const stated = unitInHeading(grid.text(label.row, label.column));
  const spot = (value: Place, unit = stated): Spot => ({ value, labels: [label], ...(unit !== undefined && { unit }) });
  const isBelowFree = !isLabelAt(below.row, below.column);
  if (isLabelAt(top, right + 1)) return isBelowFree ? spot(below) : undefined;
  if (isUnitText(beside)) return spot({ row: top, column: grid.extent(top, right + 1).right + 1 }, beside);
  const isInRowOfLabels = left > 0 && isLabelAt(top, grid.extent(top, left - 1).left);
  return beside === "" && isInRowOfLabels && isBelowFree ? spot(below) : spot({ row: top, column: right + 1 });
}

/** The row of one label and the column of another that stands above it to the right; the nearest one when there are several. */
function crossing(card: Card, rowLabel: string, columnLabel: string): Search {
  const spots: Spot[] = [];
  for (const row of card.labels.get(rowLabel) ?? []) {
    const above = (card.labels.get(columnLabel) ?? [])
      .filter((place) => place.row < row.row && place.column > row.column)
      .sort((a, b) => (a.row === b.row ? a.column - b.column : b.row - a.row));
    const [column] = above;
    if (column) spots.push(spotOf(card, { row: row.row, column: column.column }, [row, column]));
  }
  return spots.length > 1 ? "ambiguous" : spots[0];
}

/**
 * A label that belongs to another: under its merged cells (幼儿数 over 合计, 男, 女), or right of it on its rows
 * (`寄宿生 | 男 | 10 | 女 | 12`), as long as no other group begins between them.
 */
function nested(card: Card, outerLabel: string, innerLabel: string): Search {
  const spots: Spot[] = [];
  for (const outer of card.labels.get(outerLabel) ?? [])
    for (const inner of card.labels.get(innerLabel) ?? []) {
      const spot = belongs(card, outer, inner) ? valueBeside(card, inner) : undefined;
      if (spot) spots.push(spotOf(card, spot.value, [outer, inner]));
    }
  return spots.length > 1 ? "ambiguous" : spots[0];
}

function belongs({ grid, isGroup }: Card, outer: Place, inner: Place): boolean {
  const { top, left, bottom, right } = grid.extent(outer.row, outer.column);
  if (inner.row === bottom + 1) return inner.column >= left && inner.column <= right;
  if (inner.row < top || inner.row > bottom || inner.column <= right) return false;
  return !grid
    .filledPlaces(top)
    .some(({ column }) => column > right && column <= inner.column && isGroup(grid.heading(top, column)));
}

function spotOf({ grid }: Card, value: Place, labels: readonly Place[]): Spot {
  const unit = labels
    .map(({ row, column }) => unitInHeading(grid.text(row, column)))
    .filter((stated) => stated !== undefined)
    .at(-1);
  return { value, labels, ...(unit !== undefined && { unit }) };
}
