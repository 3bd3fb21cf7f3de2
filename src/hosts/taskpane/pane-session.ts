import { caseworkTables } from "../../definitions/casework-tables";
import { noCasework } from "../../domain/casework";
import { ok } from "../../domain/result";
import type { WorkbookPort } from "../../ports/workbook-port";
import type { EarlierNarrative } from "../../usecases/check-pasted-text";
import { collectFiles } from "../../usecases/collect-files";
import { newCasework } from "../../usecases/pane-casework";
import { copyBook } from "../../usecases/copy-ledger";
import type { PaneReport } from "../../usecases/pane-report";
import type { PaneSession } from "../../usecases/pane-session";
import { writeReport } from "../../usecases/write-report";
import { copyToClipboard } from "./clipboard";
import { fileReader } from "./file-reader";
import { localTime } from "../../usecases/local-time";
import { reportComputer } from "./report-computer";
import { sampleSources } from "./sample-sources";
import { saveFile } from "./save-file";

const caseworkNames = new Map(caseworkTables.map(({ role, sheet }) => [role, sheet]));
/** Sheets are read by name; ours may have been renamed. */
const nameOf = (role: string): string => caseworkNames.get(role) ?? role;
const proofFile = "核算单.xlsx";
const slipsFile = "退回单.zip";
/** Runs whose numbers a finished text may still hold. */
const earlierRuns = 5;
const now = (): string => localTime(new Date());

/** @param samples folder of the sample districts; empty when the page offers none */
export function paneSession(workbook: WorkbookPort, samples: string): PaneSession {
  const [readFile, computer, copies] = [fileReader(), reportComputer(), copyBook(workbook, now)];
  let [computedWith, written] = [noCasework, noCasework];
  let report: PaneReport | undefined;
  let earlier: readonly EarlierNarrative[] = [];
  return {
    readFiles: (files, progress, stop) => collectFiles(files, readFile, progress, stop),
    async readOpenWorkbook() {
      const read = await workbook.read();
      return read.ok ? ok({ state: "read", workbook: read.value }) : read;
    },
    async compute(sources, stop) {
      const [last, own] = [await workbook.lastStamp(), await workbook.readOwn([...caseworkNames.keys()])];
      computedWith = sources.casework ?? noCasework;
      const computed = await computer.compute(
        // What stands on the sheets may have been edited there since.
        { ...sources, casework: newCasework(computedWith, written) },
        {
          caseworkSheets: own.ok ? [...own.value].map(([role, sheet]) => ({ ...sheet, name: nameOf(role) })) : [],
          run: last.ok && last.value ? last.value.run + 1 : 1,
          at: now(),
        },
        stop,
      );
      if (computed?.ok === true) {
        if (report)
          earlier = [{ run: report.stamp.run, narrative: report.narrative }, ...earlier].slice(0, earlierRuns);
        report = computed.value;
      }
      return computed;
    },
    async write(progress) {
      const copied = report && copies.sheet(report);
      const edits = await computer.edits();
      const result = await writeReport(workbook, copied ? [copied, ...edits] : edits, progress);
      if (result.ok) written = computedWith;
      return result;
    },
    compare: computer.compare,
    checkText: (text) => computer.checkText(text, earlier),
    readText: computer.readText,
    async saveSlips() {
      saveFile(slipsFile, await computer.slips());
      return slipsFile;
    },
    now,
    trace: computer.trace,
    traceCell: computer.traceCell,
    stale: computer.stale,
    async saveProof() {
      saveFile(proofFile, await computer.proof());
      return proofFile;
    },
    reveal: workbook.reveal,
    copy: copyToClipboard,
    copies,
    ...(samples !== "" && { loadSample: (sample) => sampleSources(samples, sample) }),
  };
}
