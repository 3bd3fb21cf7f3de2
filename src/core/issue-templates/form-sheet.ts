import type { CellInput, SheetEdit } from "../../domain/edit";
import type { Exact } from "../../domain/exact";
import type { School } from "../../domain/school";
import type { CellRange } from "../../domain/snapshot";
import { templateMarks } from "../../domain/template-stamp";
import type { CompiledForm } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";

/** Rows above what is filled in: title, what 自查 says, note, whose sheet it is, what the roster says of the school. */
export const frameRows = 5;

/** A form laid out to be filled in, before its checks are put on. */
export interface FormSheet {
  readonly form: CompiledForm;
  readonly name: string;
  readonly columnWidths: readonly number[];
  /** Rows below the frame. */
  readonly body: readonly (readonly CellInput[])[];
  /** Cells whose place the definition fixes within the rows of the frame. */
  readonly inFrame: readonly PlacedInput[];
  readonly headers: readonly SheetCell[];
  readonly merges: readonly CellRange[];
  /** Where each element is filled in: one cell on a card, a column of cells in a table. */
  readonly entries: ReadonlyMap<string, CellRange>;
  readonly isTable: boolean;
  /** Column that says what is wrong in its row. */
  readonly checkColumn: number;
  /** Where last year's value of an element stands, for those that have one. */
  readonly lastYear: ReadonlyMap<string, SheetCell>;
}

export interface PlacedInput {
  readonly at: SheetCell;
  readonly input: CellInput;
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
}

/** Rows of one form that are filled in and checked one by one: one row for a card. */
export const rowCount = ({ entries, isTable }: FormSheet): number => {
  const [first] = entries.values();
  return isTable && first ? first.bottom - first.top + 1 : 1;
};

/** Last year's values of a school in one form, as cells; undefined where there is nothing to show. */
export type LastYearCells = ReadonlyMap<string, CellInput>;

/** What readers know of units. */
export interface UnitWords {
  readonly isUnit: (text: string) => boolean;
  /** What a filed number is multiplied by to be kept in the element's unit; undefined when the units do not convert. */
  readonly factor: (element: DataElement) => Exact | undefined;
}

export const isNumeric = ({ type }: DataElement): boolean => type === "整数" || type === "小数" || type === "金额";

/** The unit a school writes in, when readers will know it for one. */
export const entryUnit = (element: DataElement, { isUnit }: UnitWords): string | undefined => {
  const unit = element.filedIn ?? element.unit;
  return isNumeric(element) && unit !== undefined && isUnit(unit) ? unit : undefined;
};

/** `*在校生数(人)`; a label that ends in brackets says its unit itself. */
export const headingWith = (label: string, unit: string | undefined, required: boolean): string =>
  `${required ? "*" : ""}${label}${unit === undefined || /[)）]$/u.test(label) ? "" : `(${unit})`}`;

/** The rows every form sheet begins with. A reader finds the school by the fourth. */
export const frame = (
  { form }: CompiledForm,
  school: School,
  period: string,
  verdict: CellInput,
): readonly (readonly CellInput[])[] => [
  [{ text: form.title ?? form.name }],
  [{ text: templateMarks.verdict }, verdict],
  [
    {
      text: `${period}。黄色格填写；* 必填；没有数的留空，是零填 0，不适用填“—”。${form.nilReport ? "没有内容也要交回这张空表。" : ""}`,
    },
  ],
  [{ text: `学校代码：${school.code}` }, null, { text: `填报单位：${school.name}` }],
  [{ text: rosterText(school) }],
];

export const frameStyles: SheetEdit["rowStyles"] = [
  { row: 0, style: "title" },
  { row: 1, style: "total" },
  { row: 2, style: "note" },
  { row: 3, style: "stamp" },
  { row: 4, style: "note" },
];

const rosterColumnsShown = ["学段", "办学类型", "城乡", "办别", "乡镇"];

/** What checks go by and schools cannot change here; whoever finds it wrong tells the bureau. */
function rosterText({ attributes }: School): string {
  const known = rosterColumnsShown.flatMap((column) => {
    const value = attributes[column];
    return value === undefined ? [] : [`${column}：${value}`];
  });
  return known.length === 0 ? "" : `名录登记　${known.join("　")}（有误请告诉区里，不要在表上改）`;
}
