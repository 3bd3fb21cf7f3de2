import type { Reading } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import { type Exact, compare, toNumber } from "../../domain/exact";
import type { CompiledDefinition } from "../../definitions/compiled";
import { type NumberCell, fits } from "./number-cells";
import type { Change } from "./act";

/**
 * How likely a number is in a cell, as the logarithm of a density: near last year's number of the same cell, else among
 * those of schools of the same kind. It only orders guesses, so binary fractions are good enough.
 */
export interface Plausibility {
  readonly of: (cell: NumberCell, value: Exact) => number;
  /** How much more believable numbers become. */
  readonly gain: (changes: readonly Change[]) => number;
  /** Last year's number of the same cell. */
  readonly before: (cell: NumberCell) => Exact | undefined;
  /** How often an element keeps last year's number where that was of this size: areas mostly do, pupils seldom. */
  readonly unchangedShare: (cell: NumberCell, last: Exact) => number;
}

interface Spread {
  readonly middle: number;
  readonly width: number;
}

const kindColumns = ["办学类型", "学校类型", "学段"];
const unknown: Spread = { middle: 4, width: 4 };
const fewestPeers = 5;

export function plausibilityOf(
  definition: CompiledDefinition,
  collection: Collection,
  previous: Collection | undefined,
): Plausibility {
  const kinds = new Map<string, readonly string[]>();
  const peers = new Map<string, ReadonlyMap<string, Spread>>();
  const rowsBefore = new Map<string, ReadonlyMap<string, number>>();
  const unchanged = new Map<string, ReadonlyMap<number, number>>();

  const peersOf = (table: FormTable, element: string): ReadonlyMap<string, Spread> => {
    const key = `${table.form}\u0000${element}`;
    const known = peers.get(key) ?? spreads(table, element, kindsOf(table));
    peers.set(key, known);
    return known;
  };
  const kindsOf = (table: FormTable): readonly string[] => {
    const known = kinds.get(table.form) ?? table.rows.map((_, row) => kindOf(definition, table, row));
    kinds.set(table.form, known);
    return known;
  };
  const before = ({ form, row, element }: Pick<NumberCell, "form" | "row" | "element">): Exact | undefined => {
    const [now, then] = [collection.tables.get(form), previous?.tables.get(form)];
    if (!now || !then) return undefined;
    const rows = rowsBefore.get(form) ?? new Map(then.rows.map((_, at) => [rowKey(definition, then, at), at]));
    rowsBefore.set(form, rows);
    const at = rows.get(rowKey(definition, now, row));
    return at === undefined ? undefined : numberIn(then.columns.get(element.name)?.[at]);
  };
  const unchangedShare = (cell: NumberCell, last: Exact): number => {
    const key = `${cell.form}\u0000${cell.element.name}`;
    const known = unchanged.get(key) ?? unchangedShares(collection, cell, (row) => before({ ...cell, row }));
    unchanged.set(key, known);
    return known.get(magnitudeOf(last)) ?? fewSeen;
  };
  const spreadOf = (cell: NumberCell, last: Exact | undefined): Spread => {
    if (last) return { middle: size(last), width: Math.sqrt(0.01 + 0.5 / (Math.abs(toNumber(last)) + 1)) };
    const table = collection.tables.get(cell.form);
    return (table && peersOf(table, cell.element.name).get(kindsOf(table)[cell.row] ?? "")) ?? unknown;
  };
  const of = (cell: NumberCell, value: Exact): number => {
    const last = before(cell);
    const { middle, width } = spreadOf(cell, last);
    const away = (size(value) - middle) / width;
    const density = -Math.log(width) - 2 * Math.log(1 + (away * away) / 3) - size(value);
    const isUnchanged = last !== undefined && compare(last, value) === 0;
    const likelihood = isUnchanged ? Math.max(density, Math.log(unchangedShare(cell, last))) : density;
    return Math.round(likelihood * 1e6) / 1e6;
  };
  const now = (cell: NumberCell): number =>
    cell.value && fits(cell, cell.value) ? of(cell, cell.value) : leastBelievable;
  const gain: Plausibility["gain"] = (changes) =>
    changes.reduce((sum, { cell, to }) => sum + of(cell, to) - now(cell), 0);
  return { of, gain, before, unchangedShare };
}

/** A number that was refused, or none. */
const leastBelievable = -14;

const size = (value: Exact): number => Math.log(1 + Math.abs(toNumber(value)));

const numberIn = (reading: Reading | undefined): Exact | undefined =>
  reading?.state === "reported" && reading.value.type === "number" ? reading.value.value : undefined;

/** What is taken where nothing was seen. */
const fewSeen = 0.05;
const magnitudeOf = (value: Exact): number => Math.min(3, Math.ceil(size(value) / Math.LN10));

/** By the magnitude of last year's number; counted as if a few more had been seen that changed. */
function unchangedShares(
  { tables }: Collection,
  { form, element }: NumberCell,
  before: (row: number) => Exact | undefined,
): ReadonlyMap<number, number> {
  const counts = new Map<number, { same: number; all: number }>();
  for (const [row, reading] of (tables.get(form)?.columns.get(element.name) ?? []).entries()) {
    const [now, then] = [numberIn(reading), before(row)];
    if (!now || !then) continue;
    const count = counts.get(magnitudeOf(then)) ?? { same: 0, all: 0 };
    counts.set(magnitudeOf(then), { same: count.same + (compare(now, then) === 0 ? 1 : 0), all: count.all + 1 });
  }
  return new Map([...counts].map(([magnitude, { same, all }]) => [magnitude, (same + 0.5) / (all + 10)]));
}

/** What tells rows of a form apart, school included. */
function rowKey(definition: CompiledDefinition, table: FormTable, row: number): string {
  const keys = definition.forms.get(table.form)?.form.keys.slice(1) ?? [];
  return [table.rows[row]?.school.code, ...keys.map((key) => textIn(table.columns.get(key)?.[row]))].join("\u0000");
}

const textIn = (reading: Reading | undefined): string =>
  reading?.state === "reported" && reading.value.type === "text" ? reading.value.value : "";

/** Rows of schools of one kind, and of one code where codes tell rows apart, are alike. */
function kindOf(definition: CompiledDefinition, table: FormTable, row: number): string {
  const compiled = definition.forms.get(table.form);
  const codes = compiled?.elements.filter(({ name, type }) => type === "代码" && compiled.form.keys.includes(name));
  const school = table.rows[row]?.school;
  const kinds = kindColumns.map((column) => school?.attributes[column] ?? "");
  return [...kinds, ...(codes ?? []).map(({ name }) => textIn(table.columns.get(name)?.[row]))].join("\u0000");
}

function spreads(table: FormTable, element: string, kinds: readonly string[]): ReadonlyMap<string, Spread> {
  const sizes = new Map<string, number[]>();
  for (const [row, reading] of (table.columns.get(element) ?? []).entries()) {
    const number = numberIn(reading);
    if (!number) continue;
    const kind = kinds[row] ?? "";
    const some = sizes.get(kind) ?? [];
    some.push(size(number));
    sizes.set(kind, some);
  }
  return new Map([...sizes].flatMap(([kind, some]) => (some.length < fewestPeers ? [] : [[kind, spread(some)]])));
}

function spread(sizes: readonly number[]): Spread {
  const middle = middleOf(sizes);
  const apart = middleOf(sizes.map((one) => Math.abs(one - middle)));
  return { middle, width: Math.max(0.2, 1.4826 * apart) };
}

function middleOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
