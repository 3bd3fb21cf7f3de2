import { digest } from "../domain/digest";
import type { Profile, ReportDefinition } from "./definition";
import { defaultFormat, defaults, defaultScale, definitionTables, type TableKey } from "./definition-tables";

type Json = Readonly<Record<string, unknown>>;

/** The JSON form with its keys in a fixed order and without defaults: equal definitions give equal text. */
export function canonicalDefinition(definition: ReportDefinition): Json {
  const { format, id, title, period } = definition;
  const profile = canonicalProfile(definition.profile);
  const tables = definitionTables.flatMap(({ key, columns }) => {
    const rows = definition[key].map((row) =>
      withoutDefaults(
        "binds" in row ? { ...row, binds: sorted(row.binds) } : row,
        defaultsOf(key, row),
        columns.map((column) => column.key),
      ),
    );
    return rows.length === 0 ? [] : [[key, rows] as const];
  });
  return {
    format,
    id,
    title,
    period,
    ...(Object.keys(profile).length > 0 && { profile }),
    ...Object.fromEntries(tables),
  };
}

/** Sixteen hexadecimal digits that change when anything in the definition changes. */
export const definitionDigest = (definition: ReportDefinition): string =>
  digest(JSON.stringify(canonicalDefinition(definition)));

function canonicalProfile({ names, ...profile }: Profile): Json {
  return withoutDefaults({ ...profile, names: sorted(names) }, defaults.profile, [
    "punctuation",
    "headings",
    "delta",
    "mask",
    "changeWords",
    "coverageNote",
    "due",
    "smallCells",
    "names",
  ]);
}

const sorted = <T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

function defaultsOf(table: TableKey, row: ReportDefinition[TableKey][number]): Json {
  if ("binds" in row && row.library !== undefined) return { ...defaults.rules, ifMissing: undefined };
  if (table !== "indicators" || !("compare" in row)) return defaults[table];
  const { ifMissing, groupBy, compare } = defaults.indicators;
  if (row.library !== undefined) return { ifMissing, groupBy, compare };
  const { kind, unit } = { ...defaults.indicators, ...row };
  return { ...defaults.indicators, scale: defaultScale(unit), format: defaultFormat(kind) };
}

function withoutDefaults(row: object, known: Json, keys: readonly string[]): Json {
  const values = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(
    keys
      .filter((key) => values.get(key) !== undefined && !same(values.get(key), known[key]))
      .map((key) => [key, values.get(key)]),
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
