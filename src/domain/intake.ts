import type { School } from "./school";

/**
 * Where a school stands with what it owes. "partial": some forms are still out. "empty": what came has no figures in it.
 * "to-compare": two versions differ and nobody has said which holds. "with-errors": all came, but errors have to be mended.
 */
export type IntakeState =
  | "not-filed"
  | "partial"
  | "empty"
  | "to-compare"
  | "with-errors"
  | "late"
  | "filed"
  | "exempt";

/** What people call the states. */
export const intakeWords: Readonly<Record<IntakeState, string>> = {
  "not-filed": "未报",
  partial: "部分",
  empty: "空表",
  "to-compare": "待比对",
  "with-errors": "有错误",
  late: "迟报",
  filed: "已报",
  exempt: "免报",
};

/** One form a school owes, or is let off. */
export interface FormIntake {
  readonly form: string;
  readonly state: Exclude<IntakeState, "partial">;
  /** The file it was taken from; absent for the open workbook and for what did not come. */
  readonly file?: string;
  /** When that file arrived (ISO, local time), as far as is known. */
  readonly received?: string;
}

export interface SchoolIntake {
  readonly school: School;
  readonly state: IntakeState;
  /** In the order of the definition; forms the school is not asked for are left out. */
  readonly forms: readonly FormIntake[];
  /** Forms due and forms that came with figures; exempt ones are not due. */
  readonly due: number;
  readonly filed: number;
  readonly files: readonly string[];
  /** When the last of its files arrived (ISO, local time). */
  readonly received?: string;
}

/** How many came of how many. Schools for a form; schools with all their forms for a township. */
export interface Completeness {
  readonly label: string;
  readonly due: number;
  readonly filed: number;
}

/** Who has reported. Schools in the order of the roster; those that owe nothing are left out. */
export interface Intake {
  readonly schools: readonly SchoolIntake[];
  readonly forms: readonly Completeness[];
  /** By 乡镇 of the roster, in the order of first appearance; schools without one are together under a blank label. */
  readonly townships: readonly Completeness[];
  /** The day everything was due (ISO), when it is known. */
  readonly dueBy?: string;
}
