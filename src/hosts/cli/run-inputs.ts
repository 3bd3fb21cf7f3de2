import { ok, type Result } from "../../domain/result";
import type { FileReading } from "../../domain/snapshot";
import { collectLastYear } from "../../usecases/collect-last-year";
import { previousParameters, withPrevious } from "../../usecases/previous-figures";
import type { PreparedReport } from "../../usecases/prepare-report";
import type { RunMoment } from "../../usecases/run-report";
import type { RunCommand } from "./command-line";
import { readSubmissions } from "./read-submissions";
import { readPrevious, readSchools, readSources } from "./source-files";
import type { Terminal } from "./terminal";

export interface RunInputs {
  readonly prepared: PreparedReport;
  readonly readings: readonly FileReading[];
  readonly moment: RunMoment;
}

/** Everything one run is made of; the problem is what to print. */
export async function readRunInputs(
  command: Omit<RunCommand, "command">,
  terminal: Terminal,
): Promise<Result<RunInputs, readonly string[]>> {
  const figures = command.previous === undefined ? undefined : readPrevious(command.previous);
  if (figures?.ok === false) return figures;
  const sources = readSources(command);
  if (!sources.ok) return sources;
  const readings = await readSubmissions(command.submissions, command, terminal);
  if (!readings.ok) return readings;
  const previous = await readLastYear(sources.value, command, terminal);
  if (!previous.ok) return previous;
  const { definition, parameters } = sources.value;
  const due = command.due ?? definition.source.profile.due;
  return ok({
    prepared: {
      ...sources.value,
      ...previous.value,
      parameters: figures ? withPrevious(parameters, previousParameters(figures.value)) : parameters,
    },
    readings: readings.value,
    moment: { at: command.at ?? terminal.now(), ...(due !== undefined && { due }) },
  });
}

/** Last year's submissions, read by this year's definition. */
async function readLastYear(
  prepared: PreparedReport,
  { previousSubmissions, previousRoster, out, timeout }: Omit<RunCommand, "command">,
  terminal: Terminal,
): Promise<Result<Pick<PreparedReport, "previous">, readonly string[]>> {
  if (previousSubmissions === undefined) return ok({});
  const roster = previousRoster === undefined ? ok(prepared.schools) : readSchools(previousRoster);
  if (!roster.ok) return roster;
  const readings = await readSubmissions(previousSubmissions, { out, timeout }, terminal);
  if (!readings.ok) return readings;
  return ok({ previous: collectLastYear(prepared, roster.value, readings.value) });
}
