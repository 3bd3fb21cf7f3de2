/** How many sets are looked at; a definition with more contradictions is told these first. */
const mostSets = 200;

/**
 * Every smallest set of `all` that cannot hold together. `conflictIn` gives a set, not necessarily smallest, out of the ones
 * given, or undefined when they can all hold. Found by leaving out each member of what was found in turn.
 */
export function minimalConflicts<T>(
  all: readonly T[],
  conflictIn: (members: readonly T[]) => readonly T[] | undefined,
): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [];
  const seen = new Set<string>([""]);
  const waiting: ReadonlySet<T>[] = [new Set()];
  for (let looked = 0; looked < mostSets; looked += 1) {
    const without = waiting.shift();
    if (!without) break;
    const known = found.find((conflict) => conflict.every((member) => !without.has(member)));
    const conflict = known ?? smallest(all.filter((member) => !without.has(member)), conflictIn); // prettier-ignore
    if (!conflict) continue;
    if (!known) found.push(conflict);
    for (const member of conflict) {
      const next = new Set([...without, member]);
      const key = all.flatMap((one, index) => (next.has(one) ? [index] : [])).join(",");
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next);
    }
  }
  return found;
}

/** A conflict none of whose members can be left out. */
export function smallest<T>(
  members: readonly T[],
  conflictIn: (members: readonly T[]) => readonly T[] | undefined,
): readonly T[] | undefined {
  let conflict = conflictIn(members);
  for (const member of conflict ?? []) {
    const rest = conflict?.filter((other) => other !== member) ?? [];
    if (rest.length < (conflict?.length ?? 0)) conflict = conflictIn(rest) ?? conflict;
  }
  return conflict;
}
