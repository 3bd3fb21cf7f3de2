import type { Exact } from "../../domain/exact";
import type { Parameter } from "../../domain/parameter";
import type { RuleRemark } from "../../domain/rule-remark";
import type { RuleTally } from "../../domain/verdict";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { ValidationRule } from "../../definitions/definition";
import { namedValues } from "../../definitions/named-values";
import { contradictions } from "./contradictions";
import { type LinearRule, linearRules } from "./linear-rule";
import { remarkOf, remarkOfTally } from "./remark-words";
import { smallest } from "./minimal-conflicts";
import { type RowLogic, rowLogic, waysToFail } from "./row-logic";

/**
 * What is odd about the rules of a definition, by form and in their order: contradictions, rules that cannot fail, rules that
 * follow from others; and with the tallies of a run, rules that never decided anything. Certain as far as it goes: parts of
 * rules that are not linear are left out of account, so something odd may remain unsaid.
 */
export function ruleHealth(
  definition: CompiledDefinition,
  parameters: readonly Parameter[],
  tallies: readonly RuleTally[] = [],
): readonly RuleRemark[] {
  const names = namedValues(definition, new Map(), parameters).scope(() => undefined);
  const parameter = (name: string): Exact | undefined => {
    const value = names.named(name);
    return value.type === "number" ? value.value : undefined;
  };
  const ofForms = [...definition.forms.keys()].flatMap((form) => {
    const { rules, rangeOf } = linearRules(definition, form, parameter);
    return ofForm(rules, rowLogic(rangeOf));
  });
  const rules = new Map(definition.rules.map(({ rule }) => [rule.id, rule]));
  const ofRun = tallies.flatMap((tally) => remarkOfTally(tally, rules.get(tally.rule)));
  const known = new Set(ofForms.filter(({ kind }) => kind === "never-applied").map(({ rule }) => rule));
  return [...ofForms, ...ofRun.filter(({ rule }) => !known.has(rule))];
}

function ofForm(rules: readonly LinearRule[], logic: RowLogic): readonly RuleRemark[] {
  const conflicts = contradictions(rules, logic);
  const always = rules.filter((rule) => follows(rule, [], logic) !== undefined);
  const clashing = new Set(conflicts.flat());
  const sound = rules.filter((rule) => !always.includes(rule) && !clashing.has(rule));
  return [
    ...conflicts.flatMap(([first, ...others]) => (first ? [remarkOf("contradictory", first, others)] : [])),
    ...always.map((rule) => remarkOf(neverApplies(rule, logic) ? "never-applied" : "always-true", rule, [])),
    ...redundant(sound, logic),
  ];
}

const neverApplies = ({ when }: LinearRule, logic: RowLogic): boolean => logic.conflict([], when.holds) !== undefined;

/** Of two rules that say the same, the later one. */
function redundant(rules: readonly LinearRule[], logic: RowLogic): readonly RuleRemark[] {
  const remarks: RuleRemark[] = [];
  const dropped = new Set<LinearRule>();
  for (const rule of [...rules].reverse()) {
    const others = rules.filter((other) => other !== rule && !dropped.has(other) && covers(other, rule));
    const from = follows(rule, others, logic);
    if (!from) continue;
    dropped.add(rule);
    remarks.unshift(remarkOf("redundant", rule, from));
  }
  return remarks;
}

const gravity: Readonly<Record<ValidationRule["severity"], number>> = { 错误: 3, 警告: 2, 提示: 1 };

/** Whether a rule is asked of every row another is asked of, takes blanks as it does, and is at least as grave. */
function covers({ when, compiled: { rule } }: LinearRule, other: LinearRule): boolean {
  const covered = other.compiled.rule;
  const isAsked = when.text === "" || when.text === other.when.text;
  return isAsked && rule.ifMissing === covered.ifMissing && gravity[rule.severity] >= gravity[covered.severity];
}

/** Those of the others that together leave no row that fails the rule; undefined when some row can fail it. */
function follows(rule: LinearRule, others: readonly LinearRule[], logic: RowLogic): readonly LinearRule[] | undefined {
  const ways = waysToFail(rule);
  if (!ways || rule.compiled.rule.ifMissing === "判错") return undefined;
  const used = new Set<LinearRule>();
  for (const way of ways) {
    const conflict = smallest(others, (members) => logic.conflict(members, [...rule.when.holds, ...way]));
    if (!conflict) return undefined;
    for (const other of conflict) used.add(other);
  }
  return others.filter((other) => used.has(other));
}
