import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormulaCase } from "./formula-cases";
import type { ReaderCase } from "./reader-cases";

/** The cases of every rule, a file for each number. */
const cases = readdirSync(__dirname)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => JSON.parse(readFileSync(join(__dirname, file), "utf8")) as readonly (FormulaCase | ReaderCase)[]);

export const formulaCases: readonly FormulaCase[] = cases.flatMap((one) => ("row" in one ? [one] : []));
export const readerCases: readonly ReaderCase[] = cases.flatMap((one) => ("does" in one ? [one] : []));
