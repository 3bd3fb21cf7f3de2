import type { SheetSnapshot, WorkbookSnapshot } from "../../domain/snapshot";
import { ooxmlSheet } from "./ooxml-sheet";
import type { BookContext } from "./ooxml-cell";
import { relationsOf } from "./ooxml-relations";
import { sharedStrings } from "./ooxml-strings";
import { dateStyles } from "./ooxml-styles";
import { scanXml } from "../files/scan-xml";
import { cellBudget } from "./sheet-cells";
import { Unreadable } from "../files/unreadable";
import { attributesOf, isTrue } from "../files/xml-text";
import type { ZipParts } from "../files/zip-parts";

/** What a file of sheets comes to, whatever its format. */
export type BookContents = Pick<WorkbookSnapshot, "sheets" | "hasExternalLinks">;

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly visibility: SheetSnapshot["visibility"];
}

/** Path of the main part of an Office file; undefined when it is none. */
export const mainPart = (parts: ZipParts): string | undefined =>
  relationsOf(parts, "").find(({ type }) => type === "officeDocument")?.path ??
  ["xl/workbook.xml", "xl/workbook.bin"].find(parts.has);

/**
 * Reads .xlsx and .xlsm, transitional and strict.
 *
 * @param path of the workbook part
 * @throws Unreadable
 */
export function ooxmlBook(parts: ZipParts, path: string): BookContents {
  const { entries, counts1904 } = workbookPart(parts.bytes(path));
  const relations = relationsOf(parts, path);
  const partOf = (type: string): Uint8Array | undefined => {
    const target = relations.find((relation) => relation.type === type)?.path;
    return target !== undefined && parts.has(target) ? parts.bytes(target) : undefined;
  };
  const book: BookContext = {
    strings: sharedStrings(partOf("sharedStrings")),
    isDateStyle: dateStyles(partOf("styles")),
    counts1904,
  };
  const budget = cellBudget();
  const sheets = entries.map(({ name, relation, visibility }): SheetSnapshot => {
    const target = relations.find(({ id }) => id === relation)?.path;
    if (target === undefined) throw new Unreadable("truncated");
    return { name, visibility, ...ooxmlSheet(parts.bytes(target), book, budget) };
  });
  const hasExternalLinks = relations.some(({ type }) => type === "externalLink");
  return { sheets, ...(hasExternalLinks && { hasExternalLinks }) };
}

function workbookPart(part: Uint8Array): { readonly entries: readonly SheetEntry[]; readonly counts1904: boolean } {
  const entries: SheetEntry[] = [];
  let counts1904 = false;
  let root: string | undefined;
  scanXml(part, {
    open: (name, raw) => {
      root ??= name;
      if (name === "workbookPr") counts1904 = isTrue(attributesOf(raw).get("date1904"));
      if (name === "sheet") entries.push(sheetEntry(attributesOf(raw)));
    },
  });
  if (root !== "workbook" || entries.length === 0) throw new Unreadable("not-a-workbook");
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw new Unreadable("truncated");
  return { entries, counts1904 };
}

function sheetEntry(attributes: ReadonlyMap<string, string>): SheetEntry {
  const state = attributes.get("state");
  return {
    name: attributes.get("name") ?? "",
    relation: attributes.get("id") ?? "",
    visibility: state === "veryHidden" ? "very-hidden" : state === "hidden" ? "hidden" : "visible",
  };
}
