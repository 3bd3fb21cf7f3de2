import { type Exact, decimalText, exactText, integer, isInteger, one, parseExact, zero } from "../domain/exact";
import { unreachable } from "../domain/result";
import type { Value } from "./value";

/** A value that is there, as against 缺报, 不适用 and 无法计算. */
export type Present = Exclude<Value, { readonly type: Absent["type"] }>;
export type Absent = Extract<Value, { readonly type: "missing" | "not-applicable" | "error" }>;

export const missing: Value = { type: "missing" };
export const notApplicable: Value = { type: "not-applicable" };
export const zeroDenominator: Value = { type: "error", reason: { why: "zero-denominator" } };

export const numberValue = (value: Exact): Value => ({ type: "number", value });
export const textValue = (value: string): Value => ({ type: "text", value });
export const booleanValue = (value: boolean): Value => ({ type: "boolean", value });
export const dateValue = (value: number): Value => ({ type: "date", value });

const noValueTexts = {
  "not-a-number": "文字不能参加计算",
  "not-comparable": "两边不能比大小",
  "not-a-condition": "不是“是”或“否”",
  "not-a-date": "不是日期",
  "no-such-column": "没有这一列",
  "no-such-row": "这里没有本行",
  "rows-differ": "各行的值不同，不能当作一个值",
  "two-forms": "一个合计里用了两张表",
  "nested-total": "合计里又套了合计",
  "nothing-to-take": "没有可取的值",
  "out-of-range": "参数超出范围",
  "circular-field": "派生字段循环引用",
  "too-few-rows": "同组不足5行，看不出偏离",
  "no-spread": "同组多数值相同，算不出偏离",
} as const;

/** 无法计算 for a cause that lies in the formula or in what it met. */
export const noValue = (cause: keyof typeof noValueTexts): Value => ({
  type: "error",
  reason: { why: "no-value", detail: noValueTexts[cause] },
});

export function isAbsent(value: Value): value is Absent {
  return value.type === "missing" || value.type === "not-applicable" || value.type === "error";
}

const ranks: Readonly<Record<Absent["type"], number>> = { missing: 3, error: 2, "not-applicable": 1 };

/** What several operands give when some are not there: 缺报 before 无法计算 before 不适用; undefined when all are there. */
export function absence(operands: readonly Value[]): Absent | undefined {
  let strongest: Absent | undefined;
  for (const operand of operands) {
    if (isAbsent(operand) && (!strongest || ranks[operand.type] > ranks[strongest.type])) strongest = operand;
  }
  return strongest;
}

/** The number a value counts as in arithmetic; undefined for words and lists. */
export function numberOf(value: Present): Exact | undefined {
  switch (value.type) {
    case "number":
      return value.value;
    case "date":
      return dayNumber(value.value);
    case "boolean":
      return value.value ? one : zero;
    case "text":
      return parseExact(value.value.trim());
    case "list":
      return undefined;
    default:
      return unreachable(value);
  }
}

export const dayNumber = (day: number): Exact => parseExact(String(day)) ?? zero;

/** The text a value is joined or compared as. Dates are their serial day, as in Excel. */
export function textOf(value: Present): string {
  switch (value.type) {
    case "number":
      return numberText(value.value);
    case "date":
      return String(value.value);
    case "boolean":
      return value.value ? "是" : "否";
    case "text":
      return value.value;
    case "list":
      return value.items.join("、");
    default:
      return unreachable(value);
  }
}

const repeatingPlaces = 15;
function numberText(value: Exact): string {
  const text = exactText(value);
  return text.includes("/") ? decimalText(value, repeatingPlaces) : text;
}

/** 是 or 否; undefined when the value is neither. */
export function truthOf(value: Present): boolean | undefined {
  if (value.type === "boolean") return value.value;
  if (value.type === "number") return value.value.numerator !== 0n;
  if (value.type === "text" && (value.value === "是" || value.value === "否")) return value.value === "是";
  return undefined;
}

/** A whole number a function can work with (places, counts, years), cut toward zero; undefined beyond ±limit. */
export function wholeNumber(value: Exact, limit: number): number | undefined {
  const whole = isInteger(value) ? value : integer(value.numerator / value.denominator);
  return whole.numerator >= -BigInt(limit) && whole.numerator <= BigInt(limit) ? Number(whole.numerator) : undefined;
}
