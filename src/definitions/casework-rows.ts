import type { CellAddress, CellContent } from "../domain/cell";
import { exactFromCell, exactText } from "../domain/exact";
import type { Finding } from "../domain/finding";
import { isoDay } from "../domain/iso-day";
import type { SheetSnapshot, WorkbookSnapshot } from "../domain/snapshot";
import type { CaseworkTable } from "./casework-tables";
import { isBlankCell } from "./cell-value";
import { readSheetTable } from "./sheet-table";

/** One row: the text of each column, and the faults found so far. */
export interface TypedRow<Key extends string> {
  readonly text: (key: Key) => string;
  readonly fault: (key: Key, message: string, instruction: string) => Finding;
  readonly pending: (key: Key, message: string) => Finding;
  readonly unreadable: readonly Finding[];
}

/** The rows of a casework sheet in which something is typed; none where the workbook has no such sheet. */
export function typedRows<Key extends string>(
  { file, sheets }: WorkbookSnapshot,
  { sheet: name, columns }: Pick<CaseworkTable<Key>, "sheet" | "columns">,
): readonly TypedRow<Key>[] {
  const sheet = sheets.find((candidate) => candidate.name.trim() === name);
  const table = sheet && readSheetTable(sheet, columns.map(({ header }) => header)); // prettier-ignore
  if (!sheet || !table) return [];
  const places = new Map(
    columns.flatMap(({ key, header }) => {
      const found = table.headers.find(({ text }) => text === header);
      return found ? [[key, found.column] as const] : [];
    }),
  );
  const isTyped = (cells: readonly CellContent[]): boolean =>
    columns.some(({ key, typed }) => typed && !isBlankCell(cells[places.get(key) ?? -1]));
  return table.rows
    .filter(({ cells }) => isTyped(cells))
    .map(({ row, cells }) => typedRow(cells, columns, places, (column) => addressIn(file, sheet, row, column)));
}

const addressIn = (file: string | undefined, sheet: SheetSnapshot, row: number, column: number): CellAddress => ({
  ...(file !== undefined && { file }),
  sheet: sheet.name,
  row,
  column,
});

function typedRow<Key extends string>(
  cells: readonly CellContent[],
  columns: CaseworkTable<Key>["columns"],
  places: ReadonlyMap<Key, number>,
  address: (column: number) => CellAddress,
): TypedRow<Key> {
  const cell = (key: Key): CellContent => cells[places.get(key) ?? -1] ?? null;
  const found = (key: Key, severity: Finding["severity"], message: string, instruction: string): Finding => ({
    code: "casework-unreadable",
    severity,
    at: address(places.get(key) ?? 0),
    message,
    instruction,
  });
  const fault: TypedRow<Key>["fault"] = (key, message, instruction) => found(key, "error", message, instruction);
  return {
    text: (key) => cellText(cell(key)),
    fault,
    pending: (key, message) => found(key, "notice", `${message}，待确认，暂不作数。`, "补上后重新运行。"),
    unreadable: columns.flatMap(({ key, header, typed }) => {
      const content = cell(key);
      return typed && typeof content === "object" && content !== null && "error" in content
        ? [fault(key, `“${header}”是公式错误 ${content.error}。`, "直接填写内容，不用公式。")]
        : [];
    }),
  };
}

function cellText(cell: CellContent): string {
  if (cell === null) return "";
  if (typeof cell === "number") return exactText(exactFromCell(cell));
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "string") return cell.trim();
  return "date" in cell ? isoDay(cell.date) : "";
}
