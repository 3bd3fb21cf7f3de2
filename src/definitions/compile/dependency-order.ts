/** An order in which every name comes after those it uses, or a circle (`甲`, `乙`, `甲`). */
export type DependencyOrder = { readonly order: readonly string[] } | { readonly circle: readonly string[] };

/** `usesOf` may name things outside `names`; those are ignored. Names that depend on nothing keep their order. */
export function dependencyOrder(names: Iterable<string>, usesOf: (name: string) => readonly string[]): DependencyOrder {
  const all = new Set(names);
  const settled = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (settled.has(name) || !all.has(name)) return undefined;
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    for (const used of usesOf(name)) {
      const circle = visit(used, [...path, name]);
      if (circle) return circle;
    }
    settled.add(name);
    return undefined;
  };
  for (const name of all) {
    const circle = visit(name, []);
    if (circle) return { circle };
  }
  return { order: [...settled] };
}
