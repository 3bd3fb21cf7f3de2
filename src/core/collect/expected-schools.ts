import { isGranted, type Exemption } from "../../domain/casework";
import type { Reading } from "../../domain/cell";
import type { FormTable } from "../../domain/collected";
import type { School } from "../../domain/school";
import { evaluate } from "../../formula/evaluate";
import { formColumns } from "../../formula/form-columns";
import type { EvaluationScope } from "../../formula/scope";
import { noValue } from "../../formula/values";
import type { CompiledForm } from "../../definitions/compiled";

/** Every roster column as the forms see it: code and name first, then the columns any school has. */
export function rosterColumnNames(schools: readonly School[]): readonly string[] {
  return [...new Set(["学校代码", "学校名称", ...schools.flatMap(({ attributes }) => Object.keys(attributes))])];
}

export function rosterReading(school: School, column: string): Reading {
  const value = column === "学校代码" ? school.code : column === "学校名称" ? school.name : school.attributes[column];
  return value === undefined ? { state: "missing" } : { state: "reported", value: { type: "text", value } };
}

/**
 * Schools that should report a form: open in its time, not 免报, not reported for by their 主校, and in its 范围. A 范围 that
 * cannot be decided does not let a school off.
 */
export function expectedSchools(
  { form, scope }: CompiledForm,
  schools: readonly School[],
  period: string,
  exemptions: readonly Exemption[] = [],
): readonly School[] {
  const open = schools.filter(
    (school) =>
      isOpen(school, period, form.censusDay) && !isCoveredByMain(school) && !isExempt(exemptions, school, form.name),
  );
  if (!scope) return open;
  const table: FormTable = {
    form: form.name,
    rows: open.map((school) => ({ school, filed: false })),
    columns: new Map(
      rosterColumnNames(schools).map((column) => [column, open.map((school) => rosterReading(school, column))]),
    ),
  };
  const columns = formColumns(table, new Map(), [], new Map(), () => nothingElse);
  return open.filter((_, row) => {
    const verdict = evaluate(scope, {
      ...nothingElse,
      form: form.name,
      row,
      columns: (name) => (name === form.name ? columns : undefined),
    });
    return !(verdict.type === "boolean" && !verdict.value);
  });
}

/** People of the bureau let the school off, for this form or for all. */
export const isExempt = (exemptions: readonly Exemption[], school: School, form: string): boolean =>
  exemptions.some(
    (one) => isGranted(one) && one.school === school.code && (one.form === undefined || one.form === form),
  );

/** A campus whose 主校 reports its figures with its own. */
export const isCoveredByMain = ({ attributes }: School): boolean => attributes["填报方式"]?.includes("随主校") === true;

/** 范围 looks at roster columns alone. */
const nothingElse: EvaluationScope = {
  columns: () => undefined,
  named: () => noValue("no-such-column"),
  indicator: () => noValue("no-such-column"),
  parameter: () => noValue("no-such-column"),
  lastYear: () => noValue("no-such-column"),
  cumulative: () => noValue("no-such-column"),
};

/** 启用 and 停用 against the census day; a form without one is asked of every school open at some time of the year. */
function isOpen({ attributes }: School, period: string, censusDay: string | undefined): boolean {
  const [year] = /\d{4}/u.exec(period) ?? [];
  if (year === undefined) return true;
  const opened = monthDay(attributes["启用"], "01-01");
  const closed = monthDay(attributes["停用"], "12-31");
  const [from, to] = [`${year}-${censusDay ?? "01-01"}`, `${year}-${censusDay ?? "12-31"}`];
  return (opened === undefined || opened <= to) && (closed === undefined || closed >= from);
}

/** `2009-09`, `2009年9月1日` as `2009-09-01`, so that texts compare as days; undefined when there is no year. */
function monthDay(text: string | undefined, rest: string): string | undefined {
  const [year, month, day] = text?.match(/\d+/gu) ?? [];
  if (year?.length !== 4) return undefined;
  const [restMonth = "", restDay = ""] = rest.split("-");
  return `${year}-${(month ?? restMonth).padStart(2, "0")}-${(day ?? restDay).padStart(2, "0")}`;
}
