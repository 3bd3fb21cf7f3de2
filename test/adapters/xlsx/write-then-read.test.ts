import fc from "fast-check";
import { type CellContent, uncalculated } from "../../../src/domain/cell";
import type { CellInput } from "../../../src/domain/edit";
import type { SheetSnapshot } from "../../../src/domain/snapshot";
import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { putSheet } from "./put-sheet";

async function readBack(...sheets: Parameters<typeof putSheet>[0][]): Promise<readonly SheetSnapshot[]> {
  const bytes = await writeWorkbookFile(
    sheets.map((rows, index) => putSheet(rows, { name: `表${String(index + 1)}` })),
  );
  const reading = readWorkbookFile(bytes, "a.xlsx");
  if (reading.state !== "read") throw new Error(reading.why);
  return reading.workbook.sheets;
}

describe("what is written is what is read", () => {
  it.each<[what: string, input: CellInput, read: CellContent]>([
    ["a number", { number: 0.1 }, 0.1],
    ["a number with a format", { number: 12, format: "0.00" }, 12],
    ["a day", { number: 45000, format: "yyyy-mm-dd" }, { date: 45000 }],
    ["a yes", { boolean: true }, true],
    ["a known result of a formula", { formula: "=1+1", cached: 2 }, 2],
    ["a known text of a formula", { formula: '="a"', cached: "a" }, "a"],
    ["text that looks like a formula", { text: "=1+1" }, "=1+1"],
    ["text that begins with a plus", { text: "+86" }, "+86"],
    ["text that begins with a minus", { text: "-" }, "-"],
    ["text that begins with an at", { text: "@SUM(A1)" }, "@SUM(A1)"],
    ["text that looks like an error", { text: "#REF!" }, "#REF!"],
    ["text that looks like an escape", { text: "_x0041_" }, "_x0041_"],
    ["text that looks like markup", { text: "<b>&amp;</b>" }, "<b>&amp;</b>"],
    ["text of several lines", { text: " 甲\n乙\t " }, " 甲\n乙\t "],
    ["a code with a leading zero", { text: "0012" }, "0012"],
    ["a formula without a known result", { formula: "=1+1" }, { error: uncalculated }],
    ["nothing", null, null],
  ])("%s", async (_what, input, read) => {
    const [sheet] = await readBack([[input, { text: "end" }]]);
    expect(sheet?.rows).toEqual([[read, "end"]]);
  });

  it("for any sheet of texts and numbers", async () => {
    const text = fc.string({ unit: "binary", maxLength: 12 }).map((value) => value.replace(/[\uFFFE\uFFFF\r]/gu, ""));
    const cell = fc.oneof(
      fc.constant(null),
      text.filter((value) => value !== "").map((value) => ({ text: value })),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ number: number === 0 ? 0 : number })),
      fc.boolean().map((boolean) => ({ boolean })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }), async (rows) => {
        const marked = [...rows, [{ text: "end" }]];
        const [sheet] = await readBack(marked);
        const expected = marked.map((row) => row.map(plain)).map(withoutBlankEnd);
        expect(sheet?.rows).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it("and the same sheets give the same bytes", async () => {
    const sheet = putSheet([[{ text: "一" }, { number: 1 }]]);
    expect(await writeWorkbookFile([sheet])).toEqual(await writeWorkbookFile([sheet]));
  });
});

const plain = (input: { text: string } | { number: number } | { boolean: boolean } | null): CellContent =>
  input === null ? null : "text" in input ? input.text : "number" in input ? input.number : input.boolean;

function withoutBlankEnd(row: readonly CellContent[]): readonly CellContent[] {
  const blankEnd = [...row].reverse().findIndex((cell) => cell !== null);
  return blankEnd === -1 ? [] : row.slice(0, row.length - blankEnd);
}

describe("the form of a sheet", () => {
  it("keeps names, merged areas and hiding", async () => {
    const bytes = await writeWorkbookFile([
      putSheet([[{ text: "标题" }, null]], { name: "汇总", merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] }),
      putSheet([[{ text: "x" }]], { name: "_状态", visibility: "very-hidden" }),
    ]);
    expect(readWorkbookFile(bytes, "a.xlsx")).toEqual({
      state: "read",
      workbook: {
        file: "a.xlsx",
        fingerprint: expect.stringMatching(/^[0-9a-f]{24}$/u) as string,
        sheets: [
          { name: "汇总", visibility: "visible", rows: [["标题"]], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
          { name: "_状态", visibility: "very-hidden", rows: [["x"]], merges: [] },
        ],
      },
    });
  });
});
