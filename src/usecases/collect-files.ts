import type { FileReading } from "../domain/snapshot";
import type { ChosenFile, Progress } from "./pane-session";

/**
 * Reads files one after another. Stopping keeps what was read; the file in hand is not kept.
 * @param read undefined when it was stopped
 */
export async function collectFiles(
  files: readonly ChosenFile[],
  read: (file: ChosenFile, stop: AbortSignal) => Promise<FileReading | undefined>,
  progress: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (const file of files) {
    progress({ done: readings.length, of: files.length, label: file.path });
    const reading = stop.aborted ? undefined : await read(file, stop);
    if (!reading) return readings;
    readings.push(reading);
  }
  return readings;
}
