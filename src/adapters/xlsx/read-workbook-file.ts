import { read, type ParsingOptions, type WorkBook } from "@e965/xlsx";
import type { FileReading, SheetSnapshot, UnreadableFile } from "../../domain/snapshot";
import { decodeText } from "./decode-text";
import { fileKind } from "./file-kind";
import { parseCsv } from "./parse-csv";
import { sheetSnapshots, TooManyCells } from "./sheet-snapshot";
import { zipVerdict } from "./zip-limits";

type Outcome = readonly SheetSnapshot[] | UnreadableFile;

const options: ParsingOptions = { dense: true, cellNF: true, cellHTML: false, cellFormula: false, cellText: false };

/**
 * Reads one file a school sent: .xlsx .xlsm .xlsb .xls .et .ods, csv, or an HTML or XML table saved as .xls.
 * What it is decides its content, never its name. A file that cannot be read is a value with the reason.
 *
 * @param file name to show and to find the cells by
 */
export function readWorkbookFile(bytes: Uint8Array, file: string): FileReading {
  const outcome = sheetsOf(bytes, file);
  return typeof outcome === "string"
    ? { state: "unreadable", file, why: outcome }
    : { state: "read", workbook: { file, sheets: outcome } };
}

function sheetsOf(bytes: Uint8Array, file: string): Outcome {
  switch (fileKind(bytes)) {
    case "zip": {
      const verdict = zipVerdict(bytes);
      return verdict === "fine" ? parsed(() => read(bytes, { ...options, type: "array" }), "not-a-workbook") : verdict;
    }
    case "compound":
      return parsed(() => read(bytes, { ...options, type: "array" }), /\.ett?$/iu.test(file) ? "wps-et" : "truncated");
    case "text":
      return textSheets(decodeText(bytes), file);
  }
}

function textSheets(text: string, file: string): Outcome {
  if (/^\s*</u.test(text)) {
    if (!/<(?:table|[\w]*:?Workbook)\b/iu.test(text)) return "not-a-workbook";
    return parsed(() => read(text.trimStart(), { ...options, type: "string", raw: true }), "not-a-workbook");
  }
  if (!isPlainText(text)) return "not-a-workbook";
  const rows = parseCsv(text).map((row) => row.map((field) => (field === "" ? null : field)));
  return [{ name: sheetNameOf(file), visibility: "visible", rows, merges: [] }];
}

/** Control characters, or none at all, mean that this is some other kind of file. */
const isPlainText = (text: string): boolean =>
  text.trim() !== "" && !Array.from(text).some((character) => character < " " && !"\t\r\n".includes(character));

/** A csv has no sheet names, and its file name is the only thing that tells which form it is. */
const sheetNameOf = (file: string): string => file.replace(/^.*[/\\]/u, "").replace(/\.[^.]*$/u, "");

/**
 * The library tells broken, encrypted and foreign files apart only in its messages, and throws TypeErrors for many
 * of them; all of these are properties of the file.
 */
function parsed(parse: () => WorkBook, otherwise: UnreadableFile): Outcome {
  try {
    const book = parse();
    return book.SheetNames.length === 0 ? "not-a-workbook" : sheetSnapshots(book);
  } catch (thrown) {
    if (thrown instanceof TooManyCells) return "too-large";
    if (!(thrown instanceof Error)) throw thrown;
    return /password|encrypt/iu.test(thrown.message) ? "encrypted" : otherwise;
  }
}
