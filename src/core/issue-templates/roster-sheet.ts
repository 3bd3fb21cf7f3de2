import type { SheetEdit } from "../../domain/edit";
import type { School } from "../../domain/school";

const name = "_名录";

/** What the roster says of the school, on a hidden sheet, so that checks can ask for its 学段 or 城乡. */
export const rosterSheet = (school: School, columns: readonly string[]): SheetEdit => ({
  edit: "put-sheet",
  role: "roster",
  name,
  tabColor: "",
  columns: [{ width: 16 }, { width: 24 }],
  rows: columns.map((column) => {
    const value = column === "学校代码" ? school.code : column === "学校名称" ? school.name : school.attributes[column];
    return [{ text: column }, value === undefined ? null : { text: value }];
  }),
  rowStyles: [],
  cellStyles: [],
  merges: [],
  frozenRows: 0,
  frozenColumns: 0,
  validations: [],
  conditionalFormats: [],
  visibility: "very-hidden",
});

/** The cell of a roster column, by its place among the columns. */
export const rosterCell = (index: number): string => `'${name}'!$B$${String(index + 1)}`;
