import type { CellRange } from "../../domain/snapshot";

export interface Rectangle<Key> {
  readonly key: Key;
  readonly range: CellRange;
}

/** Covers the cells that have a key with rectangles of equal key, each cell once. */
export function rectanglesOf<Key extends string | number | boolean>(
  rows: number,
  columns: number,
  keyAt: (row: number, column: number) => Key | undefined,
): readonly Rectangle<Key>[] {
  const found: { key: Key; range: CellRange }[] = [];
  let above = new Map<string, (typeof found)[number]>();
  for (let row = 0; row < rows; row += 1) {
    const here: typeof above = new Map();
    for (const { key, left, right } of runsOf(columns, (column) => keyAt(row, column))) {
      const place = `${String(left)} ${String(right)} ${String(key)}`;
      const taller = above.get(place) ?? { key, range: { top: row, left, bottom: row, right } };
      if (!above.has(place)) found.push(taller);
      taller.range = { ...taller.range, bottom: row };
      here.set(place, taller);
    }
    above = here;
  }
  return found;
}

interface Run<Key> {
  readonly key: Key;
  readonly left: number;
  readonly right: number;
}

function runsOf<Key>(columns: number, keyAt: (column: number) => Key | undefined): readonly Run<Key>[] {
  const runs: Run<Key>[] = [];
  let left = 0;
  for (let column = 1; column <= columns; column += 1) {
    const key = keyAt(left);
    if (column < columns && keyAt(column) === key) continue;
    if (key !== undefined) runs.push({ key, left, right: column - 1 });
    left = column;
  }
  return runs;
}
