import type { Finding } from "../../domain/finding";
import type { SheetSnapshot } from "../../domain/snapshot";
import type { Filing } from "./filing";
import { reasons } from "./finding-words";
import type { OpenSheet } from "./open-sheet";
import { ignored, rejected } from "./sheet-account";
import { allFilledPlaces } from "./sheet-grid";
import { rowsHidden, sheetHidden, sheetHiddenToo } from "./workbook-words";

/**
 * A hidden sheet is not read. When it holds a form that was not read from a visible sheet, that is an error and not silence;
 * `filings` is what it would have given, `read` what the visible sheets gave.
 */
export function settleHidden(
  { sheet, parts }: OpenSheet,
  filings: readonly Filing[],
  read: readonly Filing[],
): readonly Finding[] {
  const held = filings.filter(({ rows, isEmpty }) => rows.length > 0 && !isEmpty);
  const isRead = ({ form, school }: Filing): boolean =>
    read.some((other) => other.form === form && other.school === school && !other.isEmpty);
  const [unread] = held.filter((filing) => !isRead(filing));
  for (const { grid, account } of parts)
    for (const place of allFilledPlaces(grid))
      account.settle(place, unread ? rejected(reasons.hidden) : ignored("hidden-sheet"));
  const [about] = unread ? [unread] : held;
  if (!about) return [];
  const at = about.grid.address(0, 0);
  const subject = { school: about.school.code, form: about.form.form.name, at };
  return [{ code: "sheet-hidden", ...subject, ...(unread ? sheetHidden(sheet.name) : sheetHiddenToo(sheet.name)) }];
}

export const isHidden = ({ visibility }: SheetSnapshot): boolean => visibility !== "visible";

/** Values that were read though nobody sees them. */
export function hiddenRowFindings({ sheet, parts }: OpenSheet): readonly Finding[] {
  const [rows, columns] = [new Set(sheet.hiddenRows), new Set(sheet.hiddenColumns)];
  if (rows.size + columns.size === 0) return [];
  const places = parts.flatMap(({ account }) =>
    account
      .fates()
      .filter(({ place, fate }) => fate.fate === "used" && (rows.has(place.row) || columns.has(place.column)))
      .map(({ place }) => account.address(place)),
  );
  const [at] = places;
  return at ? [{ code: "rows-hidden", at, ...rowsHidden(at, places.length) }] : [];
}
