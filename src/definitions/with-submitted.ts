import type { Benchmark } from "../domain/figure";

/** Past values with the one last year's submissions come to, which takes the place of what was written for that period. */
export function withSubmitted<T extends Benchmark>(written: readonly T[], submitted: T | undefined): readonly T[] {
  if (!submitted) return written;
  const isThen = ({ label }: T): boolean => label === submitted.label;
  const place = written.findIndex(isThen);
  const before = place < 0 ? written : written.slice(0, place);
  const after = written.slice(before.length).filter((one) => !isThen(one));
  return [...before, submitted, ...after];
}
