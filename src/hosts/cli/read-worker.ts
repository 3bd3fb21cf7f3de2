import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { readWorkbookFile } from "../../adapters/xlsx/read-workbook-file";
import type { NamedFile } from "./read-pool";

// A thread of its own: a file made to hang its reader hangs only this.
parentPort?.on("message", ({ path, name, bytes }: NamedFile) => {
  parentPort?.postMessage(readWorkbookFile(bytes ?? readFileSync(path), name));
});
