import type { PlacedFinding } from "../../usecases/pane-report";

/** The findings of one school, or those of no school. */
export interface FindingGroup {
  readonly key: string;
  readonly school?: string;
  readonly findings: readonly PlacedFinding[];
  readonly clauses: number;
}

/** Groups in the order of their findings; the report has sorted these by effect. */
export function groupBySchool(findings: readonly PlacedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const placed of findings) {
    const key = placed.schoolName ?? "";
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return [...groups].map(([key, group]) => ({
    key,
    ...(key !== "" && { school: key }),
    findings: group,
    clauses: Math.max(...group.map(({ clauses }) => clauses)),
  }));
}
