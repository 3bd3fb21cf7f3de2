import type { CellAddress, Reading } from "../../../src/domain/cell";
import { cellKey } from "../../../src/domain/cell";
import type { Collection, FormTable } from "../../../src/domain/collected";
import { exactFromCell } from "../../../src/domain/exact";
import type { Finding } from "../../../src/domain/finding";
import type { School } from "../../../src/domain/school";
import type { Confrontation } from "../../../src/domain/verdict";

/** A cell as a test writes it: null is blank, "—" does not apply. */
type TestCell = number | string | null;

export const schoolOf = (code: string, attributes: Record<string, string> = {}): School => ({
  code,
  name: `学校${code}`,
  aliases: [],
  attributes: { 学校代码: code, 学校名称: `学校${code}`, ...attributes },
});

export interface TestRow {
  readonly school: School;
  readonly filed?: boolean;
  readonly cells: Readonly<Record<string, TestCell>>;
}

const addressOf = (form: string, row: number, column: number): CellAddress => ({ sheet: form, row, column });

export function tableOf(form: string, columns: readonly string[], rows: readonly TestRow[]): FormTable {
  return {
    form,
    rows: rows.map(({ school, filed }, row) => ({ school, filed: filed ?? true, sheet: form, row })),
    columns: new Map(
      columns.map((name, column) => [
        name,
        rows.map(({ cells, filed }, row) =>
          filed === false ? { state: "missing" } : readingOf(cells[name] ?? null, addressOf(form, row, column)),
        ),
      ]),
    ),
  };
}

function readingOf(cell: TestCell, at: CellAddress): Reading {
  if (cell === null) return { state: "missing", at };
  if (cell === "—") return { state: "not-applicable", at };
  const value =
    typeof cell === "number"
      ? ({ type: "number", value: exactFromCell(cell) } as const)
      : ({ type: "text", value: cell } as const);
  return { state: "reported", value, at };
}

export function collectionOf(...tables: readonly FormTable[]): Collection {
  const schools = new Map(tables.flatMap(({ rows }) => rows.map(({ school }) => [school.code, school] as const)));
  return {
    schools: [...schools.values()],
    tables: new Map(tables.map((table) => [table.form, table])),
    ledger: [],
    findings: [],
  };
}

const finding: Finding = { code: "rule-failed", severity: "error", message: "", instruction: "" };

/** A confrontation with an error under the given cells: form, row and position of the column. */
export const confrontationOf = (
  ...blocked: readonly (readonly [form: string, row: number, column: number])[]
): Confrontation => ({
  tallies: [],
  findings: [],
  blocked: new Map(blocked.map(([form, row, column]) => [cellKey(addressOf(form, row, column)), finding])),
});
