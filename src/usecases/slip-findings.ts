import { isCasework, type Finding } from "../domain/finding";
import { schoolOfFinding } from "../domain/ledger";
import type { ReportDraft } from "../core/build-report";

/** What each school has to mend or explain, errors first: by school code. */
export function findingsBySchool({
  collection,
  confrontation,
}: Pick<ReportDraft, "collection" | "confrontation">): ReadonlyMap<string, readonly Finding[]> {
  const schoolOf = schoolOfFinding(collection.ledger);
  const open = [...collection.findings, ...confrontation.findings].filter(isOpen);
  const bySchool = new Map<string, Finding[]>();
  for (const severity of ["error", "warning"] as const)
    for (const finding of open) {
      const school = finding.severity === severity ? schoolOf(finding) : undefined;
      if (school === undefined) continue;
      const findings = bySchool.get(school);
      if (findings) findings.push(finding);
      else bySchool.set(school, [finding]);
    }
  return bySchool;
}

/** Errors, and warnings nobody has answered for. */
const isOpen = (finding: Finding): boolean =>
  !isCasework(finding) &&
  (finding.severity === "error" || (finding.severity === "warning" && finding.explained === undefined));
