import type { FindingCode, Severity } from "../../domain/finding";
import type { ValidationRule } from "../definition";

/**
 * One check of the rule library: the ministry's own audit rules and common practice, told once, for definitions to pick
 * from. A numbered rule of the ministry's list may need several checks (`D7a`, `D7b` are both D7).
 */
export type LibraryRule = FormulaRule | ReaderRule;

interface Described {
  readonly id: string;
  /** Number in the list of rules: `D7`. */
  readonly rule: string;
  readonly group: "完整性" | "格式" | "代码" | "表内" | "表间" | "年际" | "异常" | "重复";
  readonly says: string;
  readonly instruction: string;
  /** Document or practice it comes from. */
  readonly source: string;
}

/**
 * A formula over columns that a definition binds to its own fields. Names in it are those of the library; `columns` says
 * what each must mean. Forms named in it (`年龄表[人数]`) are bound the same way.
 */
export interface FormulaRule extends Described {
  readonly by: "formula";
  readonly severity: ValidationRule["severity"];
  readonly columns: Readonly<Record<string, string>>;
  readonly forms?: Readonly<Record<string, string>>;
  readonly when?: string;
  readonly formula: string;
  readonly tolerance?: string;
  readonly ifMissing: ValidationRule["ifMissing"];
  readonly message?: string;
}

/** A check that reading itself makes, always on: these findings are its failures. */
export interface ReaderRule extends Described {
  readonly by: "reader";
  readonly severity: Severity;
  readonly findings: readonly FindingCode[];
}
