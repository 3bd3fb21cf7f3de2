import type { FileReading } from "../domain/snapshot";
import type { ChosenFile, Progress } from "./pane-session";

/**
 * Reads files one after another. Stopping keeps what was read; the file in hand is not kept.
 * @param read gives one reading, or one for each file of an archive; undefined when it was stopped
 */
export async function collectFiles(
  files: readonly ChosenFile[],
  read: (file: ChosenFile, stop: AbortSignal) => Promise<readonly FileReading[] | undefined>,
  progress: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (const [done, file] of files.entries()) {
    progress({ done, of: files.length, label: file.path });
    const found = stop.aborted ? undefined : await read(file, stop);
    if (!found) return readings;
    readings.push(...found.map((reading) => arrived(reading, file)));
  }
  return readings;
}

function arrived(reading: FileReading, { received }: ChosenFile): FileReading {
  if (reading.state === "unreadable" || received === undefined) return reading;
  return { state: "read", workbook: { received, ...reading.workbook } };
}
