import type { ZipEntry } from "./zip-directory";

/** Most entries of a zip file that are looked at. */
export const mostEntries = 5_000;
const mostPackedBytes = 200e6;
const mostBytes = 400e6;
const mostExpansion = 200;
/** Below this no expansion hurts, and small workbooks of repeated cells compress very well. */
const harmlessBytes = 20e6;

/** Whether a zip file may be unpacked, by what its directory promises: a bomb costs nothing. */
export function isTooLarge(entries: readonly ZipEntry[], packedBytes: number): boolean {
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const expands = bytes > harmlessBytes && bytes > mostExpansion * packedBytes;
  return packedBytes > mostPackedBytes || bytes > mostBytes || entries.length > mostEntries || expands;
}
