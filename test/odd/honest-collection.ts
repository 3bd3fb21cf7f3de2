import type { Reading } from "../../src/domain/cell";
import type { Collection } from "../../src/domain/collected";
import { compare, zero } from "../../src/domain/exact";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/domain/snapshot";
import { cellAt, holdsSomething, meansNumber } from "./cell-meaning";

/** What is wrong with a collection whatever it was made of; empty when nothing is. */
export function dishonesties({ tables, ledger }: Collection, workbook: WorkbookSnapshot): readonly string[] {
  return [
    ...accountGaps(ledger, workbook),
    ...[...tables.values()].flatMap(({ columns }) => inventions(columns, workbook)),
  ];
}

/** Every cell that holds something has one fate. */
function accountGaps(ledger: Collection["ledger"], { sheets }: WorkbookSnapshot): readonly string[] {
  const [account] = ledger;
  if (ledger.length !== 1 || !account) return [`${String(ledger.length)} accounts of one file`];
  const there = sheets.reduce((sum, { rows }) => sum + rows.flat().filter(holdsSomething).length, 0);
  const ignored = Object.values(account.ignored).reduce((sum, count) => sum + count, 0);
  const settled = account.used + ignored + account.rejected.length;
  return account.nonEmpty === there && settled === there
    ? []
    : [`${String(there)} cells, ${String(account.nonEmpty)} in the ledger, ${String(settled)} settled`];
}

/** Numbers that do not stand in the cell they are said to come from. */
function inventions(columns: ReadonlyMap<string, readonly Reading[]>, { sheets }: WorkbookSnapshot): readonly string[] {
  return [...columns].flatMap(([name, readings]) =>
    readings.flatMap((reading) => {
      if (reading.state !== "reported" || reading.value.type !== "number") return [];
      const sheet = sheets.find((one: SheetSnapshot) => one.name === reading.at?.sheet);
      const content = reading.at && sheet ? cellAt(sheet, reading.at.row, reading.at.column) : null;
      const isZero = compare(reading.value.value, zero) === 0;
      return meansNumber(content, isZero) ? [] : [`${name}: a number from ${JSON.stringify(content)}`];
    }),
  );
}
