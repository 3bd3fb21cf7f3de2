import { problem, ok, type Result } from "../../domain/result";
import type { UnreadableFile } from "../../domain/snapshot";
import { unpackEntry } from "./unpack-entry";
import { Unreadable } from "./unreadable";
import { type ZipEntry, zipDirectory } from "./zip-directory";
import { isTooLarge, mostEntries } from "./zip-limits";

/** One file of an archive. `file` is its name with its folders, `批次1/城关小学.xlsx`. */
export interface ArchivedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Files programs leave beside the ones people save. */
const leftovers = /(?:^|\/)(?:~\$|\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/iu;

/**
 * The files of a .zip, in the order of their names. Names may be in UTF-8 or GBK. Entries that point out of the
 * archive, and what programs leave behind, are left out; an archive inside is a file like any other.
 */
export function unpackArchive(bytes: Uint8Array): Result<readonly ArchivedFile[], UnreadableFile> {
  const entries = zipDirectory(bytes, mostEntries);
  if (entries === undefined) return problem("truncated");
  if (isTooLarge(entries, bytes.length)) return problem("too-large");
  const named = entries.map((entry) => ({ entry, file: fileName(entry) })).filter(({ file }) => isWanted(file));
  if (new Set(named.map(({ file }) => file)).size < named.length) return problem("truncated");
  try {
    const files = named.map(({ entry, file }) => ({ file, bytes: unpackEntry(bytes, entry) }));
    return ok(files.sort((a, b) => (a.file < b.file ? -1 : 1)));
  } catch (thrown) {
    if (thrown instanceof Unreadable) return problem(thrown.why);
    throw thrown;
  }
}

/** Whether a zip file is an archive of files and not itself a workbook. */
export function isArchive(bytes: Uint8Array): boolean {
  const entries = bytes[0] === 0x50 && bytes[1] === 0x4b ? zipDirectory(bytes, mostEntries) : undefined;
  return entries?.some(({ path }) => workbookParts.has(path.toLowerCase())) === false;
}

const workbookParts = new Set(["[content_types].xml", "_rels/.rels", "xl/workbook.xml", "content.xml", "mimetype"]);

/** Windows packs names in its own code page and says nothing of it: what is no UTF-8 is GBK. */
function fileName({ path, nameBytes }: ZipEntry): string {
  const name = path.includes("\uFFFD") ? new TextDecoder("gb18030").decode(nameBytes) : path;
  return name.replaceAll("\\", "/").replace(/^(?:[A-Za-z]:)?\/+/u, "");
}

const isWanted = (file: string): boolean =>
  file !== "" && !file.endsWith("/") && !file.split("/").includes("..") && !leftovers.test(file);
