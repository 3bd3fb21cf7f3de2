import type { Code } from "../../definitions/definition";
import { plain } from "./plain-text";
import { codeMeant } from "./reading";
import type { Place, SheetGrid } from "./sheet-grid";
import type { TableHeader } from "./table-header";
import { headingText, isUnitText } from "./unit";

/** What a row below the heading is. */
type RowKind = "blank" | "numbered" | "heading" | "units" | "total" | "note" | "record";

export interface TableRow {
  readonly row: number;
  /** "ghost": something stands there, but below the end of the table. */
  readonly kind: Exclude<RowKind, "blank"> | "ghost";
}

const blankRowsThatEnd = 2;

/** Tells every row below the heading that holds something. The table ends at a note or after two blank rows. */
export function tableRows(
  grid: SheetGrid,
  header: TableHeader,
  codes: ReadonlyMap<string, readonly Code[]>,
): readonly TableRow[] {
  const rows: TableRow[] = [];
  let blanks = 0;
  let ended = false;
  let afterNote = false;
  let hasRecords = false;
  for (let row = header.bottom + 1; row < grid.rowCount; row += 1) {
    const kind = rowKind(grid, header, codes, row, !hasRecords);
    blanks = kind === "blank" ? blanks + 1 : 0;
    ended ||= blanks >= blankRowsThatEnd || kind === "note";
    if (kind === "blank") continue;
    const continuesNote: boolean = afterNote && kind === "record" && isLoneText(grid, row);
    afterNote = kind === "note" || continuesNote;
    hasRecords ||= kind === "record";
    rows.push({ row, kind: continuesNote ? "note" : kind === "record" && ended ? "ghost" : kind });
  }
  return rows;
}

function rowKind(
  grid: SheetGrid,
  header: TableHeader,
  codes: ReadonlyMap<string, readonly Code[]>,
  row: number,
  isFirst: boolean,
): RowKind {
  const places = grid.filledPlaces(row);
  if (places.length === 0) return "blank";
  if (
    places.every(
      (place) => header.rowNumbers.includes(place.column) && /^\d+$/u.test(plain(grid.text(row, place.column))),
    )
  )
    return "numbered";
  if (isHeadingAgain(grid, header, places)) return "heading";
  if (isFirst && isColumnNumbers(grid, header, places)) return "heading";
  if (isFirst && places.every((place) => isUnitText(grid.text(place.row, place.column)))) return "units";
  if (isNote(grid, places)) return "note";
  return isTotal(grid, header, codes, places) ? "total" : "record";
}

const totals = /^(?:全县|全区|全市|全校|本校|本页|其中)?(?:合计|小计|总计|共计|总数|合计数)$/u;

/** 合计 in the words that begin the row; a 合计 that the code list of its column knows is a value like any other. */
function isTotal(
  grid: SheetGrid,
  { columns }: TableHeader,
  codes: ReadonlyMap<string, readonly Code[]>,
  places: readonly Place[],
): boolean {
  for (const { row, column } of places) {
    const content = grid.content(row, column);
    if (typeof content !== "string") return false;
    const { element } = columns.find((known) => known.column === column) ?? {};
    const isValue = element?.codes !== undefined && codeMeant(content, codes.get(element.codes) ?? []) !== undefined;
    if (!isValue && totals.test(plain(content))) return true;
  }
  return false;
}

const note =
  /^(?:注(?:\d*[:、.]|$|意)|说明(?:[:、\d]|$)|备注[:：]|填报说明|填表说明|(?:(?:填表|制表|填报|审核|复核|统计|经办|单位|部门|学校|园所|分管)?(?:负责)?人|审核|制表|填表|校长|园长|联系电话|电话|(?:填表|制表|填报|上报|报出|报送)?(?:日期|时间))(?:[(]?(?:签字|签名|签章|盖章)[)]?)?(?::|$)|[(]?(?:公章|盖章|单位盖章)[)]?$)/u;

/** 注：…, 填表人：… and the like. */
export const isNoteText = (text: string): boolean => note.test(plain(text));

const isNote = (grid: SheetGrid, [first]: readonly Place[]): boolean =>
  first !== undefined && isNoteText(grid.text(first.row, first.column));

function isLoneText(grid: SheetGrid, row: number): boolean {
  const [first, ...others] = grid.filledPlaces(row);
  return first !== undefined && others.length === 0 && typeof grid.content(row, first.column) === "string";
}

/** A heading printed again at the top of a page. */
function isHeadingAgain(grid: SheetGrid, { columns, bottom }: TableHeader, places: readonly Place[]): boolean {
  const filed = columns.filter(({ column }) => places.some((place) => place.column === column));
  const row = places[0]?.row ?? 0;
  return (
    filed.length > 0 &&
    filed.every(({ column }) => {
      const { top, left } = grid.extent(bottom, column);
      return headingText(grid.text(row, column)) === headingText(grid.text(top, left));
    })
  );
}

/** The line 甲 乙 1 2 3 … that statistical forms print below the heading. */
function isColumnNumbers(grid: SheetGrid, header: TableHeader, places: readonly Place[]): boolean {
  let [stems, numbers] = [0, 0];
  for (const { row, column } of places) {
    const text = plain(grid.text(row, column));
    if (/^[甲乙丙丁戊]$|^栏次$/u.test(text)) stems += 1;
    else if (text === String(numbers + 1)) numbers += 1;
    else return false;
  }
  return stems > 0 || (numbers > 3 && header.rowNumbers.length === 0 && header.code === undefined);
}
