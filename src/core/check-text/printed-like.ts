import { decimalText, divide, integer, type Exact } from "../../domain/exact";
import type { Mention } from "../../domain/prose";

const scales: Readonly<Record<Mention["scale"], bigint>> = {
  "": 1n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  亿: 100_000_000n,
};

/** A value in the words another number is told in: its decimals, its scale, its unit. */
export function printedLike({ decimals, scale, unit, text, digitsAt, at }: Mention, value: Exact): string {
  const parts = unit === "%" ? 100n : unit === "‰" ? 1000n : 1n;
  const scaled = divide(value, { numerator: scales[scale], denominator: parts });
  const tail = text
    .slice(digitsAt.end - at.start)
    .replace(/^[多余]|以上$|以下$/gu, "")
    .trim();
  return scaled === undefined ? text : `${decimalText(scaled, Math.max(decimals, isWhole(value) ? 0 : 2))}${tail}`;
}

const isWhole = (value: Exact): boolean => divide(value, integer(1))?.denominator === 1n;
