import type { FileReading, UnreadableFile } from "../../domain/snapshot";
import { compoundBook, recordBook } from "./compound-book";
import { fileKind } from "../files/file-kind";
import { fingerprint } from "./fingerprint";
import type { BookContents } from "./ooxml-book";
import { textBook } from "./text-book";
import { Unreadable } from "../files/unreadable";
import { zipBook } from "./zip-book";

/**
 * Reads one file a school sent: .xlsx .xlsm .xlsb .xls .et .ods .fods, csv, or an HTML or XML table saved as .xls.
 * What it is decides its content, never its name. A file that cannot be read is a value with the reason.
 *
 * @param file name to show and to find the cells by
 */
export function readWorkbookFile(bytes: Uint8Array, file: string): FileReading {
  const outcome = bookOf(bytes, file);
  return typeof outcome === "string"
    ? { state: "unreadable", file, why: outcome }
    : { state: "read", workbook: { file, fingerprint: fingerprint(bytes), ...outcome } };
}

function bookOf(bytes: Uint8Array, file: string): BookContents | UnreadableFile {
  try {
    switch (fileKind(bytes)) {
      case "zip":
        return zipBook(bytes);
      case "compound":
        return compoundBook(bytes, /\.ett?$/iu.test(file) ? "wps-et" : "truncated");
      case "record-stream":
        return recordBook(bytes);
      case "text":
        return textBook(bytes, file);
    }
  } catch (thrown) {
    if (thrown instanceof Unreadable) return thrown.why;
    throw thrown;
  }
}
