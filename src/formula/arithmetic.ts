import { type Exact, add, divide, multiply, negate, subtract, toNumber } from "../domain/exact";
import type { BinaryOperator } from "./tree";
import type { Value } from "./value";
import {
  absence,
  dateValue,
  isAbsent,
  noValue,
  numberOf,
  numberValue,
  textOf,
  textValue,
  zeroDenominator,
} from "./values";

type ArithmeticOperator = Extract<BinaryOperator, "+" | "-" | "*" | "/">;

export function calculated(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (isAbsent(left) || isAbsent(right)) return absence([left, right]) ?? left;
  const [a, b] = [numberOf(left), numberOf(right)];
  if (!a || !b) return noValue("not-a-number");
  const result = outcome(operator, a, b);
  if (!result) return zeroDenominator;
  const shiftsDate = (operator === "+" && left.type !== right.type) || (operator === "-" && right.type !== "date");
  return shiftsDate && (left.type === "date" || right.type === "date")
    ? dateValue(toNumber(result))
    : numberValue(result);
}

function outcome(operator: ArithmeticOperator, a: Exact, b: Exact): Exact | undefined {
  switch (operator) {
    case "+":
      return add(a, b);
    case "-":
      return subtract(a, b);
    case "*":
      return multiply(a, b);
    case "/":
      return divide(a, b);
  }
}

export function signed(operator: "+" | "-", operand: Value): Value {
  if (isAbsent(operand)) return operand;
  const number = numberOf(operand);
  if (!number) return noValue("not-a-number");
  return operator === "-" ? numberValue(negate(number)) : operand.type === "date" ? operand : numberValue(number);
}

export function concatenated(left: Value, right: Value): Value {
  if (isAbsent(left) || isAbsent(right)) return absence([left, right]) ?? left;
  return textValue(textOf(left) + textOf(right));
}
