import type { FileReading } from "../domain/snapshot";
import { noCasework } from "../domain/casework";
import type { DistrictReport } from "../core/build-report";
import { intakeOf } from "../core/collect/intake";
import { chaseMessage } from "./chase-list";
import type { PaneReport } from "./pane-report";
import type { PreparedReport } from "./prepare-report";
import { returnSlips } from "./return-slips";

/** What the pane shows of the way to and from the schools: who is in, who is chased, what goes back, what was decided. */
export function summarizeIntake(
  { definition, casework = noCasework }: PreparedReport,
  report: DistrictReport,
  readings: readonly FileReading[],
  now: string,
): Pick<PaneReport, "intake" | "chaseList" | "slips" | "casework"> {
  const { title, period, profile } = definition.source;
  const due = profile.due === undefined ? {} : { due: profile.due };
  const findings = [...report.collection.findings, ...report.confrontation.findings];
  const intake = intakeOf(definition, report.collection, { casework, findings, ...due });
  return {
    intake,
    chaseList: chaseMessage(intake, { title: `${period}${title}`, now, ...due }),
    slips: returnSlips(report, readings, due).map(({ school, items, chatText }) => ({
      school: school.code,
      name: school.name,
      items: items.length,
      chatText,
    })),
    casework,
  };
}
