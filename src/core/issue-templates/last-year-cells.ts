import type { CellInput } from "../../domain/edit";
import type { Collection } from "../../domain/collected";
import { divide, toNumber } from "../../domain/exact";
import type { School } from "../../domain/school";
import type { CompiledForm } from "../../definitions/compiled";
import { isNumeric, type LastYearCells, type UnitWords } from "./form-sheet";

/** Last year's numbers of a school in one form, in the unit schools write; — throughout for a school that had not filed it. */
export function lastYearCells(
  { form, elements }: CompiledForm,
  school: School,
  previous: Collection | undefined,
  { factor }: UnitWords,
): LastYearCells {
  const table = previous?.tables.get(form.name);
  if (!table || form.layout === "记录") return new Map();
  const row = table.rows.findIndex((filed) => filed.filed && filed.school.code === school.code);
  return new Map(
    elements.filter(isNumeric).map((element): readonly [string, CellInput] => {
      const reading = table.columns.get(element.name)?.[row];
      if (row < 0 || reading?.state === "not-applicable") return [element.name, { text: "—" }];
      if (reading?.state !== "reported" || reading.value.type !== "number") return [element.name, null];
      const filedIn = factor(element);
      const value = filedIn && divide(reading.value.value, filedIn);
      return [element.name, value ? { number: toNumber(value) } : null];
    }),
  );
}
