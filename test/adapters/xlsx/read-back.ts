import { strToU8, unzipSync, zipSync } from "fflate";
import type { SheetSnapshot, UnreadableFile } from "../../../src/domain/snapshot";
import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { putSheet } from "./put-sheet";

export const firstSheet = "xl/worksheets/sheet1.xml";

export function sheetsIn(bytes: Uint8Array, file = "城关小学.xlsx"): readonly SheetSnapshot[] {
  const reading = readWorkbookFile(bytes, file);
  if (reading.state !== "read") throw new Error(reading.why);
  return reading.workbook.sheets;
}

export const rowsIn = (bytes: Uint8Array, file?: string): SheetSnapshot["rows"] | undefined =>
  sheetsIn(bytes, file)[0]?.rows;

export function whyNot(bytes: Uint8Array, file = "城关小学.xlsx"): UnreadableFile | "read" {
  const reading = readWorkbookFile(bytes, file);
  return reading.state === "read" ? "read" : reading.why;
}

/** Our own workbook with one part of it replaced. */
export async function withPart(path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbookFile([putSheet([[{ text: "甲" }, { number: 1 }]])]));
  const xml = new TextDecoder().decode(parts[path]);
  return zipSync({ ...parts, [path]: strToU8(change(xml)) });
}
