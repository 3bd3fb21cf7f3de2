import type { WithheldReason } from "../../domain/figure";
import type { CompiledIndicator } from "../../definitions/compiled";
import { columnsOf } from "../../formula/columns-of";
import type { FormView } from "./form-view";

/** A member per group: null where the row's cell is blank, undefined where the group does not apply or is left together. */
type Members = readonly (string | null | undefined)[];

/** A row that may or may not belong to a slice, because these cells of it are blank. */
interface UndecidedRow {
  readonly row: number;
  readonly columns: readonly string[];
}

/** Rows that pass 筛选 (or may pass it) and have the same member in every group. */
interface Bucket {
  readonly members: Members;
  readonly rows: readonly number[];
  readonly undecided: readonly UndecidedRow[];
}

/** The rows of one form as an indicator groups them. */
export interface GroupedForm {
  readonly view: FormView;
  /** Positions of the groups this form has as a column. */
  readonly groups: readonly number[];
  readonly buckets: readonly Bucket[];
  /** Why 筛选 could not be applied. */
  readonly failure?: WithheldReason;
}

/** 筛选 and 分组 hold for every form that has their columns. */
export function groupedForm({ indicator, filter }: CompiledIndicator, view: FormView): GroupedForm {
  const filterHere = filter && columnsOf(filter).every(({ name }) => view.columns.has(name)) ? filter : undefined;
  const groups = indicator.groupBy.flatMap((group, index) => (view.columns.has(group) ? [index] : []));
  const membersByGroup = indicator.groupBy.map((group, index) => (groups.includes(index) ? view.members(group) : []));
  const buckets = new Map<string, { members: Members; rows: number[]; undecided: UndecidedRow[] }>();
  let failure: WithheldReason | undefined;
  for (let row = 0; row < view.columns.rowCount; row += 1) {
    const decision = filterHere && view.decide(filterHere, row);
    failure ??= decision?.failure;
    if (decision && !decision.passes && decision.blank.length === 0) continue;
    const members = membersByGroup.map((byRow) => byRow[row]);
    const key = bucketKey(members);
    const bucket = buckets.get(key) ?? { members, rows: [], undecided: [] };
    buckets.set(key, bucket);
    if (decision && decision.blank.length > 0) bucket.undecided.push({ row, columns: decision.blank });
    else bucket.rows.push(row);
  }
  return { view, groups, buckets: [...buckets.values()], ...(failure ? { failure } : {}) };
}

/** Blank and 不适用 are two things: JSON would write both as null. */
const bucketKey = (members: Members): string =>
  JSON.stringify(members.map((member) => (member === undefined ? [] : [member])));

export interface RowsTold {
  readonly rows: readonly number[];
  readonly undecided: readonly UndecidedRow[];
}

/** The rows of a slice; a row whose blank cell could be the member asked for is undecided. */
export function rowsOfSlice({ groups, buckets }: GroupedForm, members: Members, names: readonly string[]): RowsTold {
  const pinned = groups.filter((index) => members[index] !== undefined);
  const rows: number[] = [];
  const undecided: UndecidedRow[] = [];
  for (const bucket of buckets) {
    if (!pinned.every((index) => bucket.members[index] === members[index] || bucket.members[index] === null)) continue;
    const blank = pinned.flatMap((index) => (bucket.members[index] === null ? (names[index] ?? []) : []));
    if (blank.length === 0) rows.push(...bucket.rows);
    else undecided.push(...bucket.rows.map((row) => ({ row, columns: blank })));
    undecided.push(...bucket.undecided.map(({ row, columns }) => ({ row, columns: [...columns, ...blank] })));
  }
  return { rows: rows.sort((a, b) => a - b), undecided };
}
