import { ok } from "../../src/domain/result";
import type { FileReading } from "../../src/domain/snapshot";
import type { WorkbookPort } from "../../src/ports/workbook-port";
import { copyBook } from "../../src/usecases/copy-ledger";
import type { PaneSession } from "../../src/usecases/pane-session";
import { paneReport, pastedCheck, trace } from "./report-fixture";

const reading = (file: string): FileReading => ({ state: "read", workbook: { file, sheets: [] } });

/** A session that has everything at hand; give what a test wants to be otherwise. */
export function fakeSession(more: Partial<PaneSession> = {}): PaneSession {
  return {
    readFiles: (files) => Promise.resolve(files.map(({ path }) => reading(path))),
    readOpenWorkbook: () => Promise.resolve(ok({ state: "read" as const, workbook: { sheets: [] } })),
    compute: () => Promise.resolve(ok(paneReport)),
    write: () => Promise.resolve(ok({ sheets: 8, recalculation: { agreed: 3, compared: 3, differing: [] } })),
    trace: () => Promise.resolve(trace),
    traceCell: () => Promise.resolve(undefined),
    stale: () => Promise.resolve([]),
    saveProof: () => Promise.resolve("核算单.xlsx"),
    reveal: () => Promise.resolve(ok(null)),
    copy: () => Promise.resolve(true),
    copies: fakeCopies(),
    checkText: () => Promise.resolve(pastedCheck),
    readText: () => Promise.resolve("在校生285人。"),
    compare: () => Promise.resolve(undefined),
    saveSlips: () => Promise.resolve("退回单.zip"),
    now: () => "2023-01-09T16:00:00",
    loadSample: () =>
      Promise.resolve({
        definition: "work-report" as const,
        roster: chosen("名录.xlsx"),
        submissions: [chosen("城关小学.xlsx"), chosen("柳林小学.xlsx")],
      }),
    ...more,
  };
}

/** A ledger that is on no sheet. */
function fakeCopies(): PaneSession["copies"] {
  const kept: WorkbookPort["apply"] = () => Promise.resolve(ok({ batches: 1, sheets: new Map() }));
  const workbook = { apply: kept, readOwn: () => Promise.resolve(ok(new Map())) };
  return copyBook(workbook, () => "2023-01-09T16:00:00");
}

export const chosen = (path: string) => ({ path, bytes: () => Promise.resolve(new ArrayBuffer(0)) });
