import type { SheetEdit } from "../../domain/edit";

/** A sheet that only formulas and readers look at. */
export const hiddenSheet = (role: string, name: string, rows: SheetEdit["rows"]): SheetEdit => ({
  edit: "put-sheet",
  role,
  name,
  tabColor: "",
  columns: [{ width: 16 }, { width: 24 }],
  rows,
  rowStyles: [],
  cellStyles: [],
  merges: [],
  frozenRows: 0,
  frozenColumns: 0,
  validations: [],
  conditionalFormats: [],
  visibility: "very-hidden",
});
