import type { Condition, LinearRule } from "./linear-rule";
import { minimalConflicts } from "./minimal-conflicts";
import type { RowLogic } from "./row-logic";

/**
 * Smallest sets of rules that no filled-in row can pass together, though all of them can apply to one row. Rules under
 * different conditions are set against each other unless the numbers in the conditions exclude each other, or both hold
 * words of which nothing is known.
 */
export function contradictions(rules: readonly LinearRule[], logic: RowLogic): readonly (readonly LinearRule[])[] {
  const found = new Map<string, readonly LinearRule[]>();
  for (const context of contexts(rules, logic)) {
    const texts = new Set(context.map(({ text }) => text));
    const assumed = context.flatMap(({ holds }) => holds);
    const asked = rules.filter(({ when }) => when.text === "" || texts.has(when.text));
    for (const conflict of minimalConflicts(asked, (members) => logic.conflict(members, assumed))) {
      const key = conflict.map(({ compiled }) => compiled.rule.id).join("\u0000");
      if (isSmallest(conflict, [...found.values()])) found.set(key, conflict);
    }
  }
  return [...found.values()];
}

const isSmallest = (conflict: readonly LinearRule[], found: readonly (readonly LinearRule[])[]): boolean =>
  !found.some((other) => other.every((rule) => conflict.includes(rule)));

/** Kinds of rows: any, those of one 适用, and those of two that can hold together. */
function contexts(rules: readonly LinearRule[], logic: RowLogic): readonly (readonly Condition[])[] {
  const byText = new Map(rules.filter(({ when }) => when.text !== "").map(({ when }) => [when.text, when]));
  const conditions = [...byText.values()];
  const pairs = conditions.flatMap((one, index) =>
    conditions.slice(index + 1).flatMap((other) => (mayMeet(one, other) ? [[one, other]] : [])),
  );
  const canBe = (context: readonly Condition[]): boolean =>
    logic.conflict([], context.flatMap(({ holds }) => holds)) === undefined; // prettier-ignore
  return [[], ...conditions.map((condition) => [condition]), ...pairs].filter(canBe);
}

const mayMeet = (one: Condition, other: Condition): boolean =>
  one.rest === "" || other.rest === "" || one.rest === other.rest;
