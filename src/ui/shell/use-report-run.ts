import { useCallback, useRef, useState } from "react";
import type { HostError } from "../../ports/workbook-port";
import type { PaneReport } from "../../usecases/pane-report";
import type { PaneSession, Progress, ReportSources, WriteReceipt } from "../../usecases/pane-session";
import type { SourceProblem } from "../../usecases/source-problem";

export type Activity = { readonly doing: "computing" } | { readonly doing: "writing"; readonly progress?: Progress };

export interface ReportRun {
  readonly report?: PaneReport;
  /** What the report was made of. */
  readonly madeOf?: ReportSources;
  /** The report was made of other sources than those chosen now. */
  readonly stale: boolean;
  readonly activity?: Activity;
  readonly stopped: boolean;
  readonly problem?: SourceProblem;
  readonly receipt?: WriteReceipt;
  readonly hostError?: HostError;
  readonly compute: () => Promise<boolean>;
  readonly stop: () => void;
  readonly write: () => Promise<void>;
}

/** One run: computed in the worker, looked at, then written into the workbook. */
export function useReportRun(session: PaneSession, sources: ReportSources | undefined): ReportRun {
  const [computed, setComputed] = useState<{ readonly report: PaneReport; readonly of: ReportSources }>();
  const [activity, setActivity] = useState<Activity>();
  const [stopped, setStopped] = useState(false);
  const [problem, setProblem] = useState<SourceProblem>();
  const [receipt, setReceipt] = useState<WriteReceipt>();
  const [hostError, setHostError] = useState<HostError>();
  const stop = useRef<AbortController>(null);

  const compute = useCallback(async () => {
    if (!sources) return false;
    const controller = new AbortController();
    stop.current = controller;
    setActivity({ doing: "computing" });
    setStopped(false);
    setProblem(undefined);
    setHostError(undefined);
    try {
      const result = await session.compute(sources, controller.signal);
      setStopped(result === undefined);
      if (result?.ok === false) setProblem(result.problem);
      if (result?.ok !== true) return false;
      setComputed({ report: result.value, of: sources });
      setReceipt(undefined);
      return true;
    } finally {
      setActivity(undefined);
    }
  }, [session, sources]);

  const write = useCallback(async () => {
    setActivity({ doing: "writing" });
    setHostError(undefined);
    try {
      const result = await session.write((progress) => {
        setActivity({ doing: "writing", progress });
      });
      if (result.ok) setReceipt(result.value);
      else setHostError(result.problem);
    } finally {
      setActivity(undefined);
    }
  }, [session]);

  return {
    ...(computed && { report: computed.report, madeOf: computed.of }),
    stale: computed !== undefined && sources !== undefined && computed.of !== sources,
    ...(activity && { activity }),
    stopped,
    ...(problem && { problem }),
    ...(receipt && { receipt }),
    ...(hostError && { hostError }),
    compute,
    stop: () => stop.current?.abort(),
    write,
  };
}
