import { a1, cellKey, type CellAddress, type Reading } from "../domain/cell";
import type { Collection, FormTable } from "../domain/collected";
import type { CellChange } from "../domain/diagnosis";
import type { Finding } from "../domain/finding";
import type { DataElement } from "../definitions/definition";
import type { CompiledDefinition } from "../definitions/compiled";
import { scalarText } from "../core/collect/reading";
import type { DistrictReport } from "../core/build-report";
import { readingText } from "./filed-cells";
import type { CorrectableCell } from "./pane-casework";

/** Finds the cells of schools that a finding rests on, with what the likeliest cause would make of them. */
export function correctableCells(
  definition: CompiledDefinition,
  { collection, causes }: Pick<DistrictReport, "collection" | "causes">,
): (finding: Finding) => readonly CorrectableCell[] {
  const byAddress = placesByAddress(definition, collection);
  return (finding) => {
    const changes = causes.get(finding)?.[0]?.changes ?? [];
    return [finding.at, ...(finding.alsoAt ?? [])].flatMap((at): CorrectableCell[] => {
      const place = at && byAddress.get(cellKey(at));
      if (!at || !place || place.school !== finding.school) return [];
      const change = changes.find((one) => one.at !== undefined && cellKey(one.at) === cellKey(at));
      return [cellOf(place, at, change)];
    });
  };
}

interface Place {
  readonly table: FormTable;
  readonly school: string;
  readonly element: DataElement;
  readonly row: number;
  readonly reading: Reading;
  /** Names of the form's keys after 学校代码. */
  readonly keys: readonly string[];
}

function cellOf({ table, school, element, row, reading, keys }: Place, at: CellAddress, change?: CellChange) {
  const key = keys.map((column) => readingText(table.columns.get(column)?.[row] ?? { state: "missing" }));
  return {
    school,
    form: table.form,
    element: element.name,
    key,
    was: readingText(reading),
    where: `${at.sheet}!${a1(at.row, at.column)}`,
    ...(element.unit !== undefined && { unit: element.unit }),
    ...(change && { proposed: scalarText(change.to) }),
  };
}

function placesByAddress(definition: CompiledDefinition, { tables }: Collection): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { form, elements } of definition.forms.values()) {
    const table = tables.get(form.name);
    if (!table) continue;
    const keys = form.keys.slice(1);
    for (const element of elements)
      for (const [row, reading] of (table.columns.get(element.name) ?? []).entries()) {
        const school = table.rows[row]?.school.code;
        if (reading.at && school !== undefined)
          places.set(cellKey(reading.at), { table, school, element, row, reading, keys });
      }
  }
  return places;
}
