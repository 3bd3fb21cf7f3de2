import { ok, problem } from "../../src/domain/result";
import type { HostError, Place, WorkbookPort } from "../../src/ports/workbook-port";
import { writeReport } from "../../src/usecases/write-report";

const denied: HostError = { kind: "access-denied", sheet: "指标汇总" };

function workbook(more: Partial<WorkbookPort> = {}) {
  const done: string[] = [];
  const port: WorkbookPort = {
    read: () => Promise.reject(new Error("not asked for")),
    readOwn: () => Promise.reject(new Error("not asked for")),
    lastStamp: () => Promise.reject(new Error("not asked for")),
    apply: (_, progress) => {
      done.push("apply");
      progress?.(1, 2);
      return Promise.resolve(ok({ batches: 3, sheets: new Map([["fig", "指标汇总"]]) }));
    },
    recalculation: () => {
      done.push("recalculation");
      return Promise.resolve(ok({ agreed: 2, compared: 3, differing: ["公办率"] }));
    },
    reveal: ({ role }: Place) => {
      done.push(`reveal ${String(role)}`);
      return Promise.resolve(ok(null));
    },
    ...more,
  };
  return { port, done };
}

it("writes, lets Excel calculate, then shows the figures", async () => {
  const { port, done } = workbook();
  const told: number[] = [];
  expect(await writeReport(port, [], ({ done: requests }) => told.push(requests))).toEqual(
    ok({ sheets: 1, recalculation: { agreed: 2, compared: 3, differing: ["公办率"] } }),
  );
  expect(done).toEqual(["apply", "recalculation", "reveal fig"]);
  expect(told).toEqual([1]);
});

it("claims nothing when Excel refuses", async () => {
  const { port, done } = workbook({ apply: () => Promise.resolve(problem(denied)) });
  expect(await writeReport(port, [], () => undefined)).toEqual(problem(denied));
  expect(done).toEqual([]);
});
