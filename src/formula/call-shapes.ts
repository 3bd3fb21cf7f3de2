import { children } from "./columns-of";
import type { FunctionName, Tree } from "./tree";

/** What may stand at one place of a call. */
type ArgumentRole =
  | "value"
  /** A whole column: `[列]` or `表[列]`. */
  | "column"
  /** The bare name of an indicator or parameter. */
  | "name";

interface CallShape {
  readonly least: number;
  readonly most: number;
  /** Criteria come in pairs after the first argument (or from the first on): the count must be odd or even. */
  readonly parity?: "odd" | "even";
  readonly role: (index: number) => ArgumentRole;
}

const anyNumber = 255;
const values = (least: number, most = least): CallShape => ({ least, most, role: () => "value" });
const named = (least: number, most: number): CallShape => ({
  least,
  most,
  role: (index) => (index === 0 ? "name" : "value"),
});
const first = (role: ArgumentRole, least: number): CallShape => ({
  least,
  most: anyNumber,
  parity: "odd",
  role: (index) => (index === 0 ? role : index % 2 === 1 ? "column" : "value"),
});

export const callShapes: Readonly<Record<FunctionName, CallShape>> = {
  SUM: values(1, anyNumber),
  SUMIFS: first("value", 3),
  COUNTA: values(1),
  COUNTIFS: { least: 2, most: anyNumber, parity: "even", role: (index) => (index % 2 === 0 ? "column" : "value") },
  AVERAGE: values(1, anyNumber),
  AVERAGEIFS: first("value", 3),
  MAX: values(1, anyNumber),
  MIN: values(1, anyNumber),
  MAXIFS: first("value", 3),
  MINIFS: first("value", 3),
  MEDIAN: values(1, anyNumber),
  ROUND: values(2),
  ROUNDUP: values(2),
  ROUNDDOWN: values(2),
  ABS: values(1),
  IF: values(3),
  AND: values(1, anyNumber),
  OR: values(1, anyNumber),
  NOT: values(1),
  N: values(1),
  IFERROR: values(2),
  IFBLANK: values(2),
  ISBLANK: values(1),
  DATE: values(3),
  YEAR: values(1),
  MONTH: values(1),
  LEN: values(1),
  LEFT: values(1, 2),
  RIGHT: values(1, 2),
  MID: values(3),
  指标: named(1, anyNumber),
  参数: named(1, anyNumber),
  上年: values(1),
  累计: named(2, 3),
  去重计数: first("column", 1),
  差异系数: values(2),
  名单: first("column", 1),
  稳健偏离: { least: 1, most: anyNumber, role: (index) => (index === 0 ? "value" : "column") },
};

/** Whether a tree may stand at a place of that role. */
export function fits(tree: Tree, role: ArgumentRole): boolean {
  switch (role) {
    case "value":
      return true;
    case "name":
      return tree.node === "name";
    case "column":
      return tree.node === "column" && !tree.thisRow;
  }
}

const spreading: ReadonlySet<FunctionName> = new Set<FunctionName>([
  "SUM",
  "AVERAGE",
  "MAX",
  "MIN",
  "MEDIAN",
  "COUNTA",
]);

/** The first `[@[a]:[b]]` that stands where a single value is wanted. */
export function misplacedFields(tree: Tree, welcome = false): Tree | undefined {
  if (tree.node === "fields") return welcome ? undefined : tree;
  const spreads = tree.node === "call" && spreading.has(tree.name);
  for (const child of children(tree)) {
    const found = misplacedFields(child, spreads);
    if (found) return found;
  }
  return undefined;
}
