import type { WorkbookEdit } from "../../domain/edit";
import { ok, problem, type Result } from "../../domain/result";
import type { FileReading } from "../../domain/snapshot";
import type { FigureTrace } from "../../usecases/figure-trace";
import type { PaneReport } from "../../usecases/pane-report";
import type { ChosenFile, ReportSources, SourceProblem } from "../../usecases/pane-session";
import { stopped } from "./file-reader";
import { startWorker, type WorkerClient } from "./worker-client";
import type { SourceFile } from "./worker-messages";

/** Readings handed over in one message. */
const batch = 20;

export interface ReportComputer {
  /** Resolves to undefined when it was stopped; the report before stays in place. */
  readonly compute: (
    sources: ReportSources,
    run: number,
    at: string,
    stop: AbortSignal,
  ) => Promise<Result<PaneReport, SourceProblem> | undefined>;
  /** The edits of the last report, fetched one by one so that the pane can breathe. */
  readonly edits: () => Promise<readonly WorkbookEdit[]>;
  readonly trace: (figure: string) => Promise<FigureTrace>;
}

/** Computes each report in a fresh worker, which keeps it until the next one is there. */
export function reportComputer(): ReportComputer {
  let current: { readonly worker: WorkerClient; readonly edits: number } | undefined;
  const worker = () => {
    if (!current) throw new Error("no report has been computed");
    return current;
  };
  return {
    async compute(sources, run, at, stop) {
      const fresh = startWorker();
      const outcome = await Promise.race([computeIn(fresh, sources, run, at), stopped(stop)]);
      if (outcome !== "stopped" && outcome.answer === "report") {
        current?.worker.end();
        current = { worker: fresh, edits: outcome.edits };
        return ok(outcome.report);
      }
      fresh.end();
      return outcome === "stopped" ? undefined : problem(outcome.problem);
    },
    async edits() {
      const edits: WorkbookEdit[] = [];
      for (let index = 0; index < worker().edits; index += 1) {
        const answer = await worker().worker.ask({ ask: "edit", index });
        if (answer.answer === "edit") edits.push(answer.edit);
      }
      return edits;
    },
    async trace(figure) {
      const answer = await worker().worker.ask({ ask: "trace", figure });
      if (answer.answer !== "trace") throw new Error(`the worker answered ${answer.answer}`);
      return answer.trace;
    },
  };
}

async function computeIn(
  worker: WorkerClient,
  { definition, roster, parameters, readings }: ReportSources,
  run: number,
  at: string,
) {
  for (let from = 0; from < readings.length; from += batch) await handOver(worker, readings.slice(from, from + batch));
  const question = {
    ask: "compute" as const,
    roster: await sourceFile(roster),
    ...(definition && { definition: await sourceFile(definition) }),
    ...(parameters && { parameters: await sourceFile(parameters) }),
    run,
    at,
  };
  const answer = await worker.ask(question);
  if (answer.answer !== "report" && answer.answer !== "refused")
    throw new Error(`the worker answered ${answer.answer}`);
  return answer;
}

const handOver = (worker: WorkerClient, readings: readonly FileReading[]) => worker.ask({ ask: "take", readings });
const sourceFile = async ({ path, bytes }: ChosenFile): Promise<SourceFile> => ({ file: path, bytes: await bytes() });
