import type { CellContent } from "../../domain/cell";
import { ok, type Result } from "../../domain/result";
import type { CellRange, SheetSnapshot, WorkbookSnapshot } from "../../domain/snapshot";
import type { HostError } from "../../ports/workbook-port";
import { cellContent } from "./cell-content";
import { knownSheets, type KnownSheet } from "./known-sheets";
import { inRequests, send } from "./payload";

/** What a cell costs in an answer, value and number format together, when it holds a short text. */
const bytesPerCell = 40;
const cellsAtOnce = 50_000;

/** The user's visible sheets as they stand; ours are left out. */
export async function readUserSheets(context: Excel.RequestContext): Promise<Result<WorkbookSnapshot, HostError>> {
  const sheets = (await knownSheets(context)).filter(({ role, isVisible }) => role === undefined && isVisible);
  return ok({ sheets: await readSheets(context, sheets) });
}

/** Our own sheets of these roles, by role, under whatever name they now stand. */
export async function readOwnSheets(
  context: Excel.RequestContext,
  roles: readonly string[],
): Promise<Result<ReadonlyMap<string, SheetSnapshot>, HostError>> {
  const sheets = (await knownSheets(context)).filter(({ role }) => role !== undefined && roles.includes(role));
  const read = await readSheets(context, sheets);
  return ok(new Map(read.map((sheet, index) => [sheets[index]?.role ?? "", sheet])));
}

/** Requests grow with cells, not with sheets. */
async function readSheets(
  context: Excel.RequestContext,
  sheets: readonly KnownSheet[],
): Promise<readonly SheetSnapshot[]> {
  const looked = sheets.map(({ name }) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { name, sheet, used };
  });
  await context.sync();
  const read = looked.map(({ name, sheet, used }) => {
    const area = used.isNullObject
      ? undefined
      : {
          top: used.rowIndex,
          left: used.columnIndex,
          bottom: used.rowIndex + used.rowCount - 1,
          right: used.columnIndex + used.columnCount - 1,
        };
    return { name, area, merged: area && mergedAreas(sheet, area), blocks: area ? blocksOf(sheet, area) : [] };
  });
  const steps = read.flatMap(({ merged, blocks }) => [
    ...(merged
      ? [
          {
            bytes: bytesPerCell,
            act: () => void merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount"),
          },
        ]
      : []),
    ...blocks.map(({ cells, range }) => ({
      bytes: cells * bytesPerCell,
      act: () => void range.load("values,numberFormat"),
    })),
  ]);
  await send(context, inRequests(steps), () => undefined);
  return read.map(({ name, area, merged, blocks }) => ({
    name,
    visibility: "visible",
    rows: area ? rowsOf(area, blocks) : [],
    merges: merged ? mergesOf(merged) : [],
  }));
}

interface Block {
  readonly cells: number;
  readonly range: Excel.Range;
}

function blocksOf(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): readonly Block[] {
  const columns = right - left + 1;
  const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / columns));
  const blocks: Block[] = [];
  for (let row = top; row <= bottom; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, bottom - row + 1);
    blocks.push({ cells: rows * columns, range: sheet.getRangeByIndexes(row, left, rows, columns) });
  }
  return blocks;
}

const mergedAreas = (sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.RangeAreas =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).getMergedAreasOrNullObject();

const mergesOf = (merged: Excel.RangeAreas): readonly CellRange[] =>
  merged.isNullObject
    ? []
    : merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
        top: rowIndex,
        left: columnIndex,
        bottom: rowIndex + rowCount - 1,
        right: columnIndex + columnCount - 1,
      }));

/** Rows from the sheet's first one: what lies above and left of the used range is blank. */
function rowsOf({ top, left }: CellRange, blocks: readonly Block[]): readonly (readonly CellContent[])[] {
  const before = new Array<CellContent>(left).fill(null);
  const rows = blocks.flatMap(({ range }) =>
    range.values.map((values: readonly unknown[], row) => [
      ...before,
      ...values.map((value, column) => cellContent(value, String(range.numberFormat[row]?.[column]))),
    ]),
  );
  return [...new Array<readonly CellContent[]>(top).fill([]), ...rows];
}
