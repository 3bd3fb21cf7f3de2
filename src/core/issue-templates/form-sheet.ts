import type { CellInput, SheetEdit } from "../../domain/edit";
import type { School } from "../../domain/school";
import type { CellRange } from "../../domain/snapshot";
import type { CompiledForm } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";

/** Rows above what is filled in: title, note, whose sheet it is. */
export const frameRows = 3;

/** A form laid out to be filled in, before its checks are put on. */
export interface FormSheet {
  readonly form: CompiledForm;
  readonly name: string;
  readonly columnWidths: readonly number[];
  /** Rows below the frame. */
  readonly body: readonly (readonly CellInput[])[];
  readonly headers: readonly { readonly row: number; readonly column: number }[];
  readonly merges: readonly CellRange[];
  /** Where each element is filled in: one cell on a card, a column of cells in a table. */
  readonly entries: ReadonlyMap<string, CellRange>;
  readonly isTable: boolean;
}

/** What a heading may say besides the name; `isUnit` tells units that readers know from other words. */
export interface HeadingWords {
  readonly isUnit: (text: string) => boolean;
}

export const isNumeric = ({ type }: DataElement): boolean => type === "整数" || type === "小数" || type === "金额";

/** The unit a school writes in, when readers will know it for one. */
export const entryUnit = (element: DataElement, { isUnit }: HeadingWords): string | undefined => {
  const unit = element.filedIn ?? element.unit;
  return isNumeric(element) && unit !== undefined && isUnit(unit) ? unit : undefined;
};

/** `*在校生数(人)`; a label that ends in brackets says its unit itself. */
export const headingWith = (label: string, unit: string | undefined, required: boolean): string =>
  `${required ? "*" : ""}${label}${unit === undefined || /[)）]$/u.test(label) ? "" : `(${unit})`}`;

/** The rows every form sheet begins with. A reader finds the school by the third. */
export const frame = ({ form }: CompiledForm, school: School, period: string): readonly (readonly CellInput[])[] => [
  [{ text: form.title ?? form.name }],
  [
    {
      text: `${period}。黄色格填写；* 必填；没有数的留空，是零填 0，不适用填“—”。${form.nilReport ? "没有内容也要交回这张空表。" : ""}`,
    },
  ],
  [{ text: `学校代码：${school.code}` }, null, { text: `填报单位：${school.name}` }],
];

export const frameStyles: SheetEdit["rowStyles"] = [
  { row: 0, style: "title" },
  { row: 1, style: "note" },
  { row: 2, style: "stamp" },
];
