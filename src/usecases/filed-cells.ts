import { cellKey, type CellAddress, type Reading } from "../domain/cell";
import type { Collection, FormTable } from "../domain/collected";
import type { CompiledDefinition, CompiledForm } from "../definitions/compiled";
import { scalarText } from "../core/collect/reading";

/** One value cell of a school, told apart by what it means and not by where it stands. */
export interface FiledCell {
  readonly form: string;
  readonly element: string;
  /** Texts of the keys of its row, and its number among rows of the same keys; blank for forms with one row a school. */
  readonly row: string;
  /** As the school sent it, without corrections. */
  readonly reading: Reading;
}

/** The value cells that were filed. */
export interface FiledCells {
  /** Forms a school filed, in the order of the definition. */
  readonly forms: (school: string) => readonly string[];
  /** Cells of a school by `filedCellKey`. */
  readonly ofSchool: (school: string) => ReadonlyMap<string, FiledCell>;
  /** The cell that stands at an address. */
  readonly at: (address: CellAddress) => FiledCell | undefined;
}

export const filedCellKey = ({ form, element, row }: FiledCell): string => [form, element, row].join("\u0000");

export function filedCells(definition: CompiledDefinition, collection: Collection): FiledCells {
  const forms = new Map<string, Set<string>>();
  const cells = new Map<string, Map<string, FiledCell>>();
  const byAddress = new Map<string, FiledCell>();
  for (const form of definition.forms.values()) {
    const table = collection.tables.get(form.form.name);
    if (!table) continue;
    const names = rowNames(form, table);
    for (const [index, { school, filed }] of table.rows.entries()) {
      if (!filed) continue;
      forms.set(school.code, (forms.get(school.code) ?? new Set()).add(table.form));
      const own = cells.get(school.code) ?? new Map<string, FiledCell>();
      cells.set(school.code, own);
      for (const { name: element } of form.elements) {
        const reading = table.columns.get(element)?.[index];
        if (!reading) continue;
        const cell = { form: table.form, element, row: names[index] ?? "", reading: received(collection, reading) };
        own.set(filedCellKey(cell), cell);
        if (reading.at) byAddress.set(cellKey(reading.at), cell);
      }
    }
  }
  return {
    forms: (school) => [...(forms.get(school) ?? [])],
    ofSchool: (school) => cells.get(school) ?? new Map<string, FiledCell>(),
    at: (address) => byAddress.get(cellKey(address)),
  };
}

const received = ({ corrected }: Collection, reading: Reading): Reading =>
  (reading.at && corrected?.get(cellKey(reading.at))?.received) ?? reading;

function rowNames({ form }: CompiledForm, table: FormTable): readonly string[] {
  const keys = form.keys.slice(1);
  const counts = new Map<string, number>();
  return table.rows.map(({ school }, row) => {
    const texts = keys.map((key) => readingText(table.columns.get(key)?.[row] ?? { state: "missing" }));
    const name = texts.join("、");
    const seen = `${school.code}\u0000${name}`;
    const count = (counts.get(seen) ?? 0) + 1;
    counts.set(seen, count);
    return count === 1 ? name : `${name}#${String(count)}`;
  });
}

/** What a cell said, as people write it; a blank is nothing. */
export function readingText(reading: Reading): string {
  switch (reading.state) {
    case "reported":
      return scalarText(reading.value);
    case "missing":
      return "";
    case "not-applicable":
      return "—";
    case "unreadable":
      return reading.raw;
  }
}
