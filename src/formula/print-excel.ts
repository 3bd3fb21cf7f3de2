import { type Result, ok, problem } from "../domain/result";
import { conjuncts } from "./columns-of";
import { isCondition } from "./excel-comparison";
import { plainCriteria } from "./excel-criteria";
import { printConditionPart, printPart } from "./excel-expression";
import { decided, wholeText } from "./excel-guard";
import { type ExcelPlace, ExcelPrinter } from "./excel-printer";
import type { ExcelPrinting, ExcelSpelling, HelperColumn, NotCompiled, Restriction } from "./excel-spelling";
import { flagFormula } from "./excel-total";
import { ruleFormula } from "./excel-rule";
import type { Tree } from "./tree";

/** What a printed formula is for: it decides what blanks and — turn into. */
export type ExcelUse =
  /** Numerator or denominator: one cell for the district. */
  | { readonly as: "figure" }
  /** 派生 field: one cell per row; blank in, blank out; — in, — out. */
  | { readonly as: "field" }
  /** 校验 rule: 通过, 不符, 未判 or 不涉及 per row. `tolerance` as the rule writes it. */
  | { readonly as: "rule"; readonly tolerance?: string };

const longestFormula = 8000;

/** Writes a tree as one Excel formula, with the helper columns it needs: the second route to every figure. */
export function printExcel(tree: Tree, spelling: ExcelSpelling, use: ExcelUse): Result<ExcelPrinting, NotCompiled> {
  const printer = new ExcelPrinter(spelling);
  const formula = `=${bodyOf(tree, { printer, hasRow: use.as !== "figure" }, use)}`;
  const obstacle = obstacleOf(printer, [formula], tree);
  if (obstacle) return problem(obstacle);
  const missing =
    use.as === "figure" && printer.missing.length > 0 ? { missing: `=${[...new Set(printer.missing)].join("+")}` } : {};
  return ok({ formula, ...missing, helpers: [...printer.helpers.values()] });
}

function bodyOf(tree: Tree, place: ExcelPlace, use: ExcelUse): string {
  if (use.as === "rule") return ruleFormula(tree, use.tolerance, place);
  const inapplicable = use.as === "field" ? '"—"' : '""';
  const part = printPart(tree, place);
  return isCondition(tree) ? decided(part, '"是"', '"否"', '""', inapplicable) : wholeText(part, inapplicable);
}

function obstacleOf(printer: ExcelPrinter, formulas: readonly string[], tree: Tree): NotCompiled | undefined {
  const all = [...formulas, ...Array.from(printer.helpers.values(), ({ rowFormula }) => rowFormula)];
  return (
    printer.obstacle ??
    (all.some(({ length }) => length > longestFormula) ? { reason: "too-long", at: tree.at } : undefined)
  );
}

interface FilterPrinting {
  readonly restriction: Omit<Restriction, "form">;
  readonly helpers: readonly HelperColumn[];
}

/** A 筛选 as criteria where each part is `列 op 常量`, and as flag columns where it is more. */
export function printFilter(tree: Tree, form: string, spelling: ExcelSpelling): Result<FilterPrinting, NotCompiled> {
  const printer = new ExcelPrinter({ ...spelling, form });
  const parts = conjuncts(tree);
  const plain = parts.map((part) => {
    const criteria = plainCriteria(part);
    const isSafe = criteria?.every(
      ({ admitsEmptyText, column }) => !admitsEmptyText || !spelling.isComputed(form, column),
    );
    return isSafe === true ? criteria : undefined;
  });
  const flags = parts
    .filter((_, index) => plain[index] === undefined)
    .map((part) => printer.helper(form, "旗", flagFormula(printConditionPart(part, { printer, hasRow: true }))));
  const obstacle = obstacleOf(printer, [], tree);
  if (obstacle) return problem(obstacle);
  const criteria = plain.flatMap((made) => made ?? []).map(({ column, criterion }) => ({ column, criterion }));
  return ok({ restriction: { criteria, flags }, helpers: [...printer.helpers.values()] });
}
