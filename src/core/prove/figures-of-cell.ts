import type { CellAddress } from "../../domain/cell";
import { cellKey } from "../../domain/cell";
import type { Collection } from "../../domain/collected";
import type { Figure } from "../../domain/figure";

/** A figure that rests on a cell: by adding it, by a decision it makes, or by way of other figures. */
export interface RestingFigure {
  readonly figure: Figure;
  readonly how: "value" | "criterion" | "through";
}

/** A cell of a form's table. */
interface TableCell {
  readonly form: string;
  readonly column: string;
  readonly row: number;
}

/** The figures that rest on a school's cell, in print order; none for a cell that was not collected. */
export function figuresOfCell(
  collection: Collection,
  figures: ReadonlyMap<string, Figure>,
  at: CellAddress,
): readonly RestingFigure[] {
  const cells = cellsAt(collection, at);
  const names = new Set<string>();
  return [...figures.values()].flatMap((figure): RestingFigure[] => {
    const how = restsOn(figure, cells) ?? (figure.uses.some((name) => names.has(name)) ? "through" : undefined);
    if (how === undefined) return [];
    // Each figure comes after those it uses.
    names.add(figure.indicator);
    return [{ figure, how }];
  });
}

/** A merged cell may have been read for several. */
function cellsAt({ tables }: Collection, at: CellAddress): readonly TableCell[] {
  const wanted = cellKey(at);
  return [...tables.values()].flatMap(({ form, columns }) =>
    [...columns].flatMap(([column, readings]) =>
      readings.flatMap((reading, row) => (reading.at && cellKey(reading.at) === wanted ? [{ form, column, row }] : [])),
    ),
  );
}

/** A criterion is asked of every row of its form; a value counts where its row does. */
function restsOn({ lineage }: Figure, cells: readonly TableCell[]): RestingFigure["how"] | undefined {
  const parts = lineage.filter((part) =>
    cells.some(
      ({ form, column, row }) =>
        part.form === form && part.column === column && (part.role === "criterion" || part.rows.includes(row)),
    ),
  );
  return parts.some(({ role }) => role === "value") ? "value" : parts.length > 0 ? "criterion" : undefined;
}
