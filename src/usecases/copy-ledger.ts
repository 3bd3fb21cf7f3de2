import type { Block, Narrative } from "../domain/narrative";
import type { RunStamp, SheetEdit } from "../domain/edit";
import { wholeReport, type CopyRecord, type WrongCopy } from "../domain/copy-record";
import type { Finding } from "../domain/finding";
import { amendCopy } from "../core/copies/amend-copy";
import { recordCopy } from "../core/copies/record-copy";
import { wrongCopies } from "../core/copies/wrong-copies";
import { ok, type Result } from "../domain/result";
import type { HostError, WorkbookPort } from "../ports/workbook-port";
import { amendmentList } from "./copied-list";
import { copiedSheet, copiedSheetRole, readCopies } from "./copied-sheet";

/** What left the workbook, and which of it is wrong by now. */
export interface CopyLedger {
  readonly records: readonly CopyRecord[];
  readonly wrong: readonly WrongCopy[];
  /** 补改清单: what the receivers have to change; empty when every copy still says what the report says. */
  readonly amendments: string;
  /** Rows of the ledger's sheet that somebody changed. */
  readonly findings: readonly Finding[];
}

/** The report a copy is of. */
export interface CopiedReport {
  readonly narrative: Narrative;
  readonly stamp: RunStamp;
}

export interface CopiedText {
  readonly lines: readonly (readonly Block[])[];
  readonly scope: string;
  readonly format: CopyRecord["format"];
}

/** 复制账 of the open workbook: kept on a sheet of its own, written at once when something is copied. */
export interface CopyBook {
  /** Reads what earlier days copied, once, and holds it against the report. */
  readonly open: (report: CopiedReport) => Promise<Result<CopyLedger, HostError>>;
  readonly record: (report: CopiedReport, copied: CopiedText) => Promise<Result<CopyLedger, HostError>>;
  /** 记为已补改. */
  readonly amend: (report: CopiedReport, copy: number) => Promise<Result<CopyLedger, HostError>>;
  /** Its sheet as of a report; undefined while nothing has been copied. */
  readonly sheet: (report: CopiedReport) => SheetEdit | undefined;
}

/** @param now ISO, local time */
export function copyBook(workbook: Pick<WorkbookPort, "readOwn" | "apply">, now: () => string): CopyBook {
  let records: readonly CopyRecord[] | undefined;
  let findings: readonly Finding[] = [];

  const read = async (): Promise<Result<readonly CopyRecord[], HostError>> => {
    if (records) return ok(records);
    const own = await workbook.readOwn([copiedSheetRole]);
    if (!own.ok) return own;
    const sheet = own.value.get(copiedSheetRole);
    const stored = sheet ? readCopies(sheet) : { ledger: [], findings: [] };
    ({ ledger: records, findings } = stored);
    return ok(records);
  };
  const told = ({ narrative }: CopiedReport): CopyLedger => {
    const wrong = wrongCopies(records ?? [], narrative);
    return { records: records ?? [], wrong, amendments: amendmentList(wrong), findings };
  };
  const keep = async (report: CopiedReport, ledger: readonly CopyRecord[]): Promise<Result<CopyLedger, HostError>> => {
    records = ledger;
    const written = await workbook.apply([sheetOf(report, ledger)]);
    return written.ok ? ok(told(report)) : written;
  };
  return {
    async open(report) {
      const known = await read();
      return known.ok ? ok(told(report)) : known;
    },
    async record(report, { lines, scope, format }) {
      const known = await read();
      if (!known.ok) return known;
      return keep(report, recordCopy(known.value, lines, { at: now(), run: report.stamp.run, scope, format }));
    },
    async amend(report, copy) {
      const known = await read();
      if (!known.ok) return known;
      return keep(report, amendCopy(known.value, copy, report.narrative, { at: now(), run: report.stamp.run }));
    },
    sheet: (report) => (records && records.length > 0 ? sheetOf(report, records) : undefined),
  };
}

const sheetOf = ({ narrative, stamp }: CopiedReport, ledger: readonly CopyRecord[]): SheetEdit =>
  copiedSheet(ledger, narrative, `${stamp.definition} ${stamp.period} 第${String(stamp.run)}轮`);

/** 第3段, or 全文: what was copied, for people. */
export const scopeOf = (paragraph: number | undefined): string =>
  paragraph === undefined ? wholeReport : `第${String(paragraph)}段`;
