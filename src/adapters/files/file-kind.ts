/** What a file is by its first bytes. Its extension is never asked: schools rename files. */
export type FileKind = "zip" | "compound" | "record-stream" | "text";

const zipSignature = [0x50, 0x4b];
const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A workbook of Excel 2 to 5 that is nothing but its records: the first opens the workbook. */
const recordSignatures = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, zipSignature)) return "zip";
  if (startsWith(bytes, compoundSignature)) return "compound";
  return recordSignatures.some((signature) => startsWith(bytes, signature)) ? "record-stream" : "text";
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
