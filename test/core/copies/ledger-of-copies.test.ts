import { amendCopy } from "../../../src/core/copies/amend-copy";
import { recordCopy } from "../../../src/core/copies/record-copy";
import { wrongCopies } from "../../../src/core/copies/wrong-copies";
import { wholeReport } from "../../../src/domain/copy-record";
import { linesOf, type Block } from "../../../src/domain/narrative";
import { paragraph, report, said } from "./short-report";

const moment = { at: "2023-01-09T15:12:00", run: 5, scope: "第1段", format: "公文格式" } as const;
const first = report(
  paragraph("P1", said("C1", "在校生", ["{在校生数}", "15432人"]), said("C2", "班数", ["{班数}", "300个"])),
);
const linesOfFirst = linesOf(first);

describe("the ledger of copies", () => {
  it("numbers copies in order and keeps every sentence with its numbers", () => {
    const ledger = recordCopy(recordCopy([], linesOfFirst, moment), linesOfFirst, { ...moment, run: 6 });
    expect(ledger.map(({ number, run }) => [number, run])).toEqual([
      [1, 5],
      [2, 6],
    ]);
    expect(ledger[0]?.sentences[1]).toEqual({
      id: "C2",
      block: "P1",
      text: "班数300个",
      numbers: [{ slot: "{班数}", text: "300个" }],
    });
    expect(ledger[0]?.digest).not.toBe(ledger[1]?.digest);
  });

  it("calls no copy wrong while the report reads as it did", () => {
    expect(wrongCopies(recordCopy([], linesOfFirst, moment), first)).toEqual([]);
  });

  it.each([
    [
      "a number that changed",
      report(paragraph("P1", said("C1", "在校生", ["{在校生数}", "15468人"]), said("C2", "班数", ["{班数}", "300个"]))),
      [
        {
          id: "C1",
          was: "在校生15432人",
          now: "在校生15468人",
          numbers: [{ slot: "{在校生数}", was: "15432人", now: "15468人" }],
        },
      ],
    ],
    [
      "a sentence that is gone",
      report(paragraph("P1", said("C1", "在校生", ["{在校生数}", "15432人"]))),
      [{ id: "C2", was: "班数300个", numbers: [{ slot: "{班数}", was: "300个" }] }],
    ],
    [
      "a sentence the copied paragraph did not have",
      report(
        paragraph(
          "P1",
          said("C1", "在校生", ["{在校生数}", "15432人"]),
          said("C2", "班数", ["{班数}", "300个"]),
          said("C3", "教师", ["{教师数}", "8人"]),
        ),
      ),
      [{ id: "C3", now: "教师8人", numbers: [{ slot: "{教师数}", now: "8人" }] }],
    ],
    [
      "the direction of a change, word and number",
      report(
        paragraph("P1", said("C1", "在校生", ["{在校生数}", "15432人"]), said("C2", "班数少", ["{班数}", "300个"])),
      ),
      [{ id: "C2", was: "班数300个", now: "班数少300个", numbers: [] }],
    ],
  ])("says of %s what it was and what it is now", (_what, now, changed) => {
    expect(wrongCopies(recordCopy([], linesOfFirst, moment), now).map((one) => one.changed)).toEqual([changed]);
  });

  it("sees a note behind a copied paragraph change though no sentence does", () => {
    const [block] = first.blocks;
    const noted = (note: string) => report({ ...block, notes: [note] } as Block);
    const ledger = recordCopy([], linesOf(noted("（含缺报，47/49所）")), moment);
    expect(wrongCopies(ledger, noted("（含缺报，48/49所）")).map((one) => one.changed)).toEqual([
      [{ id: "P1注", was: "（含缺报，47/49所）", now: "（含缺报，48/49所）", numbers: [] }],
    ]);
  });

  it("sees a new paragraph only where the whole report was copied", () => {
    const now = report(
      paragraph("P1", said("C1", "在校生", ["{在校生数}", "15432人"]), said("C2", "班数", ["{班数}", "300个"])),
      paragraph("P2", said("C9", "教师", ["{教师数}", "8人"])),
    );
    const ledger = recordCopy(recordCopy([], linesOfFirst, moment), linesOfFirst, { ...moment, scope: wholeReport });
    expect(wrongCopies(ledger, now).map(({ copy, changed }) => [copy.number, changed.map(({ id }) => id)])).toEqual([
      [2, ["C9"]],
    ]);
  });

  it("takes a copy that was put right off the list, and watches what it says since", () => {
    const second = report(paragraph("P1", said("C1", "在校生", ["{在校生数}", "15468人"])));
    const third = report(paragraph("P1", said("C1", "在校生", ["{在校生数}", "15470人"])));
    const ledger = recordCopy([], linesOfFirst, { ...moment, sentTo: "办公室" });
    const amended = amendCopy(ledger, 1, second, { at: "2023-01-10T09:00:00", run: 6 });
    expect(wrongCopies(amended, second)).toEqual([]);
    expect(amended.map(({ number, amended: when, sentTo }) => [number, when, sentTo])).toEqual([
      [1, "2023-01-10T09:00:00", "办公室"],
      [2, undefined, "办公室"],
    ]);
    expect(wrongCopies(amended, third).map(({ copy }) => copy.number)).toEqual([2]);
    expect(amendCopy(amended, 1, third, { at: "2023-01-11T09:00:00", run: 7 })).toBe(amended);
  });
});
