/** The candidate that takes the fewest edits to reach, for “did you mean”; undefined when none is close. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = Array.from(name.toUpperCase());
  let nearest: string | undefined;
  let fewest = Math.max(1, Math.ceil(wanted.length / 2)) + 1;
  for (const candidate of candidates) {
    const edits = editDistance(wanted, Array.from(candidate.toUpperCase()));
    if (edits < fewest && edits < Math.max(wanted.length, candidate.length)) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

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
