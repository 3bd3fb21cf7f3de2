/** The candidate that takes the fewest edits to reach, for “did you mean”; undefined when none is close. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = Array.from(name.toUpperCase());
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const letters = Array.from(candidate.toUpperCase());
    const edits = editDistance(wanted, letters);
    if (edits < fewest && isClose(edits, wanted, letters)) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** Half of the characters may differ; of Latin letters, which say less each and agree by chance, two in five. */
function isClose(edits: number, wanted: readonly string[], letters: readonly string[]): boolean {
  const longest = Math.max(wanted.length, letters.length);
  const share = [...wanted, ...letters].every((letter) => letter <= "\u007f") ? 0.4 : 0.5;
  return edits < longest && edits <= Math.max(1, Math.floor(longest * share));
}

/** The first of some names, for a message that has none to suggest: `甲、乙、丙等12个`. */
export function firstNames(names: Iterable<string>): string {
  const all = [...new Set(names)];
  const told = all.slice(0, mostTold).join("、");
  return all.length > mostTold ? `${told}等${String(all.length)}个` : told;
}
const mostTold = 6;

function editDistance(a: readonly string[], b: readonly string[]): number {
  let previous = b.map((_, column) => column + 1);
  previous.unshift(0);
  a.forEach((character, row) => {
    const current = [row + 1];
    b.forEach((other, column) => {
      const kept = (previous[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(kept, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    previous = current;
  });
  return previous[b.length] ?? 0;
}
