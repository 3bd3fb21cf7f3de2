import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import type { DistrictReport } from "../../src/core/build-report";
import type { CellContent } from "../../src/domain/cell";
import { filed, reportOf } from "../core/write/small-district";
import { readSample, reportOf as countyReport } from "../support/sample-county";
import { itInLibreOffice, recalculated } from "./recalculate";

interface Verdict {
  readonly figure: CellContent | undefined;
  readonly part: CellContent | undefined;
  readonly engine: CellContent | undefined;
  readonly formula: CellContent | undefined;
  readonly verdict: CellContent | undefined;
}

async function verdictsOf(report: DistrictReport): Promise<readonly Verdict[]> {
  const sheets = recalculated(await writeWorkbookFile(report.edits));
  const rows = sheets.get("核算")?.rows.slice(4) ?? [];
  return rows.map(([figure, , part, engine, formula, , verdict]) => ({ figure, part, engine, formula, verdict }));
}

const isOpen = ({ verdict }: Verdict): boolean => verdict !== "一致";

describe("LibreOffice computes every figure again from the data sheets", () => {
  itInLibreOffice("and agrees on one of every kind of total", async () => {
    const verdicts = await verdictsOf(reportOf());
    expect(verdicts.filter(isOpen)).toMatchObject([{ figure: "增加幼儿数", part: "值", verdict: "暂缺" }]);
    expect(verdicts.filter(({ verdict }) => verdict === "一致").map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(["公办率", "宽敞园名单", "课程门数", "面积差异", "民办幼儿数"]),
    );
  });

  itInLibreOffice("and agrees on a whole county", async () => {
    const report = countyReport(readSample("wenshang-2022"));
    const verdicts = await verdictsOf(report);
    expect(verdicts.filter(isOpen)).toEqual([]);
    expect(new Set(verdicts.map(({ figure }) => figure))).toEqual(new Set(report.figures.keys()));
  });

  itInLibreOffice("and says so when a value on a data sheet is not the one the report was made of", async () => {
    const report = reportOf();
    const edits = report.edits.map((edit) => {
      if (edit.edit !== "put-sheet" || edit.role !== "data:幼儿园") return edit;
      const rows = edit.rows.map((row, index) =>
        index === 4
          ? row.map((cell) => (cell !== null && "number" in cell && cell.number === 180 ? { number: 181 } : cell))
          : row,
      );
      return { ...edit, rows };
    });
    const verdicts = await verdictsOf({ ...report, edits });
    expect(verdicts.find(({ figure }) => figure === "幼儿总数")).toMatchObject({
      engine: 450,
      formula: 451,
      verdict: "不一致",
    });
  });

  itInLibreOffice("and takes what a school wrote for text, whatever it begins with", async () => {
    const report = reportOf([filed({ "0004": '\'0004|=HYPERLINK("x")园|90|45|720|1|=1+1' })]);
    const sheets = recalculated(await writeWorkbookFile(report.edits));
    const row = sheets.get("数据_幼儿园")?.rows.find(([code]) => code === "0004");
    expect(row).toEqual(expect.arrayContaining(['=HYPERLINK("x")园', "=1+1"]));
  });
});
