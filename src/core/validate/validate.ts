import { cellKey } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import { inOrder } from "../../domain/finding-order";
import type { Parameter } from "../../domain/parameter";
import type { Confrontation, RuleTally, Verdict } from "../../domain/verdict";
import type { CompiledDefinition, CompiledRule } from "../../definitions/compiled";
import type { RowScope } from "../../formula/form-columns";
import { cellsBehind } from "./cells-behind";
import { ruleMessage, severities, sidesOf, valueText } from "./finding-words";
import { type Judgement, judge } from "./judge";
import { ruleScope } from "./rule-scope";

/**
 * Runs every active rule on every row that was filed. Passes are counted, failures are findings, and errors block their
 * cells. `previous` is last year's submissions, for 上年; without it such rules are 未判.
 */
export function validate(
  definition: CompiledDefinition,
  collection: Collection,
  parameters: readonly Parameter[],
  previous?: Collection,
): Confrontation {
  const asFiled = ruleScope(definition, collection, parameters, false, previous);
  const withZeros = ruleScope(definition, collection, parameters, true, previous);
  const confronted = definition.rules
    .filter(({ rule }) => rule.active)
    .map((rule) => confront(definition, collection, rule, rule.rule.ifMissing === "按零" ? withZeros : asFiled));
  const findings = inOrder(confronted.flatMap((one) => one.findings), collection.schools); // prettier-ignore
  return {
    tallies: confronted.map(({ tally }) => tally),
    findings,
    blocked: blockedCells([...collection.findings, ...findings]),
  };
}

interface Confronted {
  readonly tally: RuleTally;
  readonly findings: readonly Finding[];
}

function confront(
  definition: CompiledDefinition,
  collection: Collection,
  compiled: CompiledRule,
  scope: RowScope,
): Confronted {
  const { id, form } = compiled.rule;
  const table = collection.tables.get(form);
  const verdicts: Verdict[] = [];
  const findings: Finding[] = [];
  for (const [row, { filed, school }] of (table?.rows ?? []).entries()) {
    if (!table || !filed) continue;
    const isOwnRow = (other: string, place: number): boolean =>
      collection.tables.get(other)?.rows[place]?.school === school;
    const judgement = judge(compiled, { scope: { ...scope, form, row }, isOwnRow });
    verdicts.push(judgement.verdict);
    if (judgement.verdict === "fail")
      findings.push(failure(definition, collection, compiled, table, row, judgement, scope));
  }
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  return {
    tally: {
      rule: id,
      form,
      pass: count("pass"),
      fail: count("fail"),
      undecided: count("undecided"),
      notApplicable: count("not-applicable"),
    },
    findings,
  };
}

function failure(
  definition: CompiledDefinition,
  collection: Collection,
  { rule }: CompiledRule,
  table: FormTable,
  row: number,
  judgement: Judgement,
  scope: RowScope,
): Finding {
  const [at, ...alsoAt] = cellsBehind(definition, collection, rule.form, row, judgement);
  const { left, right } = judgement;
  const sides = left && right ? sidesOf(left, right) : undefined;
  const columns = scope.columns(rule.form);
  const columnText = (column: string): string =>
    columns?.has(column) === true ? valueText(columns.value(column, row)) : `[${column}]`;
  const filed = table.rows[row];
  return {
    code: "rule-failed",
    severity: severities[rule.severity],
    rule: rule.id,
    form: rule.form,
    ...(filed && { school: filed.school.code }),
    ...(filed?.file !== undefined && { file: filed.file }),
    ...(at && { at }),
    ...(alsoAt.length > 0 && { alsoAt }),
    message: ruleMessage(rule, sides, columnText),
    instruction: rule.instruction,
    ...(sides && { found: sides.found, expected: sides.expected }),
    ...(sides?.difference !== undefined && { difference: sides.difference }),
  };
}

function blockedCells(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const blocked = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.severity !== "error") continue;
    for (const at of [finding.at, ...(finding.alsoAt ?? [])]) {
      if (at && !blocked.has(cellKey(at))) blocked.set(cellKey(at), finding);
    }
  }
  return blocked;
}
