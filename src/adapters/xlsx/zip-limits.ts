import { unzipSync } from "fflate";

const mostBytes = 400e6;
const mostEntries = 5_000;
const mostExpansion = 200;
/** Below this no expansion hurts, and small workbooks of repeated cells compress very well. */
const harmlessBytes = 20e6;

/** What the directory at the end of a zip file promises to unpack. */
interface Contents {
  readonly bytes: number;
  readonly entries: number;
}

/**
 * Whether a zip file may be unpacked. Only its directory is read, so a bomb costs nothing.
 * An entry that unpacks to more than its directory says is cut there by the reader.
 */
export function zipVerdict(bytes: Uint8Array): "fine" | "too-large" | "truncated" {
  const contents = contentsOf(bytes);
  if (contents === undefined) return "truncated";
  const expands = contents.bytes > harmlessBytes && contents.bytes > mostExpansion * bytes.length;
  return contents.bytes > mostBytes || contents.entries > mostEntries || expands ? "too-large" : "fine";
}

function contentsOf(bytes: Uint8Array): Contents | undefined {
  let [size, entries] = [0, 0];
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        [size, entries] = [size + originalSize, entries + 1];
        return false;
      },
    });
  } catch (thrown) {
    if (thrown instanceof Error) return undefined;
    throw thrown;
  }
  return { bytes: size, entries };
}
