import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isWithin, writeFolder } from "../../../src/hosts/cli/out-folder";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "edustat-out-"));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe("writing a folder", () => {
  it("makes it, replaces files of the same name and leaves others alone", () => {
    mkdirSync(join(home, "out"));
    writeFileSync(join(home, "out", "report.txt"), "old");
    writeFileSync(join(home, "out", "mine.txt"), "mine");
    writeFolder(join(home, "out"), new Map([["report.txt", "new"]]));
    expect([readFileSync(join(home, "out", "report.txt"), "utf8"), readdirSync(join(home, "out")).sort()]).toEqual([
      "new",
      ["mine.txt", "report.txt"],
    ]);
    expect(readdirSync(home)).toEqual(["out"]);
  });

  it("leaves nothing behind when one file cannot be written", () => {
    const files = new Map([
      ["report.txt", "text"],
      ["no/such/folder.txt", "text"],
    ]);
    expect(() => {
      writeFolder(join(home, "out"), files);
    }).toThrow("ENOENT");
    expect(readdirSync(home)).toEqual([]);
  });
});

describe("a folder within another", () => {
  beforeEach(() => {
    mkdirSync(join(home, "in", "school"), { recursive: true });
  });

  it.each([
    ["in", true],
    ["in/out", true],
    ["in/school", true],
    ["in/../in/x", true],
    ["out", false],
    ["in-out", false],
    ["in/../out", false],
  ])("%s: %p", (folder, within) => {
    expect(isWithin(join(home, folder), join(home, "in"))).toBe(within);
  });

  it("is seen through a link", () => {
    symlinkSync(join(home, "in"), join(home, "link"));
    expect(isWithin(join(home, "link", "out"), join(home, "in"))).toBe(true);
  });

  it("does not hold for a workbook that merely lies in it", () => {
    writeFileSync(join(home, "in", "all.xlsx"), "");
    expect(isWithin(join(home, "in"), join(home, "in", "all.xlsx"))).toBe(false);
  });
});
