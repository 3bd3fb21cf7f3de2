import type { FormTable } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { CompiledDefinition } from "../../definitions/compiled";
import { schoolsAlike } from "./filing-words";
import { type NumericCells, cellsOf, numericCells, sameNumbers, tellingCount } from "./numeric-cells";

interface Filed {
  readonly school: School;
  readonly forms: readonly { readonly form: string; readonly cells: NumericCells }[];
}

/** Two schools all of whose numbers are equal, form by form: one file was sent, or saved, for both. */
export function alikeFindings(
  definition: CompiledDefinition,
  schools: readonly School[],
  tables: ReadonlyMap<string, FormTable>,
): readonly Finding[] {
  const bySchool = [...definition.forms.keys()].flatMap((form) => {
    const table = tables.get(form);
    return table ? [{ form, filed: numericCells(table) }] : [];
  });
  const firsts = new Map<string, Filed[]>();
  return schools.flatMap((school): readonly Finding[] => {
    const forms = bySchool.flatMap(({ form, filed }) => {
      const cells = filed.get(school.code);
      return cells ? [{ form, cells }] : [];
    });
    const count = forms.reduce((sum, { cells }) => sum + cells.readings.length, 0);
    if (count < tellingCount || !forms.some(({ cells }) => cells.hasFigures)) return [];
    const own: Filed = { school, forms };
    const key = forms.map(({ form, cells }) => `${form} ${String(cells.trace)}`).join("\u0000");
    const others = firsts.get(key) ?? [];
    const twin = others.find((other) => isAlike(own, other));
    if (!twin) firsts.set(key, [...others, own]);
    return twin ? [alike(twin, own)] : [];
  });
}

/** The forms are the same: the key says so. */
const isAlike = (a: Filed, b: Filed): boolean =>
  a.forms.every(({ cells }, place) => {
    const other = b.forms[place];
    return other !== undefined && sameNumbers(cells, other.cells);
  });

function alike(first: Filed, second: Filed): Finding {
  const [at, ...alsoAt] = [...second.forms, ...first.forms].flatMap(({ cells }) => cellsOf(cells));
  const words = schoolsAlike(first.school.name, second.school.name);
  return { code: "schools-alike", school: second.school.code, ...(at && { at, alsoAt }), ...words };
}
