import { compare } from "../../domain/exact";
import type { Mention } from "../../domain/prose";
import { sameUnit } from "./same-unit";
import { isFigure, settledWords } from "./wording";

/** Which numbers of two clauses that are the same clause stand for each other, in order: pairs of places in the lists. */
export function pairNumbers(
  pasted: readonly Mention[],
  own: readonly Mention[],
): readonly (readonly [number, number])[] {
  const width = own.length + 1;
  const best: number[] = new Array<number>((pasted.length + 1) * width).fill(0);
  for (let row = pasted.length - 1; row >= 0; row -= 1)
    for (let column = own.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      const pair = affinity(pasted[row], own[column]) + (best[at + width + 1] ?? 0);
      best[at] = Math.max(pair, best[at + 1] ?? 0, best[at + width] ?? 0);
    }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < pasted.length && column < own.length; ) {
    const at = row * width + column;
    const here = best[at] ?? 0;
    if (here === best[at + 1]) column += 1;
    else if (here === best[at + width]) row += 1;
    else {
      pairs.push([row, column]);
      [row, column] = [row + 1, column + 1];
    }
  }
  return pairs;
}

/** How likely two numbers are the same one; 0 for numbers that cannot be. */
function affinity(a: Mention | undefined, b: Mention | undefined): number {
  if (!a || !b || isFigure(a) !== isFigure(b)) return 0;
  if (!isFigure(a)) return a.sort === b.sort ? 1 + (a.text === b.text ? 1 : 0) : 0;
  const same = a.value && b.value && compare(a.value, b.value) === 0 ? 1 : 0;
  return (
    0.2 +
    same +
    (sameUnit(a.unit, b.unit) ? 0.5 : 0) +
    0.6 * alikeEnd(a.before, b.before) +
    0.4 * alikeStart(a.after, b.after)
  );
}

function alikeEnd(a: string, b: string): number {
  const [left, right] = [settledWords(a).slice(-3), settledWords(b).slice(-3)];
  return left === right ? 1 : left.slice(-1) !== "" && left.slice(-1) === right.slice(-1) ? 0.4 : 0;
}

function alikeStart(a: string, b: string): number {
  const [left, right] = [settledWords(a).slice(0, 3), settledWords(b).slice(0, 3)];
  return left === right ? 1 : left.charAt(0) !== "" && left.charAt(0) === right.charAt(0) ? 0.4 : 0;
}
