import { collect } from "../../../src/core/collect/collect";
import { validate } from "../../../src/core/validate/validate";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import type { FormulaRule } from "../../../src/definitions/rule-library/library-rule";
import type { CellContent } from "../../../src/domain/cell";
import type { Collection } from "../../../src/domain/collected";
import type { School } from "../../../src/domain/school";
import type { SheetSnapshot } from "../../../src/domain/snapshot";
import type { Verdict } from "../../../src/domain/verdict";
import { serialDay } from "../../../src/formula/calendar";
import { openWorkbookOf } from "../../support/workbook-text";

/** `@2025-09-01` is a date, null a blank, `—` 不适用. */
type CaseValue = string | number | boolean | null;
type CaseRow = Readonly<Record<string, CaseValue>>;

/** One case of a formula rule: what a school wrote and what the rule says about it. */
export interface FormulaCase {
  readonly entry: string;
  readonly what: string;
  readonly row: CaseRow;
  /** Rows of other schools in the same form. */
  readonly others?: readonly CaseRow[];
  /** Rows of the school in the other forms of the rule; null for a form it did not send. */
  readonly forms?: Readonly<Record<string, readonly CaseRow[] | null>>;
  /** Last year's rows; null for a school that did not exist. Absent: nobody has last year's workbooks. */
  readonly last?: CaseRow | null;
  readonly lastOthers?: readonly CaseRow[];
  readonly verdict: Verdict;
}

const ownForm = "本表";
const ownCode = "S0";

/**
 * The verdict on the school of the case, on the way every submission goes: sheets are collected, the rule is picked from
 * the library by a definition made of the rule's own columns, and confronted with what was collected.
 */
export function verdictOf(rule: FormulaRule, one: FormulaCase, siblings: readonly FormulaCase[]): Verdict {
  const definition = definitionFor(rule, siblings);
  const current = collected(definition, one, [one.row, ...(one.others ?? [])], 0);
  const [tally] = validate(definition, current, [], lastYear(definition, one)).tallies;
  if (!tally) throw new Error(`${rule.id} was not confronted`);
  const decided = (["pass", "fail", "undecided"] as const).filter((verdict) => tally[verdict] > 0);
  if (decided.length > 1) throw new Error(`${rule.id}: ${one.what} gave ${decided.join(" and ")}`);
  return decided[0] ?? "not-applicable";
}

function lastYear(definition: CompiledDefinition, one: FormulaCase): Collection | undefined {
  if (one.last === undefined) return undefined;
  const rows = [...(one.last === null ? [] : [one.last]), ...(one.lastOthers ?? [])];
  return collected(definition, one, rows, one.last === null ? 1 : 0);
}

const schoolOf = (index: number): School => {
  const [code, name] = [`S${String(index)}`, `第${String(index)}小学`];
  return { code, name, aliases: [], attributes: { 学校代码: code, 学校名称: name } };
};

function collected(
  definition: CompiledDefinition,
  one: FormulaCase,
  rows: readonly CaseRow[],
  first: number,
): Collection {
  const schools = rows.map((_, index) => schoolOf(index + first));
  // A row with nothing on it counts as not filed.
  const own = sheet(
    definition,
    ownForm,
    rows.map((row) => ({ ...row, 行: "1" })),
    (index) => schoolOf(index + first).code,
  );
  const others = Object.entries(one.forms ?? {}).flatMap(([form, some]) =>
    some === null
      ? []
      : [
          sheet(
            definition,
            form,
            some.map((row, index) => ({ ...row, 行: String(index) })),
            () => ownCode,
          ),
        ],
  );
  return collect(definition, schools, [openWorkbookOf(own, ...others)]);
}

function sheet(
  definition: CompiledDefinition,
  form: string,
  rows: readonly CaseRow[],
  codeOf: (index: number) => string,
): SheetSnapshot {
  const columns = definition.forms.get(form)?.elements.map(({ name }) => name) ?? [];
  return {
    name: form,
    visibility: "visible",
    merges: [],
    rows: [
      ["学校代码", ...columns],
      ...rows.map((row, index) => [codeOf(index), ...columns.map((column) => content(row[column] ?? null))]),
    ],
  };
}

function content(value: CaseValue): CellContent {
  const [, year, month, day] = /^@(\d{4})-(\d{2})-(\d{2})$/u.exec(typeof value === "string" ? value : "") ?? [];
  return day === undefined ? value : { date: serialDay(Number(year), Number(month), Number(day)) ?? 0 };
}

const definitions = new Map<FormulaRule, CompiledDefinition>();

/** The same for all cases of a rule. */
function definitionFor(rule: FormulaRule, cases: readonly FormulaCase[]): CompiledDefinition {
  const known = definitions.get(rule) ?? definitionOf(rule, cases);
  definitions.set(rule, known);
  return known;
}

/** A form of the rule's own columns, in the library's order, and one form for every other it names. */
function definitionOf(rule: FormulaRule, cases: readonly FormulaCase[]): CompiledDefinition {
  const others = Object.keys(rule.forms ?? {});
  const inOthers = others.map((form) => [form, columnsOf(cases.flatMap(({ forms }) => forms?.[form] ?? []))] as const);
  const ownRows = cases.flatMap(({ row, others: more = [] }) => [row, ...more]);
  const isOwn = `[学校代码]="${ownCode}"`;
  const parsed = parseDefinition({
    format: "report-definition/1",
    id: "case",
    title: "案例",
    period: "2025年",
    profile: { names: { 年: 2025 } },
    forms: [
      { name: ownForm, layout: "清单", periodType: "学年" },
      ...others.map((name) => ({
        name,
        layout: "记录",
        periodType: "学年",
        keys: ["学校代码", "行"],
        nilReport: true,
      })),
    ],
    elements: [
      ...elements(ownForm, inOrderOf(Object.keys(rule.columns), columnsOf(ownRows)), ownRows),
      ...[ownForm, ...others].map((form) => ({ form, name: "行", type: "文本" })),
      ...inOthers.flatMap(([form, columns]) => [
        ...elements(
          form,
          columns,
          cases.flatMap(({ forms }) => forms?.[form] ?? []),
        ),
      ]),
    ],
    rules: [
      {
        id: rule.id,
        form: ownForm,
        library: rule.id,
        when: rule.when === undefined ? isOwn : `AND(${isOwn},${rule.when})`,
      },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const compiled = compileDefinition(parsed.value, { parameters: [], rosterColumns: [] });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return compiled.value;
}

const columnsOf = (rows: readonly CaseRow[]): readonly string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row))),
];
const inOrderOf = (order: readonly string[], some: readonly string[]): readonly string[] =>
  order.filter((name) => some.includes(name));

function elements(form: string, columns: readonly string[], rows: readonly CaseRow[]): readonly object[] {
  return columns.map((name) => {
    const type = typeOf(rows.map((row) => row[name] ?? null));
    return { form, name, type, ...(type === "小数" && { min: -1e12 }) };
  });
}

function typeOf(values: readonly CaseValue[]): "小数" | "文本" | "是否" | "日期" {
  const value = values.find((one) => one !== null && one !== "—");
  if (typeof value === "boolean") return "是否";
  if (typeof value === "string") return value.startsWith("@") ? "日期" : "文本";
  return "小数";
}
