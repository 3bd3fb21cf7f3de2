import type { CellContent } from "../../domain/cell";
import type { SheetSnapshot } from "../../domain/snapshot";

/** How many cells of a sheet hold an ID number or a mobile number. The numbers themselves go nowhere. */
export function personalCells(sheet: SheetSnapshot): number {
  let count = 0;
  for (const row of sheet.rows) for (const content of row) if (isPersonal(content)) count += 1;
  return count;
}

function isPersonal(content: CellContent): boolean {
  if (typeof content === "number") return isMobileNumber(content) || isIdKeptAsNumber(content);
  return typeof content === "string" && content.length >= 11 && isPersonalText(content.normalize("NFKC"));
}

function isPersonalText(text: string): boolean {
  if (/(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.]\d|\d)/u.test(text)) return true;
  return [...text.matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/gu)].some(
    ([digits]) => hasBirthday(digits) && hasCheckDigit(digits),
  );
}

const isMobileNumber = (value: number): boolean =>
  Number.isInteger(value) && value >= 13_000_000_000 && value < 20_000_000_000;

/** A cell keeps 15 digits of a number, so the check digit of an ID typed as a number is lost. */
const isIdKeptAsNumber = (value: number): boolean =>
  Number.isInteger(value) && value >= 1e17 && value < 1e18 && hasBirthday(BigInt(value).toString());

const hasBirthday = (id: string): boolean => /^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/u.test(id);

/** ISO 7064 MOD 11-2, as GB 11643 uses it. */
function hasCheckDigit(id: string): boolean {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += Number(id[place]) * (2 ** (17 - place) % 11);
  return "10X98765432"[sum % 11] === id[17]?.toUpperCase();
}
