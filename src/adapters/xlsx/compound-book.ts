import { CFB } from "@e965/xlsx";
import type { UnreadableFile } from "../../domain/snapshot";
import type { BookContents } from "./ooxml-book";
import { foreignBook } from "./foreign-book";
import { recordStream } from "./record-stream";
import { Unreadable, fromLibrary } from "../files/unreadable";

/** What the library gives for a compound file, as far as it is used here. */
interface CompoundFile {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
}

/**
 * Reads an .xls or .et, and tells what else a compound file may be.
 *
 * @param broken what to call a file the library gives up on
 * @throws Unreadable
 */
export function compoundBook(bytes: Uint8Array, broken: UnreadableFile): BookContents {
  const file = fromLibrary(() => CFB.read(bytes, { type: "array" }) as CompoundFile, broken);
  const names = file.FullPaths.map((path) => path.replace(/^.*\/(?=.)/u, "").toLowerCase());
  if (names.includes("encryptedpackage") || names.includes("encryptioninfo")) throw new Unreadable("encrypted");
  const at = names.findIndex((name) => name === "workbook" || name === "book");
  if (at < 0) throw new Unreadable("not-a-workbook");
  const { isWhole, looksElsewhere } = recordStream(Uint8Array.from(file.FileIndex[at]?.content ?? []));
  const book = foreignBook(bytes, broken);
  if (!isWhole) throw new Unreadable(broken);
  return { ...book, ...(looksElsewhere && { hasExternalLinks: true }) };
}

/**
 * Reads a workbook of Excel 2 to 5 that is nothing but its records.
 *
 * @throws Unreadable
 */
export function recordBook(bytes: Uint8Array): BookContents {
  if (!recordStream(bytes).isWhole) throw new Unreadable("truncated");
  return foreignBook(bytes, "not-a-workbook");
}
