import type { RuleRemark, RuleRemarkKind } from "../../domain/rule-remark";
import type { RuleTally } from "../../domain/verdict";
import type { ValidationRule } from "../../definitions/definition";
import type { LinearRule } from "./linear-rule";

const label = ({ id, says }: ValidationRule): string => `“${id} ${says}”`;
const labels = (rules: readonly LinearRule[]): string => rules.map(({ compiled }) => label(compiled.rule)).join("、");

/** A remark on a rule of the definition, in words. */
export function remarkOf(
  kind: Exclude<RuleRemarkKind, "never-decided">,
  { compiled: { rule } }: LinearRule,
  others: readonly LinearRule[],
): RuleRemark {
  const [message, instruction] = words(kind, label(rule), labels(others));
  return { kind, rule: rule.id, form: rule.form, others: others.map(({ compiled }) => compiled.rule.id), message, instruction }; // prettier-ignore
}

function words(
  kind: Exclude<RuleRemarkKind, "never-decided">,
  rule: string,
  others: string,
): readonly [message: string, instruction: string] {
  switch (kind) {
    case "contradictory":
      return others === ""
        ? [`${rule}不可能成立，怎么填都不符`, "核对公式和字段的上限、下限"]
        : [`${rule}与${others}不能同时成立，怎么填都有一条不符`, "核对这几条的公式，改正或停用其中一条"];
    case "always-true":
      return [`${rule}总是成立，查不出问题`, "核对公式；字段的上限、下限已经管住的，可以停用"];
    case "redundant":
      return [`填全的行上，${rule}由${others}就能得出，同一处错会报两次`, "有缺报的行上它仍有用；不需要就停用"];
    case "never-applied":
      return [`${rule}的适用条件不可能成立，一行也不查`, "核对适用和字段的上限、下限"];
  }
}

/** A remark on a rule that decided nothing in a run. */
export function remarkOfTally(
  { rule: id, form, pass, fail, undecided }: RuleTally,
  rule: ValidationRule | undefined,
): readonly RuleRemark[] {
  if (!rule || pass + fail > 0) return [];
  const remark = { rule: id, form, others: [] };
  if (undecided === 0)
    return [
      { ...remark, kind: "never-applied", message: `${label(rule)}一次也没有查过：没有适用的行`, instruction: "核对适用，以及这张表是否收齐" },
    ]; // prettier-ignore
  return [
    {
      ...remark,
      kind: "never-decided",
      message: `${label(rule)}在${String(undecided)}行上都算不了`,
      instruction: "核对公式用到的列、参数和上年数据是否齐全",
    },
  ];
}
