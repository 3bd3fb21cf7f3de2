import { exactFromCell } from "../../src/domain/exact";
import type { Reading } from "../../src/domain/cell";
import type { Collection, FormTable } from "../../src/domain/collected";
import type { School } from "../../src/domain/school";
import type { RuleTally, Verdict } from "../../src/domain/verdict";
import { validate } from "../../src/core/validate/validate";
import { loadBuiltin } from "../../src/definitions/builtin";
import { compileDefinition } from "../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../src/definitions/compiled";
import { parametersOf } from "../../src/definitions/parameters-of";

/** Cells of one row by element name: null is left blank, an element that is not there does not apply. */
export type Row = Readonly<Record<string, number | string | null>>;
/** What one school files, by form. */
export type Filed = Readonly<Record<string, readonly Row[]>>;

export interface RuleCase {
  readonly rule: string;
  /** Cells of the form's first row changed so that the rule fails. */
  readonly wrong: Row;
  /** A cell of the same row left blank, so that nothing can be said. */
  readonly blank: string;
}

/**
 * Declares three tests for each rule of a built-in definition: it passes a school that adds up, fails one that does
 * not, and says nothing of a blank.
 * @param attributes the school's row of the roster
 */
export function checkRules(
  builtin: string,
  attributes: Readonly<Record<string, string>>,
  sound: Filed,
  cases: readonly RuleCase[],
): void {
  const loaded = loadBuiltin(builtin);
  const compiled = loaded.ok
    ? compileDefinition(loaded.value, { parameters: [], rosterColumns: Object.keys(attributes) })
    : loaded;
  if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join("\n"));
  const definition = compiled.value;
  const school: School = {
    code: attributes["学校代码"] ?? "",
    name: attributes["学校名称"] ?? "",
    aliases: [],
    attributes,
  };

  const verdicts = (rule: string, filed: Filed): readonly Verdict[] => {
    const tables = new Map(
      Object.entries(filed).map(([form, rows]) => [form, tableOf(definition, school, form, rows)]),
    );
    const collection: Collection = { schools: [school], tables, ledger: [], findings: [] };
    const { tallies } = validate(definition, collection, parametersOf(definition.source));
    return verdictsOf(tallies.find((tally) => tally.rule === rule));
  };

  it("has a case here", () => {
    expect(cases.map(({ rule }) => rule)).toEqual(definition.source.rules.map(({ id }) => id));
  });

  describe.each(cases.map((one) => [one.rule, one] as const))("%s", (id, { wrong, blank }) => {
    const form = definition.source.rules.find((rule) => rule.id === id)?.form ?? "";
    const changed = (by: Row): Filed => ({
      ...sound,
      [form]: (sound[form] ?? []).map((row, index) => (index === 0 ? { ...row, ...by } : row)),
    });

    it("passes a school that adds up", () => {
      expect(verdicts(id, sound)).toEqual(["pass"]);
    });
    it("fails one that does not", () => {
      expect(verdicts(id, changed(wrong))).toContain("fail");
    });
    it("says nothing of a blank", () => {
      const left = verdicts(id, changed({ [blank]: null }));
      expect(left).toContain("undecided");
      expect(left).not.toContain("fail");
    });
  });
}

const decided = ["pass", "fail", "undecided"] as const;

const verdictsOf = (tally: RuleTally | undefined): readonly Verdict[] =>
  decided.filter((verdict) => (tally?.[verdict] ?? 0) > 0);

function tableOf(definition: CompiledDefinition, school: School, form: string, rows: readonly Row[]): FormTable {
  const elements = definition.forms.get(form)?.elements ?? [];
  return {
    form,
    rows: rows.map(() => ({ school, filed: true })),
    columns: new Map(elements.map(({ name }) => [name, rows.map((row) => readingOf(row[name]))])),
  };
}

function readingOf(value: Row[string] | undefined): Reading {
  if (value === undefined) return { state: "not-applicable" };
  if (value === null) return { state: "missing" };
  const read =
    typeof value === "number"
      ? ({ type: "number", value: exactFromCell(value) } as const)
      : ({ type: "text", value } as const);
  return { state: "reported", value: read };
}
