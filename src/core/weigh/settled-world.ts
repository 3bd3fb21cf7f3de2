import type { Collection, FormTable } from "../../domain/collected";
import type { Figure } from "../../domain/figure";
import type { Finding, FindingCode } from "../../domain/finding";
import type { CompiledDefinition } from "../../definitions/compiled";
import { readingAt, withReadings, withRows, type CellReading, type TableCell } from "./changed-collection";
import type { Calculation } from "./recomputation";
import { wholeForm, type FindingCells } from "./finding-cells";
import type { StandIn } from "./stand-in";

export interface Settled {
  readonly collection: Collection;
  readonly calculation: Calculation;
}

/**
 * The collection as it could be once every finding is settled: blocked cells hold what was filed, forms that are out are
 * filed, and cells without a value that a finding names, or a figure waits for, hold a stand-in.
 */
export function settledCollection(
  definition: CompiledDefinition,
  collection: Collection,
  findings: readonly Finding[],
  cellsOf: FindingCells,
  standIn: StandIn,
  asFound: Calculation,
): Settled {
  const filled = (world: Collection, cells: readonly TableCell[]): Collection =>
    withReadings(
      world,
      cells.flatMap((cell): readonly CellReading[] => {
        const [reading, value] = [readingAt(world, cell), standIn(cell)];
        if (!value || (reading?.state !== "missing" && reading?.state !== "unreadable")) return [];
        return [{ ...cell, reading: reading.at ? { ...value, at: reading.at } : value }];
      }),
    );
  const named = findings.filter(({ code }) => lacksValue.has(code)).flatMap(cellsOf);
  const usual = usuallyReported(definition, collection);
  const whole = findings.filter(({ code }) => wholeForm.has(code)).flatMap(cellsOf).filter(usual); // prettier-ignore
  let world = withRows(filled(collection, [...unreadable(collection), ...named, ...whole]), filedRows(collection));
  for (;;) {
    const calculation = asFound.recalculate(world);
    const next = filled(world, awaited(world, calculation.figures));
    if (next === world) return { collection: world, calculation };
    world = next;
  }
}

const lacksValue: ReadonlySet<FindingCode> = new Set<FindingCode>(["cell-required", "header-missing"]);

const unreadable = ({ tables }: Collection): readonly TableCell[] =>
  [...tables.values()].flatMap(({ form, columns }) =>
    [...columns].flatMap(([column, readings]) =>
      readings.flatMap(({ state }, row) => (state === "unreadable" ? [{ form, column, row }] : [])),
    ),
  );

function filedRows({ tables }: Collection): ReadonlyMap<string, FormTable["rows"]> {
  const owing = [...tables.values()].filter(({ rows }) => rows.some(({ filed }) => !filed));
  return new Map(owing.map(({ form, rows }) => [form, rows.map((row) => (row.filed ? row : { ...row, filed: true }))]));
}

/** Columns at least every other row that was filed has something in: a form that comes will have them. */
function usuallyReported(definition: CompiledDefinition, { tables }: Collection): (cell: TableCell) => boolean {
  const usual = new Set<string>();
  for (const [form, { elements }] of definition.forms) {
    const { rows, columns } = tables.get(form) ?? { rows: [], columns: new Map() as FormTable["columns"] };
    const filed = rows.filter((row) => row.filed).length;
    for (const { name, required } of elements) {
      const reported = columns.get(name)?.filter(({ state }) => state === "reported").length ?? 0;
      if (required || 2 * reported >= Math.max(filed, 1)) usual.add(`${form}\u0000${name}`);
    }
  }
  return ({ form, column }) => usual.has(`${form}\u0000${column}`);
}

/** Cells that figures are withheld for. */
function awaited({ tables }: Collection, figures: ReadonlyMap<string, Figure>): readonly TableCell[] {
  const cells = new Map<string, TableCell>();
  for (const { value } of figures.values())
    for (const reason of value.state === "withheld" ? value.reasons : []) {
      if (reason.why !== "missing") continue;
      const schools = new Set(reason.schools);
      for (const [row, { school }] of (tables.get(reason.form)?.rows ?? []).entries())
        if (schools.has(school.code))
          cells.set(JSON.stringify([reason.form, reason.column, row]), {
            form: reason.form,
            column: reason.column,
            row,
          });
    }
  return [...cells.values()];
}

/** Cells under an error count as blank, as they do for figures. */
export function withBlanks(collection: Collection, cells: readonly TableCell[]): Collection {
  return withReadings(
    collection,
    cells.flatMap((cell): readonly CellReading[] => {
      const reading = readingAt(collection, cell);
      if (!reading || reading.state === "missing") return [];
      return [{ ...cell, reading: reading.at ? { state: "missing", at: reading.at } : { state: "missing" } }];
    }),
  );
}

/** The settled collection with one finding left as it is: what an error is about is blank, everything else as it came. */
export function withFinding(
  settled: Collection,
  collection: Collection,
  { severity }: Finding,
  cells: readonly TableCell[],
): Collection {
  const changed = cells.flatMap((cell): readonly CellReading[] => {
    const [now, came] = [readingAt(settled, cell), readingAt(collection, cell)];
    return came && now !== came ? [{ ...cell, reading: came }] : [];
  });
  const rows = new Map(
    [...new Set(cells.map(({ form }) => form))].flatMap((form): readonly [string, FormTable["rows"]][] => {
      const [now, came] = [settled.tables.get(form), collection.tables.get(form)];
      const own = new Set(cells.flatMap((cell) => (cell.form === form ? [cell.row] : [])));
      if (!now || !came || [...own].every((row) => now.rows[row] === came.rows[row])) return [];
      return [[form, now.rows.map((one, row) => (own.has(row) ? (came.rows[row] ?? one) : one))]];
    }),
  );
  const left = withRows(withReadings(settled, changed), rows);
  return severity === "error" ? withBlanks(left, cells) : left;
}
