import type { Answer, NumberedAnswer, NumberedQuestion, Question } from "./worker-messages";

/** A worker that answers questions one by one. */
export interface WorkerClient {
  readonly ask: (question: Question, transfer?: readonly Transferable[]) => Promise<Answer>;
  /** Ends the worker at once; questions under way are never answered. */
  readonly end: () => void;
}

export function startWorker(): WorkerClient {
  const worker = new Worker(new URL("./report-worker.ts", import.meta.url), { name: "report" });
  const waiting = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (bug: Error) => void }
  >();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<NumberedAnswer>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ("bug" in data) asked?.reject(new Error(data.bug));
    else asked?.resolve(data.answer);
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return {
    ask(question, transfer = []) {
      const number = (last += 1);
      worker.postMessage({ number, question } satisfies NumberedQuestion, [...transfer]);
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
    },
    end: () => {
      worker.terminate();
    },
  };
}
