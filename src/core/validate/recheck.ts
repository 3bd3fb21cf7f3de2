import type { Collection } from "../../domain/collected";
import type { CellTrial, Recheck, RowVerdict } from "../../domain/diagnosis";
import { subtract } from "../../domain/exact";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition, CompiledRule } from "../../definitions/compiled";
import type { RowScope } from "../../formula/form-columns";
import { cellsBehind } from "./cells-behind";
import { type Judgement, judge } from "./judge";
import { patchedScope } from "./patched-scope";
import { type RuleReads, readsOf } from "./rule-reads";
import { ruleScope } from "./rule-scope";

/**
 * Judges one school's rows again with some of its cells put differently, many times over: only rules that read a changed
 * column, only rows the change can reach. Totals over all schools see the change; derived fields of other schools do not.
 */
export function recheckOf(
  definition: CompiledDefinition,
  collection: Collection,
  parameters: readonly Parameter[],
  previous?: Collection,
): Recheck {
  const asFiled = ruleScope(definition, collection, parameters, false, previous);
  const withZeros = ruleScope(definition, collection, parameters, true, previous);
  const rules = definition.rules.filter(({ rule }) => rule.active);
  const readsByRule = new Map(rules.map((rule) => [rule, readsOf(definition, rule)]));
  const rowsBySchool = ownRows(collection);

  return (school, trials, only) => {
    const rows = rowsBySchool.get(school) ?? new Map<string, readonly number[]>();
    const patched = (base: RowScope): RowScope =>
      trials.length === 0 ? base : patchedScope(definition, base, rows, trials);
    const [filed, zeroed] = [patched(asFiled), patched(withZeros)];
    return rules.flatMap((rule) => {
      if (only && !only.has(rule.rule.id)) return [];
      const reached = reachedRows(rule, readsByRule.get(rule), rows.get(rule.rule.form) ?? [], trials);
      const scope = rule.rule.ifMissing === "按零" ? zeroed : filed;
      return reached
        .filter((row) => collection.tables.get(rule.rule.form)?.rows[row]?.filed === true)
        .map((row) => verdictOf(definition, collection, rule, row, scope));
    });
  };
}

type RowsByForm = ReadonlyMap<string, readonly number[]>;

function ownRows({ tables }: Collection): ReadonlyMap<string, RowsByForm> {
  const bySchool = new Map<string, Map<string, number[]>>();
  for (const { form, rows } of tables.values())
    for (const [row, { school }] of rows.entries()) {
      const byForm = bySchool.get(school.code) ?? new Map<string, number[]>();
      const own = byForm.get(form) ?? [];
      own.push(row);
      bySchool.set(school.code, byForm.set(form, own));
    }
  return bySchool;
}

function reachedRows(
  { rule }: CompiledRule,
  reads: RuleReads | undefined,
  rows: readonly number[],
  trials: readonly CellTrial[],
): readonly number[] {
  if (trials.length === 0 || !reads) return rows;
  if (trials.some(({ form, element }) => reads.anywhere(form, element))) return rows;
  const changed = trials.filter(({ form, element }) => form === rule.form && reads.inRow(element));
  return rows.filter((row) => changed.some((trial) => trial.row === row));
}

function verdictOf(
  definition: CompiledDefinition,
  collection: Collection,
  compiled: CompiledRule,
  row: number,
  scope: RowScope,
): RowVerdict {
  const { id, form } = compiled.rule;
  const school = collection.tables.get(form)?.rows[row]?.school;
  const isOwnRow = (other: string, place: number): boolean =>
    collection.tables.get(other)?.rows[place]?.school === school;
  const judgement = judge(compiled, { scope: { ...scope, form, row }, isOwnRow });
  return {
    rule: id,
    form,
    row,
    verdict: judgement.verdict,
    ...gapOf(judgement),
    isEquality: judgement.part?.node === "binary" && judgement.part.operator === "=",
    cells: () => cellsBehind(definition, collection, form, row, judgement),
  };
}

const gapOf = ({ left, right }: Judgement): Pick<RowVerdict, "gap"> =>
  left?.type === "number" && right?.type === "number" ? { gap: subtract(left.value, right.value) } : {};
