/** What can be told of the records of an .xls without understanding them. */
export interface RecordStream {
  /** Every sheet that is announced begins and ends, and no record is longer than a record can be. */
  readonly isWhole: boolean;
  readonly looksElsewhere: boolean;
}

const [opens, ends, announces, externalBook] = [new Set([0x0009, 0x0209, 0x0409, 0x0809]), 0x000a, 0x0085, 0x01ae];
const longestRecord = 8_228;
/** Instead of the name of another file: this very workbook, and the functions of add-ins. */
const ownBooks = new Set([0x0401, 0x3a01]);

/** Old workbooks carry no check number: a stream that was cut or torn shows only in its records. */
export function recordStream(bytes: Uint8Array): RecordStream {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [depth, streams, sheets, looksElsewhere] = [0, 0, 0, false];
  let at = 0;
  for (; at + 4 <= view.byteLength; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    // Between and after its streams a file may be filled up.
    if (depth === 0 && !opens.has(type)) break;
    if (length > longestRecord || at + 4 + length > view.byteLength) return { isWhole: false, looksElsewhere };
    if (opens.has(type)) depth += 1;
    else if (type === ends) [depth, streams] = [depth - 1, depth === 1 ? streams + 1 : streams];
    else if (type === announces) sheets += 1;
    else if (type === externalBook && length >= 4 && !ownBooks.has(view.getUint16(at + 6, true))) looksElsewhere = true;
    at += 4 + length;
  }
  return { isWhole: depth === 0 && (streams > sheets || streams === 1), looksElsewhere };
}
