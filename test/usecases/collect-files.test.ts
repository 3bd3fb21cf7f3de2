import type { FileReading } from "../../src/domain/snapshot";
import { collectFiles } from "../../src/usecases/collect-files";
import type { Progress } from "../../src/usecases/pane-session";
import { chosen } from "../support/fake-session";

const files = ["甲.xlsx", "乙.xlsx", "丙.xlsx"].map(chosen);
const reading = (file: string): FileReading => ({ state: "read", workbook: { file, sheets: [] } });

it("reads the files in order and tells which one is in hand", async () => {
  const told: Progress[] = [];
  const read = await collectFiles(
    files,
    ({ path }) => Promise.resolve([reading(path)]),
    (progress) => told.push(progress),
    new AbortController().signal,
  );
  expect(read).toEqual(["甲.xlsx", "乙.xlsx", "丙.xlsx"].map(reading));
  expect(told.map(({ done, of, label }) => `${String(done)}/${String(of)} ${label}`)).toEqual([
    "0/3 甲.xlsx",
    "1/3 乙.xlsx",
    "2/3 丙.xlsx",
  ]);
});

it("keeps what was read when it is stopped", async () => {
  const stop = new AbortController();
  const read = await collectFiles(
    files,
    ({ path }) => {
      if (path === "乙.xlsx") stop.abort();
      return Promise.resolve([reading(path)]);
    },
    () => undefined,
    stop.signal,
  );
  expect(read).toEqual([reading("甲.xlsx"), reading("乙.xlsx")]);
});

it("leaves out the file whose reading was broken off", async () => {
  const read = await collectFiles(
    files,
    ({ path }) => Promise.resolve(path === "甲.xlsx" ? [reading(path)] : undefined),
    () => undefined,
    new AbortController().signal,
  );
  expect(read).toEqual([reading("甲.xlsx")]);
});

it("keeps every file of an archive, and when it arrived", async () => {
  const read = await collectFiles(
    [{ ...chosen("批次.zip"), received: "2023-01-09T09:12:00" }],
    ({ path }) => Promise.resolve([reading(`${path}/甲.xlsx`), { state: "unreadable", file: "乙", why: "truncated" }]),
    () => undefined,
    new AbortController().signal,
  );
  expect(read).toEqual([
    { state: "read", workbook: { file: "批次.zip/甲.xlsx", sheets: [], received: "2023-01-09T09:12:00" } },
    { state: "unreadable", file: "乙", why: "truncated" },
  ]);
});
