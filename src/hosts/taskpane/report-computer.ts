import { noCasework, type Casework } from "../../domain/casework";
import type { ChangedSentence } from "../../domain/copy-record";
import type { WorkbookEdit } from "../../domain/edit";
import { ok, problem, type Result } from "../../domain/result";
import type { FileReading } from "../../domain/snapshot";
import type { EarlierNarrative, PastedCheck } from "../../usecases/check-pasted-text";
import type { VersionComparison } from "../../usecases/compare-versions";
import type { Place } from "../../ports/workbook-port";
import type { CellTrace, FigureTrace } from "../../usecases/figure-trace";
import type { PaneReport } from "../../usecases/pane-report";
import type { ChosenFile, ReportSources } from "../../usecases/pane-session";
import type { SourceProblem } from "../../usecases/source-problem";
import { stopped } from "./file-reader";
import { startWorker, type WorkerClient } from "./worker-client";
import type { ComputeQuestion, SourceFile } from "./worker-messages";

/** Readings handed over in one message. */
const batch = 20;

export interface ReportComputer {
  /** Resolves to undefined when it was stopped; the report before stays in place. */
  readonly compute: (
    sources: ReportSources,
    circumstances: RunCircumstances,
    stop: AbortSignal,
  ) => Promise<Result<PaneReport, SourceProblem> | undefined>;
  /** The edits of the last report, fetched one by one so that the pane can breathe. */
  readonly edits: () => Promise<readonly WorkbookEdit[]>;
  readonly trace: (figure: string) => Promise<FigureTrace>;
  readonly traceCell: (place: Place) => Promise<CellTrace | undefined>;
  readonly stale: (casework: Casework) => Promise<readonly ChangedSentence[]>;
  readonly proof: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly compare: (school: string) => Promise<VersionComparison | undefined>;
  readonly checkText: (text: string, earlier: readonly EarlierNarrative[]) => Promise<PastedCheck>;
  /** The text of a .docx or .txt; undefined when nothing could be read of it. */
  readonly readText: (file: ChosenFile) => Promise<string | undefined>;
  readonly slips: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** What a run takes from the open workbook and the clock. */
export type RunCircumstances = Pick<ComputeQuestion, "caseworkSheets" | "run" | "at">;

/** Computes each report in a fresh worker, which keeps it until the next one is there. */
export function reportComputer(): ReportComputer {
  let current: { readonly worker: WorkerClient; readonly edits: number } | undefined;
  const worker = () => {
    if (!current) throw new Error("no report has been computed");
    return current;
  };
  return {
    async compute(sources, circumstances, stop) {
      const fresh = startWorker();
      const outcome = await Promise.race([computeIn(fresh, sources, circumstances), stopped(stop)]);
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
    async traceCell(place) {
      const answer = await worker().worker.ask({ ask: "trace-cell", place });
      if (answer.answer !== "trace-cell") throw new Error(`the worker answered ${answer.answer}`);
      return answer.trace;
    },
    async stale(casework) {
      const answer = await worker().worker.ask({ ask: "stale", casework });
      if (answer.answer !== "stale") throw new Error(`the worker answered ${answer.answer}`);
      return answer.sentences;
    },
    async proof() {
      const answer = await worker().worker.ask({ ask: "proof" });
      if (answer.answer !== "proof") throw new Error(`the worker answered ${answer.answer}`);
      return answer.workbook;
    },
    async compare(school) {
      const answer = await worker().worker.ask({ ask: "compare", school });
      if (answer.answer !== "compare") throw new Error(`the worker answered ${answer.answer}`);
      return answer.comparison;
    },
    async checkText(text, earlier) {
      const answer = await worker().worker.ask({ ask: "check-text", text, earlier });
      if (answer.answer !== "check-text") throw new Error(`the worker answered ${answer.answer}`);
      return answer.check;
    },
    async readText(file) {
      const answer = await worker().worker.ask({ ask: "read-text", file: await sourceFile(file) });
      if (answer.answer !== "read-text") throw new Error(`the worker answered ${answer.answer}`);
      return answer.text;
    },
    async slips() {
      const answer = await worker().worker.ask({ ask: "slips" });
      if (answer.answer !== "slips") throw new Error(`the worker answered ${answer.answer}`);
      return answer.archive;
    },
  };
}

async function computeIn(
  worker: WorkerClient,
  { definition, roster, parameters, readings, previous = [], previousRoster, casework = noCasework }: ReportSources,
  circumstances: RunCircumstances,
) {
  await handOver(worker, "this-year", readings);
  await handOver(worker, "last-year", previous);
  const question: ComputeQuestion = {
    ask: "compute",
    roster: await sourceFile(roster),
    definition: "builtin" in definition ? definition : await sourceFile(definition),
    ...(parameters && { parameters: await sourceFile(parameters) }),
    ...(previousRoster && { previousRoster: await sourceFile(previousRoster) }),
    casework,
    ...circumstances,
  };
  const answer = await worker.ask(question);
  if (answer.answer !== "report" && answer.answer !== "refused")
    throw new Error(`the worker answered ${answer.answer}`);
  return answer;
}

async function handOver(
  worker: WorkerClient,
  of: "this-year" | "last-year",
  readings: readonly FileReading[],
): Promise<void> {
  for (let from = 0; from < readings.length; from += batch)
    await worker.ask({ ask: "take", of, readings: readings.slice(from, from + batch) });
}

const sourceFile = async ({ path, bytes }: ChosenFile): Promise<SourceFile> => ({ file: path, bytes: await bytes() });
