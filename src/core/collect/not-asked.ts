import type { Exemption } from "../../domain/casework";
import type { CellAddress } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import { isCoveredByMain, isExempt } from "./expected-schools";
import { coveredByMain, schoolExempt, schoolMerged, schoolOutOfScope } from "./filing-words";

/** Why a form that came from a school is not taken, when the school is not asked for it. */
export function notAskedFinding(
  form: string,
  school: School,
  at: CellAddress,
  schools: readonly School[],
  exemptions: readonly Exemption[],
): Finding {
  const named = (header: string): string | undefined => nameOf(school.attributes[header], schools);
  const successor = named("并入");
  if (isExempt(exemptions, school, form)) return { code: "school-unknown", ...schoolExempt(at, school.name, form) };
  if (isCoveredByMain(school))
    return { code: "campus-counted-twice", ...coveredByMain(at, school.name, named("主校") ?? "主校") };
  if (successor !== undefined) return { code: "school-unknown", ...schoolMerged(at, school.name, successor) };
  return { code: "school-unknown", ...schoolOutOfScope(at, school.name, form) };
}

/** Rosters name another school by its code or by its name. */
function nameOf(written: string | undefined, schools: readonly School[]): string | undefined {
  return schools.find(({ code, name }) => code === written || name === written)?.name ?? written;
}
