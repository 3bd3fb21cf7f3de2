import type { CellInput, SheetEdit } from "../../../src/domain/edit";

/** A sheet with these rows and nothing else to say about itself. */
export const putSheet = (rows: readonly (readonly CellInput[])[], more: Partial<SheetEdit> = {}): SheetEdit => ({
  edit: "put-sheet",
  role: "test",
  name: "表1",
  tabColor: "",
  columns: [],
  rows,
  rowStyles: [],
  cellStyles: [],
  merges: [],
  frozenRows: 0,
  frozenColumns: 0,
  validations: [],
  conditionalFormats: [],
  visibility: "visible",
  ...more,
});
