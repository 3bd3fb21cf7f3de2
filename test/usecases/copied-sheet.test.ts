import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import { recordCopy } from "../../src/core/copies/record-copy";
import { wrongCopies } from "../../src/core/copies/wrong-copies";
import type { CopyRecord } from "../../src/domain/copy-record";
import { linesOf, type Narrative } from "../../src/domain/narrative";
import type { SheetSnapshot } from "../../src/domain/snapshot";
import { amendmentList } from "../../src/usecases/copied-list";
import { copiedSheet, readCopies } from "../../src/usecases/copied-sheet";
import { paragraph, report, said } from "../core/copies/short-report";

const then = report(
  paragraph(
    "P1",
    said("C1", "=在校生", ["{在校生数}", "15432人"]),
    said("C2", "班数", ["{班数 较上年}", "较上年增加3个"]),
  ),
);
const now = report(paragraph("P1", said("C1", "=在校生", ["{在校生数}", "15468人"])));
const ledger = recordCopy(
  recordCopy([], linesOf(then), {
    at: "2023-01-09T15:12:00",
    run: 5,
    scope: "第1段",
    format: "纯文本",
    sentTo: "办公室",
  }),
  linesOf(now),
  { at: "2023-01-09T16:00:00", run: 6, scope: "全文", format: "公文格式" },
);

async function saved(copies: readonly CopyRecord[], narrative: Narrative): Promise<SheetSnapshot> {
  const bytes = await writeWorkbookFile([copiedSheet(copies, narrative, "2022年 · 第6轮")]);
  const reading = readWorkbookFile(bytes, "复制账.xlsx");
  const sheet = reading.state === "read" ? reading.workbook.sheets[0] : undefined;
  if (!sheet) throw new Error("our own sheet cannot be read");
  return sheet;
}

const withCell = (sheet: SheetSnapshot, was: string, is: string): SheetSnapshot => ({
  ...sheet,
  rows: sheet.rows.map((cells) => cells.map((cell) => (cell === was ? is : cell))),
});

describe("复制账", () => {
  it("reads back as it was written, whatever the report says since", async () => {
    expect(readCopies(await saved(ledger, now))).toEqual({ ledger, findings: [] });
    expect(wrongCopies(readCopies(await saved(ledger, now)).ledger, now)).toEqual(wrongCopies(ledger, now));
  });

  it("says beside each sentence how it reads now", async () => {
    const { rows } = await saved(ledger, now);
    const told = rows.slice(4).map((cells) => cells.slice(7, 11));
    expect(told).toEqual([
      ["=在校生15432人", "=在校生15468人", "15432人→15468人", "已过期"],
      ["班数较上年增加3个", null, "较上年增加3个→（无）", "已不写"],
      ["=在校生15468人", "=在校生15468人", null, "仍有效"],
    ]);
  });

  it.each([
    ["changed", (sheet: SheetSnapshot) => withCell(sheet, "=在校生15432人", "=在校生15433人")],
    ["lost", (sheet: SheetSnapshot) => ({ ...sheet, rows: sheet.rows.filter((_, row) => row !== 5) })],
  ])("does not pass over a row that was %s by hand", async (_how, alter) => {
    const { findings } = readCopies(alter(await saved(ledger, then)));
    expect(findings.map(({ code, severity, at }) => [code, severity, at?.row])).toEqual([
      ["casework-unreadable", "warning", 4],
    ]);
  });

  it("tells the receivers what to change, old to new", () => {
    expect(amendmentList(wrongCopies(ledger, now))).toBe(
      "2023-01-09 15:12复制的第1段（第5轮，办公室）：\n" +
        "1. “=在校生15432人”改为“=在校生15468人”（15432人→15468人）\n" +
        "2. 删去：“班数较上年增加3个”",
    );
  });
});
