/** What a file is by its first bytes. Its extension is never asked: schools rename files. */
export type FileKind = "zip" | "compound" | "text";

const zipSignature = [0x50, 0x4b];
const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, zipSignature)) return "zip";
  return startsWith(bytes, compoundSignature) ? "compound" : "text";
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
