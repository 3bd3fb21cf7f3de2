import { cellKey, type CellAddress } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { columnsOf } from "../../formula/columns-of";
import type { Tree } from "../../formula/tree";
import { firstDataRow } from "./sheet-frame";

/** A cell of one of our sheets, found by the sheet's role; row and column count from 0. */
export interface SheetPlace {
  readonly role: string;
  readonly row: number;
  readonly column: number;
}

/** Where a form's data stands: one row per row of its table, in the same order. */
export interface DataSheet {
  readonly form: string;
  readonly role: string;
  readonly name: string;
  readonly rosterColumns: readonly string[];
  /** Columns formulas can name, each with its place, from 0: roster columns, fields and 派生 fields. */
  readonly columns: ReadonlyMap<string, number>;
  /** First free column, where helper columns begin. */
  readonly width: number;
  readonly rowCount: number;
}

export interface DataSheetPlaces {
  readonly sheets: ReadonlyMap<string, DataSheet>;
  /** `row` indexes the form's table; undefined when the form keeps no such column. */
  readonly place: (form: string, column: string, row: number) => SheetPlace | undefined;
  /** Where a school's own cell stands on our sheets; undefined for cells that were not collected. */
  readonly placeOf: (at: CellAddress) => SheetPlace | undefined;
}

/** Columns of every data sheet before those of the form. */
export const leadingColumns = ["学校代码", "学校名称", "源文件", "源表", "源行"] as const;
const longestSheetName = 31;

/** A pure function of what was asked for and what came, so that the pane can jump without reading the workbook. */
export function dataSheetPlaces(definition: CompiledDefinition, collection: Collection): DataSheetPlaces {
  const used = usedColumns(definition);
  const names = new Set<string>();
  const sheets = new Map<string, DataSheet>();
  for (const form of definition.forms.values()) {
    const table = collection.tables.get(form.form.name);
    if (table) sheets.set(form.form.name, dataSheet(form, table, used, unusedName(`数据_${form.form.name}`, names)));
  }
  const place: DataSheetPlaces["place"] = (form, column, row) => {
    const sheet = sheets.get(form);
    const at = sheet?.columns.get(column);
    return sheet === undefined || at === undefined
      ? undefined
      : { role: sheet.role, row: firstDataRow + row, column: at };
  };
  const byCell = collectedCells(collection);
  return {
    sheets,
    place,
    placeOf: (at) => {
      const found = byCell.get(cellKey(at));
      return found && place(found.form, found.column, found.row);
    },
  };
}

function dataSheet(
  { form, elements, derived }: CompiledForm,
  table: FormTable,
  used: ReadonlySet<string>,
  name: string,
): DataSheet {
  const fields = [...elements.map((element) => element.name), ...derived.keys()];
  const attributes = new Set(table.rows.flatMap(({ school }) => Object.keys(school.attributes)));
  const taken = new Set<string>([...leadingColumns, ...fields]);
  const rosterColumns = [...attributes].filter((column) => used.has(column) && !taken.has(column));
  const columns = new Map<string, number>([
    ["学校代码", 0],
    ["学校名称", 1],
  ]);
  for (const column of [...rosterColumns, ...fields])
    if (!columns.has(column)) columns.set(column, leadingColumns.length + columns.size - 2);
  return {
    form: form.name,
    role: `data:${form.name}`,
    name,
    rosterColumns,
    columns,
    width: leadingColumns.length + columns.size - 2,
    rowCount: Math.max(1, table.rows.length),
  };
}

/** Every column name a formula or a group of the definition mentions. */
function usedColumns(definition: CompiledDefinition): ReadonlySet<string> {
  const indicators = [...definition.indicators.values()];
  const trees: readonly (Tree | undefined)[] = [
    ...definition.rules.flatMap(({ when, tree }) => [when, tree]),
    ...indicators.flatMap(({ filter, numerator, denominator }) => [filter, numerator, denominator]),
    ...[...definition.forms.values()].flatMap(({ derived, scope }) => [...derived.values(), scope]),
  ];
  const named = trees.flatMap((tree) => (tree ? columnsOf(tree).map(({ name }) => name) : []));
  return new Set([...named, ...indicators.flatMap(({ indicator }) => indicator.groupBy)]);
}

function unusedName(wanted: string, taken: Set<string>): string {
  let name = wanted.slice(0, longestSheetName);
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    const ending = `_${String(count)}`;
    name = wanted.slice(0, longestSheetName - ending.length) + ending;
  }
  taken.add(name.toLowerCase());
  return name;
}

function collectedCells(
  collection: Collection,
): ReadonlyMap<string, { readonly form: string; readonly column: string; readonly row: number }> {
  const cells = new Map<string, { form: string; column: string; row: number }>();
  for (const { form, columns } of collection.tables.values())
    for (const [column, readings] of columns)
      readings.forEach(({ at }, row) => {
        if (at) cells.set(cellKey(at), { form, column, row });
      });
  return cells;
}
