import type { SheetEdit } from "../../domain/edit";
import type { School } from "../../domain/school";
import { templateSheets } from "../../domain/template-stamp";
import { hiddenSheet } from "./hidden-sheet";

/** What the roster says of the school, on a hidden sheet, so that checks can ask for its 学段 or 城乡. */
export const rosterSheet = (school: School, columns: readonly string[]): SheetEdit =>
  hiddenSheet(
    "roster",
    templateSheets.roster,
    columns.map((column) => {
      const value =
        column === "学校代码" ? school.code : column === "学校名称" ? school.name : school.attributes[column];
      return [{ text: column }, value === undefined ? null : { text: value }];
    }),
  );

/** The cell of a roster column, by its place among the columns. */
export const rosterCell = (index: number): string => `'${templateSheets.roster}'!$B$${String(index + 1)}`;
