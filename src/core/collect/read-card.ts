import type { Finding } from "../../domain/finding";
import type { CardLayout } from "./card-layout";
import { type Filing, readPlaces } from "./filing";
import { numbersUnread } from "./finding-words";
import { isNoteText } from "./table-rows";
import type { ReadSheet } from "./read-table";
import { type SheetAccount, ignored, rejected } from "./sheet-account";
import { type Place, type SheetGrid, allFilledPlaces } from "./sheet-grid";
import type { SheetReader } from "./sheet-reader";

/** Reads a 卡片: one sheet, one school. */
export function readCard(sheet: SheetReader, layout: CardLayout): ReadSheet {
  const { grid, account, form, codes } = sheet;
  const owner = sheet.ownerOf({}, layout.labels[0] ?? { row: 0, column: 0 });
  settleAround(sheet, layout);
  if (!owner.school) {
    if (owner.reason !== undefined)
      for (const place of allFilledPlaces(grid)) account.settle(place, rejected(owner.reason));
    return { filings: [], findings: owner.finding ? [owner.finding] : [] };
  }
  const { row, ...read } = readPlaces(grid, account, form, owner.school, layout.places, codes);
  const filing: Filing = { ...read, form, school: owner.school, grid, account, rows: [row] };
  return { filings: [filing], findings: unreadNumbers(sheet) };
}

/** Numbers that are no value of the form, once a card has been read. */
export const numbersNobodyAsked = (grid: SheetGrid, account: SheetAccount): readonly Place[] =>
  account.unsettled().filter(({ row, column }) => typeof grid.content(row, column) === "number");

/** A number under a label nobody asked for may be one that was asked for under another. */
function unreadNumbers({ grid, account, form }: SheetReader): readonly Finding[] {
  const numbers = numbersNobodyAsked(grid, account);
  const [first] = numbers;
  if (!first) return [];
  const at = grid.address(first.row, first.column);
  return [{ code: "header-unknown", form: form.form.name, at, ...numbersUnread(at, numbers.length) }];
}

function settleAround({ grid, account, identity, unitPlaces }: SheetReader, layout: CardLayout): void {
  const firstLabelRow = Math.min(grid.rowCount, ...[...layout.labels, ...identity.labels].map(({ row }) => row));
  for (const place of allFilledPlaces(grid)) {
    const text = grid.text(place.row, place.column);
    if (place.row < firstLabelRow) account.settle(place, ignored("title"));
    else if (isNoteText(text))
      for (const beside of grid.filledPlaces(place.row)) account.settle(beside, ignored("note"));
  }
  for (const place of unitPlaces) account.settle(place, ignored("unit-line"));
  for (const place of [...layout.labels, ...identity.labels]) account.settle(place, ignored("header"));
  for (const place of identity.values) account.settle(place, ignored("roster-echo"));
}
