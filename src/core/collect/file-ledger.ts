import type { FileLedger } from "../../domain/ledger";
import type { UnreadableFile } from "../../domain/snapshot";
import { noFormInFile, openWorkbook, rejectedRemark, unreadableRemark } from "./finding-words";
import { notChosenRemark, sameRemark } from "./filing-words";
import type { ReadWorkbook } from "./read-workbook";
import type { Superseded } from "./resolve-filings";
import { type Totals, addUp } from "./sheet-account";

/** The account of one workbook that could be opened. `superseded`: files for which another one counts. */
export function fileLedger(
  { file, received, school, filings, accounts, refusal }: ReadWorkbook,
  superseded: ReadonlyMap<string, Superseded>,
): FileLedger {
  const totals = addUp(accounts);
  const name = file ?? openWorkbook;
  const other = superseded.get(name);
  const twin = totals.used === 0 ? other : undefined;
  const isTaken =
    refusal === undefined &&
    twin === undefined &&
    filings.length > 0 &&
    (totals.used > 0 || totals.rejected.length === 0);
  const remark = refusal ?? (other ? otherCounts(other) : whyNot(name, filings.length, totals));
  return {
    file: name,
    ...(school && { school: school.code }),
    ...(received !== undefined && { received }),
    state: !isTaken ? "rejected" : totals.rejected.length > 0 ? "partly-accepted" : "accepted",
    ...(remark !== undefined && { remark }),
    ...totals,
  };
}

const otherCounts = ({ by, isSame }: Superseded): string => (isSame ? sameRemark(by) : notChosenRemark(by));

function whyNot(file: string, filings: number, { rejected }: Totals): string | undefined {
  if (rejected.length > 0) return rejectedRemark(rejected.length);
  return filings === 0 ? noFormInFile(file) : undefined;
}

export const unreadableLedger = (file: string, why: UnreadableFile): FileLedger => ({
  file,
  state: "rejected",
  remark: unreadableRemark(file, why),
  nonEmpty: 0,
  used: 0,
  ignored: {},
  rejected: [],
});
