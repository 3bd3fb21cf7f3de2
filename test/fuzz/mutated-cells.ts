import type { CellContent } from "../../src/domain/cell";
import type { WorkbookSnapshot } from "../../src/domain/snapshot";
import type { Chance } from "./chance";

const oddContents: readonly CellContent[] = [
  null,
  "",
  " ",
  "\u3000\u00a0",
  "\u200b",
  "0",
  "０",
  "0.0",
  "-0",
  "无",
  "/",
  "—",
  "12人",
  "1,23",
  "1,234",
  "(5)",
  "一百二十",
  "1e5",
  "0x10",
  "Infinity",
  "NaN",
  "=1+1",
  "#REF!",
  "\ud83d",
  "\u202e123",
  "__proto__",
  "合计",
  "学校代码",
  "城关小学",
  "1137000102",
  "2022年9月1日",
  "长".repeat(3_000),
  0,
  -1,
  1e308,
  5e-324,
  0.1,
  9_007_199_254_740_993,
  Number.MAX_VALUE,
  true,
  false,
  { date: 44_805 },
  { date: 0 },
  { date: 9e9 },
  { error: "#N/A" },
  { error: "公式未计算" },
];

/** The workbook with a few of its cells exchanged, moved or emptied. */
export function mutatedCells(workbook: WorkbookSnapshot, { below, pick }: Chance): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
  for (let times = 1 + below(6); times > 0; times -= 1) {
    const { rows } = pick(sheets);
    const row = rows[below(rows.length)];
    if (!row) continue;
    switch (below(6)) {
      case 0:
        row.splice(below(row.length + 1), 0, pick(oddContents));
        break;
      case 1:
        row.splice(below(row.length + 1), 1);
        break;
      case 2:
        rows.splice(below(rows.length + 1), 0, [...pick(rows)]);
        break;
      default:
        row[below(row.length + 1)] = pick(oddContents);
    }
  }
  return { ...workbook, sheets };
}
