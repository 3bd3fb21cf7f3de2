import type { Exact } from "./exact";
import type { SliceMember } from "./figure";
import type { School } from "./school";

export interface BothYears {
  readonly lastYear: Exact;
  readonly thisYear: Exact;
}

/**
 * A figure's change against last year over the schools that can be compared, and what opening, closing and merging
 * schools did to it. For 量 last year is `continuing.lastYear` + `closed` + `merged` and this year is `continuing.thisYear`
 * + `opened` + `merged`, exactly. Parts of a ratio do not add up, so there the lists only name the schools.
 */
export interface ComparableChange extends BothYears {
  readonly indicator: string;
  readonly slice: readonly SliceMember[];
  /** Over the schools of both years that no merger touched. A school that went over to another group stays in. */
  readonly continuing: BothYears & { readonly schools: number };
  readonly opened: readonly SchoolPart[];
  readonly closed: readonly SchoolPart[];
  readonly merged: readonly MergedPart[];
}

export interface SchoolPart {
  readonly school: School;
  /** What the school adds to its year; absent for ratios. */
  readonly value?: Exact;
}

/** Schools that became one: all of them together last year, the one that is left this year. */
export interface MergedPart extends Partial<BothYears> {
  readonly into: School;
  readonly from: readonly School[];
}
