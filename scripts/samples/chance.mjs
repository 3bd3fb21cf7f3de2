/** A seeded source of numbers in [0, 1) (mulberry32): the same seed gives the same county. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** A whole number from `low` to `high`, both included. */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    /** Around 1, seldom far from it: exp of a sum of uniform numbers. */
    spread: (width) => Math.exp(width * (next() + next() + next() - 1.5)),
    /** `count` members of a list, in the order of the list. */
    some(list, count) {
      const keys = list.map((member, index) => ({ member, index, key: next() }));
      const kept = keys.sort((a, b) => a.key - b.key).slice(0, count);
      return kept.sort((a, b) => a.index - b.index).map(({ member }) => member);
    },
  };
}

/**
 * Divides a total over members in proportion to their weights, in whole steps, by largest remainder; no member gets
 * more than its cap. The parts add up to the total exactly.
 * @param {number} total
 * @param {readonly number[]} weights
 * @param {{ step?: number, caps?: readonly number[] }} [limits]
 * @returns {number[]}
 */
export function apportion(total, weights, { step = 1, caps = weights.map(() => Infinity) } = {}) {
  const steps = Math.round(total / step);
  const most = caps.map((cap) => Math.floor(cap / step));
  const parts = weights.map(() => 0);
  let left = steps;
  while (left > 0) {
    const open = weights.map((weight, index) => (parts[index] < most[index] ? weight : 0));
    const sum = open.reduce((a, b) => a + b, 0);
    if (sum === 0) throw new Error(`cannot place ${left} of ${total}`);
    const shares = open.map((weight) => (left * weight) / sum);
    const whole = shares.map((share, index) => Math.min(Math.floor(share), most[index] - parts[index]));
    const given = whole.reduce((a, b) => a + b, 0);
    whole.forEach((count, index) => (parts[index] += count));
    left -= given;
    if (given > 0 && left >= weights.length) continue;
    const order = shares
      .map((share, index) => ({ index, rest: share - Math.floor(share) }))
      .filter(({ index }) => open[index] > 0 && parts[index] < most[index])
      .sort((a, b) => b.rest - a.rest || a.index - b.index);
    for (const { index } of order.slice(0, left)) {
      parts[index] += 1;
      left -= 1;
    }
  }
  return parts.map((part) => part * step);
}

export const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
