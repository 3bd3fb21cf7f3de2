import { add, exactFromCell, zero } from "../domain/exact";
import type { Figure, WithheldReason } from "../domain/figure";
import { parameterKey, type Parameter } from "../domain/parameter";
import type { EvaluationScope } from "../formula/scope";
import type { Value } from "../formula/value";
import { yearOf } from "./period-label";
import type { Referent } from "./referent";

/** Told for every name a formula reads: what a condition or an indicator rests on. */
export interface NameReading {
  readonly figure?: Figure;
  readonly parameter?: string;
  readonly reasons: readonly WithheldReason[];
}

export type NameScope = Pick<EvaluationScope, "named" | "indicator" | "parameter" | "cumulative">;

/** Names as values, for formulas. */
export function nameScope(
  resolve: (name: string, slices: readonly string[]) => Referent,
  parameter: (name: string, keys: readonly string[]) => Parameter | WithheldReason,
  reportPeriod: string,
  onRead: (reading: NameReading) => void,
): NameScope {
  const told = (reading: NameReading, value: Value): Value => {
    onRead(reading);
    return value;
  };
  const failed = (reason: WithheldReason, row?: Parameter): Value =>
    told({ reasons: [reason], ...(row ? { parameter: parameterKey(row) } : {}) }, { type: "error", reason });
  const valueOfRow = (row: Parameter): Value =>
    row.value ? told({ parameter: parameterKey(row), reasons: [] }, row.value) : failed(toBeEntered(row), row);
  const valueOf = (referent: Referent): Value => {
    switch (referent.refers) {
      case "figure":
        return told({ figure: referent.figure, reasons: reasonsOf(referent.figure) }, figureAsValue(referent.figure));
      case "past":
        return told(readingOfPast(referent), { type: "number", value: referent.past.value });
      case "parameter":
        return valueOfRow(referent.parameter);
      case "setting":
        return settingAsValue(referent.value);
      case "nothing":
        return failed(referent.reason);
    }
  };
  const indicator = (name: string, slices: readonly string[]): Value => valueOf(resolve(name, slices));
  return {
    named: (name) => indicator(name, []),
    indicator,
    parameter: (name, keys) => {
      const found = parameter(name, keys);
      return "why" in found ? failed(found) : valueOfRow(found);
    },
    cumulative: (name, from, to) => cumulate(name, from, to ?? reportPeriod.slice(0, 4), indicator),
  };
}

/** What last year's submissions came to is kept with this year's figure, but rests on the schools of last year. */
function readingOfPast({ figure, past }: Extract<Referent, { refers: "past" }>): NameReading {
  if (past.parameter !== undefined) return { parameter: past.parameter, reasons: [] };
  const { value, submissions: coverage = figure.coverage } = past;
  const then = { state: "number", value } as const;
  return { figure: { ...figure, value: then, coverage, partial: coverage.missing.length > 0 }, reasons: [] };
}

export const toBeEntered = (row: Parameter): WithheldReason => ({
  why: "to-be-entered",
  name: row.name,
  ...(row.owner === undefined ? {} : { owner: row.owner }),
});

const reasonsOf = ({ value }: Figure): readonly WithheldReason[] => (value.state === "withheld" ? value.reasons : []);

/** A figure that waits for schools is 缺报 to a formula; one that cannot be computed keeps its reason. */
function figureAsValue({ value }: Figure): Value {
  switch (value.state) {
    case "number":
      return { type: "number", value: value.value };
    case "list":
      return { type: "list", items: value.items };
    case "text":
      return { type: "text", value: value.text };
    case "boolean":
      return { type: "boolean", value: value.value };
    case "withheld": {
      const waits = value.reasons.some(({ why }) => why === "missing" || why === "blocked");
      const [reason] = value.reasons;
      return waits || !reason ? { type: "missing" } : { type: "error", reason };
    }
  }
}

const settingAsValue = (value: string | number): Value =>
  typeof value === "string" ? { type: "text", value } : { type: "number", value: exactFromCell(value) };

/** Every year from one to the other must have its value: a sum with a gap is not a sum. */
function cumulate(name: string, from: string, to: string, valueOf: EvaluationScope["indicator"]): Value {
  const [first, last] = [yearOf(from), yearOf(to)];
  if (first === undefined || last === undefined || first > last)
    return { type: "error", reason: { why: "no-value", detail: `“${from}”到“${to}”不是可以累计的年份` } };
  let sum = zero;
  for (let year = first; year <= last; year += 1) {
    const value = valueOf(name, [`${String(year)}年`]);
    if (value.type !== "number") return value;
    sum = add(sum, value.value);
  }
  return { type: "number", value: sum };
}
