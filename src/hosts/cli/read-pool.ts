import type { FileReading } from "../../domain/snapshot";

/** A file on the disk and the name it goes by in the report. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
  /** For a file of an archive; absent: what stands at `path`. */
  readonly bytes?: Uint8Array;
}

/** Reads one file at a time; after `close` it is not asked again. */
export interface FileReader {
  readonly read: (file: NamedFile) => Promise<FileReading>;
  readonly close: () => Promise<void>;
}

export interface PoolLimits {
  readonly readers: number;
  /** Milliseconds one file may take. */
  readonly timeout: number;
}

/**
 * Reads files with several readers at once and gives the readings in the order of the files. A file that takes too
 * long is given up with its reader, and the others go on.
 */
export async function readAll(
  files: readonly NamedFile[],
  newReader: () => FileReader,
  { readers, timeout }: PoolLimits,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  const waiting = files.entries();
  const work = async (): Promise<void> => {
    let reader = newReader();
    try {
      for (const [index, file] of waiting) {
        const reading = await withinTime(reader.read(file), timeout);
        readings[index] = reading ?? { state: "unreadable", file: file.name, why: "timed-out" };
        if (reading) continue;
        await reader.close();
        reader = newReader();
      }
    } finally {
      await reader.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(readers, files.length) }, work));
  return readings;
}

async function withinTime<T>(work: Promise<T>, timeout: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeout, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
