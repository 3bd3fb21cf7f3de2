import { useCallback, useEffect, useState } from "react";
import { linesOf, type Block } from "../../domain/narrative";
import type { Result } from "../../domain/result";
import type { HostError } from "../../ports/workbook-port";
import { scopeOf, type CopyLedger } from "../../usecases/copy-ledger";
import type { PaneReport } from "../../usecases/pane-report";
import type { PaneSession } from "../../usecases/pane-session";
import type { Copying } from "../shell/use-copying";
import { linesForClipboard } from "./report-copy";

export interface Copies {
  /** Absent until the workbook was asked. */
  readonly ledger?: CopyLedger;
  readonly hostError?: HostError;
  /** Copies one line of the report; its paragraph's number counts from 1. */
  readonly copyLine: (line: readonly Block[], paragraph: number) => Promise<void>;
  readonly copyAll: () => Promise<void>;
  readonly amend: (copy: number) => Promise<void>;
}

/** Copying out of the report, with the ledger of what was copied. Only what the clipboard took is recorded. */
export function useCopies(session: PaneSession, report: PaneReport | undefined, copying: Copying): Copies {
  const [ledger, setLedger] = useState<CopyLedger>();
  const [hostError, setHostError] = useState<HostError>();
  const { copies } = session;
  const { copy } = copying;

  const settle = useCallback((result: Result<CopyLedger, HostError>) => {
    setHostError(result.ok ? undefined : result.problem);
    if (result.ok) setLedger(result.value);
  }, []);

  useEffect(() => {
    if (!report) return undefined;
    let isCurrent = true;
    void copies.open(report).then((result) => {
      if (isCurrent) settle(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [copies, report, settle]);

  const copyLines = useCallback(
    async (lines: readonly (readonly Block[])[], paragraph?: number) => {
      if (!report || !(await copy(linesForClipboard(lines)))) return;
      settle(await copies.record(report, { lines, scope: scopeOf(paragraph), format: "公文格式" }));
    },
    [copies, copy, report, settle],
  );
  const amend = useCallback(
    async (number: number) => {
      if (report) settle(await copies.amend(report, number));
    },
    [copies, report, settle],
  );
  return {
    ...(ledger && { ledger }),
    ...(hostError && { hostError }),
    copyLine: (line, paragraph) => copyLines([line], paragraph),
    copyAll: () => copyLines(report ? linesOf(report.narrative) : []),
    amend,
  };
}
