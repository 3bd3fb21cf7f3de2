import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import type { WorkbookSnapshot } from "../../../src/domain/snapshot";
import { openedWorkbook } from "../../../src/hosts/preview/opened-workbook";
import { savedWorkbook } from "../../../src/hosts/preview/saved-workbook";

const workbook: WorkbookSnapshot = {
  file: "台账.xlsx",
  sheets: [
    {
      name: "数据",
      visibility: "visible",
      rows: [
        ["学校代码", "建校日期", null, "在校生数"],
        ["001", { date: 45170 }, null, 12.5],
        ["=1+1", null, true, { error: "#DIV/0!" }],
      ],
      merges: [{ top: 0, left: 1, bottom: 0, right: 2 }],
    },
    { name: "藏", visibility: "hidden", rows: [["甲"]], merges: [] },
  ],
};

it("gives back what was opened: texts, numbers, dates, errors, merged cells, hidden sheets", async () => {
  const reading = readWorkbookFile(await savedWorkbook(openedWorkbook(workbook)), "台账.xlsx");
  expect(reading).toEqual({ state: "read", workbook: { ...workbook, fingerprint: expect.any(String) as string } });
});
