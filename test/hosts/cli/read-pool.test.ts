import type { FileReading } from "../../../src/domain/snapshot";
import { readAll, type FileReader, type NamedFile } from "../../../src/hosts/cli/read-pool";

const named = (...names: readonly string[]): readonly NamedFile[] =>
  names.map((name) => ({ path: `/in/${name}`, name }));
const reading = (file: string): FileReading => ({ state: "read", workbook: { file, sheets: [] } });

/** Reads at once, except that a file called `hangs…` is never done. */
function readerLog(): {
  readonly newReader: () => FileReader;
  readonly opened: () => number;
  readonly closed: () => number;
} {
  let [opened, closed] = [0, 0];
  return {
    opened: () => opened,
    closed: () => closed,
    newReader: () => {
      opened += 1;
      return {
        read: ({ name }) => (name.startsWith("hangs") ? new Promise(() => undefined) : Promise.resolve(reading(name))),
        close: () => {
          closed += 1;
          return Promise.resolve();
        },
      };
    },
  };
}

describe("reading many files", () => {
  it("gives up a file that hangs its reader, and reads the others, in their order", async () => {
    const log = readerLog();
    const readings = await readAll(named("a", "hangs", "b", "c", "hangs too", "d"), log.newReader, {
      readers: 2,
      timeout: 20,
    });
    expect(readings).toEqual([
      reading("a"),
      { state: "unreadable", file: "hangs", why: "timed-out" },
      reading("b"),
      reading("c"),
      { state: "unreadable", file: "hangs too", why: "timed-out" },
      reading("d"),
    ]);
    expect(log.closed()).toBe(log.opened());
  });

  it("opens no more readers than there are files", async () => {
    const log = readerLog();
    await readAll(named("a"), log.newReader, { readers: 2, timeout: 1_000 });
    expect(log.opened()).toBe(1);
  });

  it("tells of a reader that broke", async () => {
    const broken = (): FileReader => ({
      read: () => Promise.reject(new Error("no such disk")),
      close: () => Promise.resolve(),
    });
    await expect(readAll(named("a"), broken, { readers: 1, timeout: 1_000 })).rejects.toThrow("no such disk");
  });
});
