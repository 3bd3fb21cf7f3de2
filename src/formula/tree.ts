import type { Exact } from "../domain/exact";

/** Where a node stands in the text as typed: characters from 0, end exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

export const functionNames = [
  "SUM",
  "SUMIFS",
  "COUNTA",
  "COUNTIFS",
  "AVERAGE",
  "AVERAGEIFS",
  "MAX",
  "MIN",
  "MAXIFS",
  "MINIFS",
  "MEDIAN",
  "ROUND",
  "ROUNDUP",
  "ROUNDDOWN",
  "ABS",
  "IF",
  "AND",
  "OR",
  "NOT",
  "N",
  "IFERROR",
  "IFBLANK",
  "ISBLANK",
  "DATE",
  "YEAR",
  "MONTH",
  "LEN",
  "LEFT",
  "RIGHT",
  "MID",
  "指标",
  "参数",
  "上年",
  "累计",
  "去重计数",
  "差异系数",
  "名单",
  "稳健偏离",
] as const;
export type FunctionName = (typeof functionNames)[number];

/** A parsed formula. Parentheses leave no trace but the tree's shape. */
export type Tree =
  | { readonly node: "number"; readonly value: Exact; readonly at: Extent }
  | { readonly node: "text"; readonly value: string; readonly at: Extent }
  | { readonly node: "boolean"; readonly value: boolean; readonly at: Extent }
  /** `[列]`, `表[列]`, `[@列]`. */
  | {
      readonly node: "column";
      readonly form?: string;
      readonly name: string;
      readonly thisRow: boolean;
      readonly at: Extent;
    }
  /** `[@[一年级]:[六年级]]`: this row, from one field to another in the order of the form. */
  | { readonly node: "fields"; readonly from: string; readonly to: string; readonly at: Extent }
  /** An indicator or a parameter. */
  | { readonly node: "name"; readonly name: string; readonly at: Extent }
  | { readonly node: "sign"; readonly operator: "+" | "-"; readonly operand: Tree; readonly at: Extent }
  | {
      readonly node: "binary";
      readonly operator: BinaryOperator;
      readonly left: Tree;
      readonly right: Tree;
      readonly at: Extent;
    }
  | { readonly node: "call"; readonly name: FunctionName; readonly arguments: readonly Tree[]; readonly at: Extent };
