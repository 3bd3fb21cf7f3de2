import { existsSync, readFileSync, statSync } from "node:fs";
import { isArchive, unpackArchive } from "../../adapters/files/unpack-archive";
import { ok, problem, type Result } from "../../domain/result";
import type { FileReading } from "../../domain/snapshot";
import { localTime } from "../../usecases/local-time";
import { isWithin } from "./out-folder";
import { readAll, type NamedFile } from "./read-pool";
import { submissionFiles } from "./submission-files";
import type { Terminal } from "./terminal";

const readers = 2;

export interface ReadingOptions {
  /** Nothing is written among the files the schools sent. */
  readonly out: string;
  /** Seconds one file may take. */
  readonly timeout: number;
}

/** Reads all files of a folder and of the archives in it, each with the time it was saved; the problem is what to print. */
export async function readSubmissions(
  path: string,
  { out, timeout }: ReadingOptions,
  terminal: Terminal,
): Promise<Result<readonly FileReading[], readonly string[]>> {
  if (!existsSync(path)) return problem([`没有找到 ${path}。`]);
  if (isWithin(out, path)) return problem(["--out 不能放在上报文件夹里：学校的原件不能和结果混在一起。"]);
  const found = submissionFiles(path).map(unpacked);
  const files = found.flatMap((one) => ("files" in one ? one.files : []));
  const refused = found.flatMap((one) => ("refused" in one ? [one.refused] : []));
  if (files.length === 0 && refused.length === 0) return problem([`${path} 里没有文件。`]);
  const readings = await readAll(files, terminal.newReader, { readers, timeout: timeout * 1_000 });
  return ok([...readings.map((reading, index) => withArrival(reading, files[index])), ...refused]);
}

type Unpacked = { readonly files: readonly NamedFile[] } | { readonly refused: FileReading };

/** The files of an archive; any other file stands for itself. */
function unpacked(file: NamedFile): Unpacked {
  const bytes = /\.zip$/iu.test(file.name) ? readFileSync(file.path) : undefined;
  if (!bytes || !isArchive(bytes)) return { files: [file] };
  const archive = unpackArchive(bytes);
  return archive.ok
    ? { files: archive.value.map((one) => ({ path: file.path, name: `${file.name}/${one.file}`, bytes: one.bytes })) }
    : { refused: { state: "unreadable", file: file.name, why: archive.problem } };
}

function withArrival(reading: FileReading, file: NamedFile | undefined): FileReading {
  if (reading.state === "unreadable" || !file) return reading;
  return { state: "read", workbook: { received: localTime(statSync(file.path).mtime), ...reading.workbook } };
}
