import { writeXlsx, type WriteOptions } from "hucre/xlsx";
import type { RunStamp, WorkbookEdit } from "../../domain/edit";
import { ordinaryFont } from "./cell-looks";
import { listPlaces } from "./list-places";
import { writtenSheet } from "./written-sheet";

/** A file says when it was made; ours always say the same, so that equal content gives equal bytes. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));

/**
 * A workbook file of the sheets, in order; the stamp goes into its properties. Same edits, same bytes.
 * Excel calculates every formula when it opens the file.
 *
 * @throws Error for sheet names Excel does not accept: those who make sheets see to that
 */
export async function writeWorkbookFile(edits: readonly WorkbookEdit[]): Promise<Uint8Array> {
  const lists = listPlaces();
  const sheets = edits.flatMap((edit) => (edit.edit === "put-sheet" ? [writtenSheet(edit, lists)] : []));
  const listSheet = lists.sheet();
  const stamp = edits.find((edit) => edit.edit === "stamp")?.stamp;
  return writeXlsx({
    sheets: listSheet === undefined ? sheets : [...sheets, listSheet],
    defaultFont: ordinaryFont,
    properties: { created: fixedDate, modified: fixedDate, ...(stamp && { custom: stampProperties(stamp) }) },
  });
}

const stampProperties = (stamp: RunStamp): NonNullable<NonNullable<WriteOptions["properties"]>["custom"]> =>
  Object.fromEntries(Object.entries(stamp).map(([name, value]) => [`edustat.${name}`, value as string | number]));
