import { columnsOf } from "../formula/columns-of";
import type { CompiledForm } from "./compiled";

/** Columns of a form, and, where one is derived, those of the same form it is made of. */
export function sourceColumns(form: CompiledForm | undefined, columns: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (column: string): void => {
    if (found.has(column)) return;
    found.add(column);
    const formula = form?.derived.get(column);
    if (formula)
      for (const source of columnsOf(formula))
        if (source.form === undefined || source.form === form?.form.name) visit(source.name);
  };
  columns.forEach(visit);
  return found;
}
