import { set_cptable } from "@e965/xlsx";

/** Code pages old workbooks name, as the platform calls them; any other is read as the one Chinese Excel writes. */
const labels: Readonly<Record<number, string>> = {
  1200: "utf-16le",
  1201: "utf-16be",
  65001: "utf-8",
  936: "gb18030",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
  1252: "windows-1252",
  28591: "latin1",
};

const decoders = new Map<number, TextDecoder>();

function decode(page: number, bytes: Iterable<number>): string {
  const decoder = decoders.get(page) ?? new TextDecoder(labels[page] ?? "gb18030", { ignoreBOM: true });
  decoders.set(page, decoder);
  return decoder.decode(Uint8Array.from(bytes));
}

/** Only the pages of the library's own writers. */
function encode(page: number, text: string): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from(page === 1200 ? units.flatMap((unit) => [unit & 0xff, unit >>> 8]) : units);
}

/** Lets the library read the texts of old workbooks with the platform's tables, not with half a megabyte of its own. */
export const useWindowsCodePages = (): void => {
  set_cptable({ utils: { decode, encode } });
};
