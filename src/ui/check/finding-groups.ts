import type { PlacedFinding } from "../../usecases/pane-report";

/** By school and effect, or by rule. */
export type Grouping = "effect" | "rule";

/** Findings shown under one heading. */
export interface FindingGroup {
  readonly key: string;
  /** Absent for findings of no school or rule. */
  readonly title?: string;
  readonly findings: readonly PlacedFinding[];
  /** The most clauses that one of them could change. */
  readonly clauses: number;
}

export interface GroupedFindings {
  readonly groups: readonly FindingGroup[];
  /** Findings whose repair would change no printed clause. */
  readonly folded: readonly PlacedFinding[];
}

/** Groups in the order of their findings; the report has sorted these by effect. */
export function groupFindings(findings: readonly PlacedFinding[], grouping: Grouping): GroupedFindings {
  if (grouping === "rule") return { groups: grouped(findings, ({ finding }) => finding.rule), folded: [] };
  const folded = findings.filter(({ clauses }) => clauses === 0);
  const others = findings.filter(({ clauses }) => clauses !== 0);
  return { groups: grouped(others, ({ schoolName }) => schoolName), folded };
}

function grouped(
  findings: readonly PlacedFinding[],
  titleOf: (placed: PlacedFinding) => string | undefined,
): readonly FindingGroup[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const placed of findings) {
    const key = titleOf(placed) ?? "";
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return [...groups].map(([key, group]) => ({
    key,
    ...(key !== "" && { title: key }),
    findings: group,
    clauses: Math.max(...group.map(({ clauses = 0 }) => clauses)),
  }));
}
