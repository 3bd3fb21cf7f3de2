import { cellKey } from "../../domain/cell";
import type { WithheldReason } from "../../domain/figure";
import { columnsOf } from "../../formula/columns-of";
import type { District } from "./district";
import type { FormView } from "./form-view";

/** A blank cell a figure needed. */
export interface Gap {
  readonly view: FormView;
  readonly row: number;
  readonly column: string;
}

/** Names the schools a figure waits for, by form and column, telling blank cells from cells under an error. */
export function gapReasons({ blocked }: District, gaps: readonly Gap[]): readonly WithheldReason[] {
  const reasons = new Map<
    string,
    {
      readonly why: "missing" | "blocked";
      readonly form: string;
      readonly column: string;
      readonly schools: Set<string>;
    }
  >();
  for (const { view, row, column } of gaps.flatMap(sources)) {
    const at = view.table.columns.get(column)?.[row]?.at;
    const why = at && blocked.has(cellKey(at)) ? "blocked" : "missing";
    const key = JSON.stringify([why, view.name, column]);
    const reason = reasons.get(key) ?? { why, form: view.name, column, schools: new Set() };
    reasons.set(key, reason);
    const school = view.table.rows[row]?.school.code;
    if (school !== undefined) reason.schools.add(school);
  }
  return [...reasons.values()].map((reason) => ({ ...reason, schools: [...reason.schools] }));
}

/** A derived field is blank because fields it is made of are. */
function sources({ view, row, column }: Gap): readonly Gap[] {
  const formula = view.form.derived.get(column);
  const parts = formula ? columnsOf(formula).filter(({ form }) => form === undefined || form === view.name) : [];
  const blank = [...new Set(parts.map(({ name }) => name))].filter(
    (name) => name !== column && view.columns.has(name) && view.columns.value(name, row).type === "missing",
  );
  return blank.length === 0 ? [{ view, row, column }] : blank.flatMap((name) => sources({ view, row, column: name }));
}

export const schoolsOf = (gaps: readonly Gap[]): ReadonlySet<string> =>
  new Set(gaps.flatMap(({ view, row }) => view.table.rows[row]?.school.code ?? []));
