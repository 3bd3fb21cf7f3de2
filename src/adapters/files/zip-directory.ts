/** One entry as the directory at the end of a zip file describes it. */
export interface ZipEntry {
  /** Slashes, no leading slash. */
  readonly path: string;
  /** The name was marked as UTF-8, or is plain ASCII; others were written in the code page of some machine. */
  readonly nameBytes: Uint8Array;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
const entryLength = 46;

/** The directory of a zip file; undefined when there is none, or it is cut. Nothing is unpacked. */
export function zipDirectory(bytes: Uint8Array, mostEntries: number): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = directoryPlace(view);
  if (!found) return undefined;
  const entries: ZipEntry[] = [];
  let at = found.start;
  for (let index = 0; index < found.count && index <= mostEntries; index += 1) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined;
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const next = at + entryLength + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    entries.push(entryAt(bytes, view, at, nameLength, extraLength));
    at = next;
  }
  return entries;
}

interface Place {
  readonly start: number;
  readonly count: number;
}

function directoryPlace(view: DataView): Place | undefined {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const place = { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
    return place.count === 0xffff || place.start === 0xffffffff ? (place64(view, at) ?? place) : place;
  }
  return undefined;
}

function place64(view: DataView, end: number): Place | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) return undefined;
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.subarray(at + entryLength, at + entryLength + nameLength);
  const sizes = sizesAt(view, at, at + entryLength + nameLength, extraLength);
  return {
    path: new TextDecoder().decode(nameBytes).replaceAll("\\", "/").replace(/^\/+/u, ""),
    nameBytes,
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
  };
}

/** Sizes that do not fit into 32 bits stand in an extra field, in this order, each only when it is needed. */
function sizesAt(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): Pick<ZipEntry, "size" | "packed" | "offset"> {
  const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let wideAt = narrow.includes(0xffffffff) ? wideSizesAt(view, extra, extra + extraLength) : undefined;
  const [size = 0, packed = 0, offset = 0] = narrow.map((value) => {
    if (value !== 0xffffffff || wideAt === undefined || wideAt + 8 > view.byteLength) return value;
    const wide = Number(view.getBigUint64(wideAt, true));
    wideAt += 8;
    return wide;
  });
  return { size, packed, offset };
}

function wideSizesAt(view: DataView, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4;
  return undefined;
}
