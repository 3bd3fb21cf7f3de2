import { a1, columnLetters } from "../../domain/cell";
import { templateSheets } from "../../domain/template-stamp";
import type { CompiledDefinition, CompiledRule } from "../../definitions/compiled";
import { columnsOf } from "../../formula/columns-of";
import { rowCount, type FormSheet } from "./form-sheet";

const namedColumns = [
  /** What is wrong with what stands in the entry of an element. */
  "status",
  /** The value of a 派生 field. */
  "derived",
  /** A roster column that rules tell totals by. */
  "roster",
  /** The verdict of a rule. */
  "rule",
  /** What 校验 says in a row of the form's sheet; cards have several to their one row. */
  "note",
] as const;

/** What a column of the workings holds for each row of a form; `filled` is 1 when the school has written in the row. */
export type WorkingColumn = "filled" | `${(typeof namedColumns)[number]}:${string}`;

/** What a column holds, and of what. */
export function columnParts(column: WorkingColumn): {
  readonly holds: "filled" | (typeof namedColumns)[number];
  readonly name: string;
} {
  const holds = namedColumns.find((kind) => column.startsWith(`${kind}:`));
  return holds === undefined ? { holds: "filled", name: "" } : { holds, name: column.slice(holds.length + 1) };
}

/** Where the workings of one form stand on their hidden sheet: a heading row, and a row for each row of the form. */
export interface WorkingBlock {
  readonly sheet: FormSheet;
  readonly rules: readonly CompiledRule[];
  /** Row of the headings, from 0. */
  readonly top: number;
  readonly rows: number;
  /** Each column's place, from 0, in order. */
  readonly columns: ReadonlyMap<WorkingColumn, number>;
}

export type WorkingPlan = ReadonlyMap<string, WorkingBlock>;

/** Rows above the first block: what 自查 counts. */
const countRows = 2;

export function workingPlan(
  definition: CompiledDefinition,
  sheets: readonly FormSheet[],
  rosterColumns: readonly string[],
): WorkingPlan {
  const totalled = new Set(
    definition.rules.flatMap(({ tree }) => columnsOf(tree).flatMap(({ name, thisRow }) => (thisRow ? [] : [name]))),
  );
  let top = countRows;
  return new Map(
    sheets.map((sheet) => {
      const { form, elements, derived } = sheet.form;
      const rules = definition.rules.filter(({ rule }) => rule.form === form.name && rule.active);
      const columns: readonly WorkingColumn[] = [
        "filled",
        ...elements.map(({ name }) => `status:${name}` as const),
        ...[...derived.keys()].map((name) => `derived:${name}` as const),
        ...rosterColumns.filter((name) => totalled.has(name)).map((name) => `roster:${name}` as const),
        ...rules.map(({ rule }) => `rule:${rule.id}` as const),
        ...noteRows(sheet).map((row) => `note:${String(row)}` as const),
      ];
      const block: WorkingBlock = {
        sheet,
        rules,
        top,
        rows: rowCount(sheet),
        columns: new Map(columns.map((column, place) => [column, place])),
      };
      top += block.rows + 2;
      return [form.name, block];
    }),
  );
}

/** Rows of a card that have an entry; for a table the first row stands for all. */
export const noteRows = ({ entries, isTable }: FormSheet): readonly number[] => {
  const rows = [...new Set([...entries.values()].map(({ top }) => top))];
  return isTable ? rows.slice(0, 1) : rows;
};

const lettersOf = ({ columns }: WorkingBlock, column: WorkingColumn): string => columnLetters(columns.get(column) ?? 0);

const quoted = `'${templateSheets.workings}'!`;

/** The working cell of a row of the form; rows count from 0. */
export const workingCell = (block: WorkingBlock, column: WorkingColumn, row: number): string =>
  `${quoted}$${lettersOf(block, column)}$${String(block.top + row + 2)}`;

export function workingRange(block: WorkingBlock, from: WorkingColumn, to: WorkingColumn = from): string {
  const [left, right] = [from, to].map((column) => lettersOf(block, column));
  return `${quoted}$${left ?? ""}$${String(block.top + 2)}:$${right ?? ""}$${String(block.top + block.rows + 1)}`;
}

/** The heading above a working column. */
export const workingHeading = (block: WorkingBlock, column: WorkingColumn): string =>
  `${quoted}$${lettersOf(block, column)}$${String(block.top + 1)}`;

/** What the whole workbook comes to, on the first row of the workings. */
export const counts = {
  wrong: `${quoted}${a1(0, 0)}`,
  blank: `${quoted}${a1(0, 1)}`,
  doubtful: `${quoted}${a1(0, 2)}`,
  verdict: `${quoted}${a1(0, 3)}`,
} as const;
