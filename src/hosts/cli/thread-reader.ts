import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { FileReading } from "../../domain/snapshot";
import type { FileReader, NamedFile } from "./read-pool";

/** Enough for any workbook that passes the limits; a file that needs more is refused instead of ending the program. */
const memoryLimit = { maxOldGenerationSizeMb: 3_072 };

/** Run from its TypeScript source the program stands on tsx, which a thread does not inherit; the bundle needs nothing. */
const isSource = process.execArgv.some((argument) => argument.includes("tsx"));
const execArgv = isSource ? ["--require", createRequire(import.meta.url).resolve("tsx/cjs")] : [];

/** Reads in a thread of its own, which can be ended while a file hangs it. */
export function threadReader(): FileReader {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), { execArgv, resourceLimits: memoryLimit });
  return {
    read: (file) => answerOf(worker, file),
    close: async () => {
      await worker.terminate();
    },
  };
}

function answerOf(worker: Worker, file: NamedFile): Promise<FileReading> {
  return new Promise((resolve, reject) => {
    const onAnswer = (reading: FileReading): void => {
      worker.off("error", onError);
      resolve(reading);
    };
    const onError = (error: NodeJS.ErrnoException): void => {
      worker.off("message", onAnswer);
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        resolve({ state: "unreadable", file: file.name, why: "too-large" });
      else reject(error);
    };
    worker.once("message", onAnswer);
    worker.once("error", onError);
    worker.postMessage(file);
  });
}
