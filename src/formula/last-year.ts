import type { FormTable } from "../domain/collected";
import type { Columns, EvaluationScope } from "./scope";
import type { Value } from "./value";
import { isAbsent, missing, notApplicable, textOf } from "./values";

/** The forms of one year. */
export interface YearOfForms {
  readonly tables: ReadonlyMap<string, FormTable>;
  readonly columns: EvaluationScope["columns"];
}

/** What 上年 gives when nobody has given last year's submissions. */
export const noLastYear: Value = { type: "error", reason: { why: "no-value", detail: "没有上年的学校数据" } };

/**
 * Last year's value of a column for this year's row: the same school code and, in 记录, the same keys (`keysOf` a form,
 * 学校代码 first). 不适用 for a school or a record that was not there; 缺报 for a school that was and did not file it.
 */
export function lastYearOf(
  keysOf: (form: string) => readonly string[],
  current: YearOfForms,
  previous: YearOfForms,
): EvaluationScope["lastYear"] {
  const indexes = new Map<string, RowsThen>();

  const rowsThen = (form: string, keys: readonly string[], table: FormTable, then: Columns): RowsThen => {
    const known = indexes.get(form) ?? indexed(table, then, keys);
    indexes.set(form, known);
    return known;
  };

  return (form, column, row) => {
    const [now, then] = [current.columns(form), previous.columns(form)];
    const [school, table] = [current.tables.get(form)?.rows[row]?.school, previous.tables.get(form)];
    if (!now || !then || !school || !table) return noLastYear;
    const keys = keysOf(form).slice(1);
    const { filedBy, rowByKey } = rowsThen(form, keys, table, then);
    const isFiled = filedBy.get(school.code);
    if (isFiled === undefined) return notApplicable;
    if (!isFiled) return missing;
    const key = rowKey(now, school.code, keys, row);
    const found = key === undefined ? undefined : rowByKey.get(key);
    if (found === undefined) return key === undefined ? missing : notApplicable;
    return then.has(column) ? then.value(column, found) : missing;
  };
}

interface RowsThen {
  /** Whether each school that was to file the form did. */
  readonly filedBy: ReadonlyMap<string, boolean>;
  readonly rowByKey: ReadonlyMap<string, number>;
}

function indexed({ rows }: FormTable, columns: Columns, keys: readonly string[]): RowsThen {
  const filedBy = new Map<string, boolean>();
  const rowByKey = new Map<string, number>();
  for (const [row, { school, filed }] of rows.entries()) {
    filedBy.set(school.code, filed || filedBy.get(school.code) === true);
    const key = filed ? rowKey(columns, school.code, keys, row) : undefined;
    if (key !== undefined && !rowByKey.has(key)) rowByKey.set(key, row);
  }
  return { filedBy, rowByKey };
}

/** Undefined when a key is blank: such a record cannot be found again. */
function rowKey(columns: Columns, school: string, keys: readonly string[], row: number): string | undefined {
  const values = keys.map((key) => (columns.has(key) ? columns.value(key, row) : missing));
  const texts = values.flatMap((value) => (isAbsent(value) ? [] : [textOf(value)]));
  return texts.length < keys.length ? undefined : [school, ...texts].join("\u0000");
}
