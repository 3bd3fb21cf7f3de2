import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import type { SheetSnapshot } from "../../src/domain/snapshot";

const program = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
].find((path) => existsSync(path));

/** A test that needs LibreOffice. Where there is none it says so aloud instead of passing in silence. */
export function itInLibreOffice(title: string, test: () => Promise<void>): void {
  if (program !== undefined) return it(title, test, 240_000);
  it(`NOT RUN, LibreOffice is not installed: ${title}`, () => {
    console.warn(`Not run, because LibreOffice is not installed: ${title}`);
  });
}

/** The workbook as LibreOffice calculates it, by sheet name. */
export function recalculated(workbook: Uint8Array): ReadonlyMap<string, SheetSnapshot> {
  const [sheets] = recalculatedAll([workbook]);
  if (!sheets) throw new Error("LibreOffice saved nothing");
  return sheets;
}

/** The same for several workbooks, calculated in one go. */
export const recalculatedAll = (workbooks: readonly Uint8Array[]): readonly ReadonlyMap<string, SheetSnapshot>[] =>
  savedAgain(workbooks).map((saved) => {
    const reading = readWorkbookFile(saved, "workbook.xlsx");
    if (reading.state !== "read") throw new Error(reading.why);
    return new Map(reading.workbook.sheets.map((sheet) => [sheet.name, sheet]));
  });

/** Workbooks as LibreOffice saves them after calculating them. */
export function savedAgain(workbooks: readonly Uint8Array[]): readonly Uint8Array[] {
  if (program === undefined) throw new Error("LibreOffice is not installed");
  const folder = mkdtempSync(join(tmpdir(), "edustat-recalculate-"));
  try {
    const names = workbooks.map((_, index) => `workbook${String(index)}.xlsx`);
    const paths = names.map((name) => join(folder, name));
    workbooks.forEach((workbook, index) => {
      writeFileSync(paths[index] ?? "", workbook);
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const out = join(folder, "out");
    execFileSync(program, [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, ...paths], {
      stdio: "pipe",
    });
    return names.map((name) => readFileSync(join(out, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
