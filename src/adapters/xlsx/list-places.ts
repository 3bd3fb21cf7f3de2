import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../domain/cell";
import { templateSheets } from "../../domain/template-stamp";
import { fileText } from "./file-text";

const sheetName = templateSheets.choices;
/** Excel refuses longer lists inside a validation, and a comma there always separates. */
const longestInline = 255;

/** Where the choices of the validations stand: short ones inside them, the others on a hidden sheet. */
export interface ListPlaces {
  readonly formula: (items: readonly string[]) => string;
  /** The hidden sheet, once a list has needed it. */
  readonly sheet: () => WriteSheet | undefined;
}

export function listPlaces(): ListPlaces {
  const columns = new Map<string, readonly string[]>();
  const place = (items: readonly string[]): string => {
    const key = items.join("\n");
    columns.set(key, items);
    const letters = columnLetters([...columns.keys()].indexOf(key));
    return `'${sheetName}'!$${letters}$1:$${letters}$${String(items.length)}`;
  };
  return {
    formula: (items) => {
      const inline = items.join(",");
      const fits = inline.length <= longestInline && !items.some((item) => /[,"]/u.test(item));
      return fits ? `"${inline}"` : place(items);
    },
    sheet: () => {
      const lists = [...columns.values()];
      const height = Math.max(0, ...lists.map(({ length }) => length));
      const rows = Array.from({ length: height }, (_, row) => lists.map((items) => fileText(items[row] ?? "")));
      return lists.length === 0 ? undefined : { name: sheetName, rows, veryHidden: true };
    },
  };
}
