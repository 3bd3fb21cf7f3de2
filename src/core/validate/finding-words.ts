import { decimalText, exactText, magnitude, subtract } from "../../domain/exact";
import type { Severity } from "../../domain/finding";
import type { ValidationRule } from "../../definitions/definition";
import { isoDay } from "../../domain/iso-day";
import type { Value } from "../../formula/value";
import { textOf } from "../../formula/values";

export const severities: Readonly<Record<ValidationRule["severity"], Severity>> = {
  错误: "error",
  警告: "warning",
  提示: "notice",
};

const places = 4;

/** A value as a message prints it: numbers exactly, or rounded to four decimals when they have no end. */
export function valueText(value: Value): string {
  switch (value.type) {
    case "missing":
      return "缺报";
    case "not-applicable":
      return "—";
    case "error":
      return "无法计算";
    case "date":
      return isoDay(value.value);
    case "number": {
      const text = exactText(value.value);
      return text.includes("/") ? decimalText(value.value, places) : text;
    }
    default:
      return textOf(value);
  }
}

/** What two sides were and how far apart, as printed; `difference` is left less right. */
export interface Sides {
  readonly found: string;
  readonly expected: string;
  readonly difference?: string;
  readonly apart?: string;
}

export function sidesOf(left: Value, right: Value): Sides {
  const texts = { found: valueText(left), expected: valueText(right) };
  if (left.type !== "number" || right.type !== "number") return texts;
  const difference = subtract(left.value, right.value);
  return { ...texts, difference: numberText(difference), apart: numberText(magnitude(difference)) };
}
const numberText = (value: Parameters<typeof exactText>[0]): string => valueText({ type: "number", value });

/** The rule's own words with their places filled, or `名称：左…，右…，差…`. {差} is printed without a sign. */
export function ruleMessage(
  rule: ValidationRule,
  sides: Sides | undefined,
  columnText: (column: string) => string,
): string {
  if (rule.message === undefined) return defaultMessage(rule.says, sides);
  return rule.message.replace(/\{([^{}]*)\}/gu, (whole, name: string) => {
    if (name === "左") return sides?.found ?? whole;
    if (name === "右") return sides?.expected ?? whole;
    if (name === "差") return sides?.apart ?? "";
    return name.startsWith("[") && name.endsWith("]") ? columnText(name.slice(1, -1).replace(/^@/u, "")) : whole;
  });
}

function defaultMessage(says: string, sides: Sides | undefined): string {
  if (!sides) return `${says}：不符`;
  return `${says}：左${sides.found}，右${sides.expected}${sides.apart === undefined ? "" : `，差${sides.apart}`}`;
}
