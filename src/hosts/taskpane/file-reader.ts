import type { FileReading } from "../../domain/snapshot";
import type { ChosenFile } from "../../usecases/pane-session";
import { startWorker, type WorkerClient } from "./worker-client";

/** A file that takes longer than this is reported, not waited for: it may have been made to hang its reader. */
const patience = 30_000;

export type ReadFile = (file: ChosenFile, stop: AbortSignal) => Promise<readonly FileReading[] | undefined>;

/** Reads files in a worker of its own, which is replaced after a file that had to be given up. */
export function fileReader(): ReadFile {
  let worker: WorkerClient | undefined;
  const giveUp = () => {
    worker?.end();
    worker = undefined;
  };
  return async (file, stop) => {
    const bytes = await file.bytes();
    worker ??= startWorker();
    const reading = worker.ask({ ask: "read", file: { file: file.path, bytes } }, [bytes]);
    const outcome = await Promise.race([reading, endOfPatience(), stopped(stop)]);
    if (typeof outcome === "string") giveUp();
    if (outcome === "stopped") return undefined;
    if (outcome === "timed-out") return [{ state: "unreadable", file: file.path, why: "timed-out" }];
    if (outcome.answer !== "read") throw new Error(`the worker answered ${outcome.answer}`);
    return outcome.readings;
  };
}

const endOfPatience = (): Promise<"timed-out"> =>
  new Promise((resolve) => {
    setTimeout(resolve, patience, "timed-out");
  });

export const stopped = (stop: AbortSignal): Promise<"stopped"> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve("stopped");
    stop.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
