import type { Finding } from "./finding";
import type { School } from "./school";

/** Findings as people work through them: by school in roster order, then file, sheet, row and column. Others come first. */
export function inOrder(findings: readonly Finding[], schools: readonly School[]): readonly Finding[] {
  const places = new Map(schools.map(({ code }, place) => [code, place]));
  const key = ({ school, file, at }: Finding): readonly (string | number)[] => [
    school === undefined ? -1 : (places.get(school) ?? -1),
    at?.file ?? file ?? "",
    at?.sheet ?? "",
    at?.row ?? -1,
    at?.column ?? -1,
  ];
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort((a, b) => order(a.key, b.key))
    .map(({ finding }) => finding);
}

function order(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}
