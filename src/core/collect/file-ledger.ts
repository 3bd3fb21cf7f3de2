import type { FileLedger } from "../../domain/ledger";
import type { UnreadableFile } from "../../domain/snapshot";
import { noFormInFile, openWorkbook, rejectedRemark, supersededRemark, unreadableRemark } from "./finding-words";
import type { ReadWorkbook } from "./read-workbook";
import { type Totals, addUp } from "./sheet-account";

/** The account of one workbook that could be opened. `superseded`: files whose content another file had already brought. */
export function fileLedger(
  { file, school, filings, accounts, refusal }: ReadWorkbook,
  superseded: ReadonlyMap<string, string>,
): FileLedger {
  const totals = addUp(accounts);
  const name = file ?? openWorkbook;
  const twin = superseded.get(name);
  const isTaken =
    refusal === undefined &&
    twin === undefined &&
    filings.length > 0 &&
    (totals.used > 0 || totals.rejected.length === 0);
  const remark = refusal ?? (twin === undefined ? whyNot(name, filings.length, totals) : supersededRemark(twin));
  return {
    file: name,
    ...(school && { school: school.code }),
    state: !isTaken ? "rejected" : totals.rejected.length > 0 ? "partly-accepted" : "accepted",
    ...(remark !== undefined && { remark }),
    ...totals,
  };
}

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
