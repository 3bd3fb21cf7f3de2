import { Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { Unreadable } from "./unreadable";
import type { ZipEntry } from "./zip-directory";

const localSignature = 0x04034b50;
const localLength = 30;
const stored = 0;
const deflated = 8;
/** Up to here unpacking at once is fast whatever comes out; beyond, an entry that lies about its size is cut off. */
const smallPacked = 100e3;
const chunkLength = 65_536;

/**
 * The bytes of one entry, exactly as many as the directory says and with its check number.
 *
 * @throws Unreadable
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw new Unreadable("encrypted");
  const packed = packedBytes(bytes, entry);
  const unpacked = unpack(packed, entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw new Unreadable("truncated");
  return unpacked;
}

function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + localLength > view.byteLength || view.getUint32(offset, true) !== localSignature)
    throw new Unreadable("truncated");
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw new Unreadable("truncated");
  return bytes.subarray(start, start + packed);
}

function unpack(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array {
  if (method === stored) return packed;
  if (method !== deflated) throw new Unreadable("not-a-workbook");
  try {
    return packed.length <= smallPacked ? inflateSmall(packed, size) : inflateWithin(packed, size);
  } catch (thrown) {
    if (thrown instanceof Unreadable || !(thrown instanceof Error)) throw thrown;
    throw new Unreadable("truncated");
  }
}

/** One byte of room too many shows when there is more than was said. */
const inflateSmall = (packed: Uint8Array, size: number): Uint8Array =>
  inflateSync(packed, { out: new Uint8Array(size + 1) });

function inflateWithin(packed: Uint8Array, size: number): Uint8Array {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Unreadable("truncated");
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += chunkLength)
    inflate.push(packed.subarray(at, at + chunkLength), at + chunkLength >= packed.length);
  return length === size ? unpacked : unpacked.subarray(0, length);
}
