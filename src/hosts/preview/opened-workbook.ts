import type { CellContent } from "../../domain/cell";
import type { WorkbookSnapshot } from "../../domain/snapshot";
import type { CellFile, SheetFile, WorkbookFile } from "../../excel-stand-in/preview";

/** A file's sheets as the grid opens them: values and merged cells; looks stay in the file. */
export function openedWorkbook({ sheets }: WorkbookSnapshot): WorkbookFile {
  const front = sheets.find(({ visibility }) => visibility === "visible") ?? sheets[0];
  return {
    activeSheet: front?.name ?? "",
    settings: {},
    sheets: sheets.map(
      ({ name, visibility, rows, merges }): SheetFile => ({
        name,
        visibility,
        tabColor: "",
        showGridlines: true,
        rows: rows.map((row) => row.map(cellFile)),
        merges,
        columnWidths: [],
        rowHeights: [],
        frozenRows: 0,
        frozenColumns: 0,
        tables: [],
        validations: [],
        conditionalFormats: [],
        customProperties: {},
        isProtected: false,
        pageLayout: {},
      }),
    ),
  };
}

function cellFile(content: CellContent): CellFile | null {
  if (content === null) return null;
  if (typeof content === "string") return { value: content, look: { numberFormat: "@" } };
  if (typeof content !== "object") return { value: content };
  return "date" in content
    ? { value: content.date, look: { numberFormat: "yyyy/m/d" } }
    : { value: { error: content.error } };
}
