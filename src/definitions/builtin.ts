import { problem, type Result } from "../domain/result";
import { cityBriefing } from "./city-briefing";
import type { DefinitionFault } from "./compiled";
import { conferenceReport } from "./conference-report";
import type { ReportDefinition } from "./definition";
import { parseDefinition } from "./definition.schema";
import { educationStatistics } from "./education-statistics";
import { forumAddress } from "./forum-address";
import { workReport } from "./work-report";
import { workSummary } from "./work-summary";

/** Definitions that come with the add-in, in their JSON form, by name. */
const builtins: ReadonlyMap<string, unknown> = new Map([
  ["work-report", workReport],
  ["education-statistics", educationStatistics],
  ["city-briefing", cityBriefing],
  ["forum-address", forumAddress],
  ["work-summary", workSummary],
  ["conference-report", conferenceReport],
]);

export const builtinNames: readonly string[] = [...builtins.keys()];

/** A built-in definition; a name that is none, or a faulty one, is told like the faults of a file. */
export function loadBuiltin(name: string): Result<ReportDefinition, readonly DefinitionFault[]> {
  if (!builtins.has(name))
    return problem([
      { table: "file", where: name, message: `没有名为“${name}”的内置方案。→ 可用：${builtinNames.join("、")}` },
    ]);
  return parseDefinition(builtins.get(name));
}
