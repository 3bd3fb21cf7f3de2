import { ok } from "../../domain/result";
import type { WorkbookPort } from "../../ports/workbook-port";
import { collectFiles } from "../../usecases/collect-files";
import type { PaneSession } from "../../usecases/pane-session";
import { writeReport } from "../../usecases/write-report";
import { copyToClipboard } from "./clipboard";
import { fileReader } from "./file-reader";
import { localTime } from "./local-time";
import { reportComputer } from "./report-computer";
import { sampleSources } from "./sample-sources";

/** @param samples folder of the sample districts; empty when the page offers none */
export function paneSession(workbook: WorkbookPort, samples: string): PaneSession {
  const [readFile, computer] = [fileReader(), reportComputer()];
  return {
    readFiles: (files, progress, stop) => collectFiles(files, readFile, progress, stop),
    async readOpenWorkbook() {
      const read = await workbook.read();
      return read.ok ? ok({ state: "read", workbook: read.value }) : read;
    },
    async compute(sources, stop) {
      const last = await workbook.lastStamp();
      const run = last.ok && last.value ? last.value.run + 1 : 1;
      return computer.compute(sources, run, localTime(new Date()), stop);
    },
    write: async (progress) => writeReport(workbook, await computer.edits(), progress),
    trace: computer.trace,
    reveal: workbook.reveal,
    copy: copyToClipboard,
    ...(samples !== "" && { loadSample: (sample) => sampleSources(samples, sample) }),
  };
}
