import { unpackEntry } from "./unpack-entry";
import { Unreadable } from "./unreadable";
import type { ZipEntry } from "./zip-directory";

/** The parts of a workbook file. Paths are told apart without case, as the file format asks. */
export interface ZipParts {
  readonly paths: readonly string[];
  readonly has: (path: string) => boolean;
  /** @throws Unreadable when there is no such part, there are two of it, or it is damaged */
  readonly bytes: (path: string) => Uint8Array;
}

export function zipParts(bytes: Uint8Array, entries: readonly ZipEntry[]): ZipParts {
  const byPath = new Map<string, readonly ZipEntry[]>();
  for (const entry of entries) {
    const key = entry.path.toLowerCase();
    byPath.set(key, [...(byPath.get(key) ?? []), entry]);
  }
  return {
    paths: [...byPath.keys()],
    has: (path) => byPath.has(path.toLowerCase()),
    bytes: (path) => {
      const [entry, ...others] = byPath.get(path.toLowerCase()) ?? [];
      // Of two parts of one name programs read different ones.
      if (!entry || others.length > 0) throw new Unreadable("truncated");
      return unpackEntry(bytes, entry);
    },
  };
}
