import { zipSync } from "fflate";
import { foreignBook } from "./foreign-book";
import { type BookContents, mainPart, ooxmlBook } from "./ooxml-book";
import { odsBook } from "./ods-book";
import { scanXml } from "../files/scan-xml";
import { Unreadable } from "../files/unreadable";
import { zipDirectory } from "../files/zip-directory";
import { isTooLarge, mostEntries } from "../files/zip-limits";
import { type ZipParts, zipParts } from "../files/zip-parts";

/**
 * Reads .xlsx .xlsm .xlsb .ods.
 *
 * @throws Unreadable
 */
export function zipBook(bytes: Uint8Array): BookContents {
  const entries = zipDirectory(bytes, mostEntries);
  if (entries === undefined) throw new Unreadable("truncated");
  if (isTooLarge(entries, bytes.length)) throw new Unreadable("too-large");
  const parts = zipParts(bytes, entries);
  const main = mainPart(parts);
  if (main?.endsWith(".bin") === true) return foreignBook(repacked(parts), "truncated");
  if (main !== undefined && parts.has(main)) return ooxmlBook(parts, main);
  if (!parts.has("content.xml")) throw new Unreadable("not-a-workbook");
  if (isLocked(parts)) throw new Unreadable("encrypted");
  return odsBook(parts.bytes("content.xml"));
}

/** The library unpacks whatever it is given; it is given nothing that is still packed. */
const repacked = (parts: ZipParts): Uint8Array =>
  zipSync(Object.fromEntries(parts.paths.map((path) => [path, parts.bytes(path)])), { level: 0 });

function isLocked(parts: ZipParts): boolean {
  let locked = false;
  if (parts.has("META-INF/manifest.xml"))
    scanXml(parts.bytes("META-INF/manifest.xml"), {
      open: (name) => {
        locked ||= name === "encryption-data";
      },
    });
  return locked;
}
