import type { CellContent } from "../../domain/cell";
import { isCreditCode } from "../../domain/credit-code";
import type { SheetSnapshot } from "../../domain/snapshot";
import { filedDay } from "./filed-day";
import { memoizedText } from "./memoized";
import { contentText, plain } from "./plain-text";
import type { Place } from "./sheet-grid";

/** What the form says about a place, asked only where a number alone cannot tell. */
export interface PlaceMeaning {
  /** Is it a figure the form asks for? Then a long number is an amount, not a telephone number. */
  readonly isFigure: (place: Place) => boolean;
  readonly isLabel: (text: string) => boolean;
}

/** Cells of a sheet that hold something about a person: by their own looks, or by the heading above. The values go nowhere. */
export function personalPlaces(sheet: SheetSnapshot, meaning: PlaceMeaning): readonly Place[] {
  const places: Place[] = [];
  const asked = askedAbove(sheet, meaning);
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, content] of cells.entries())
      if (isPersonal(content, () => meaning.isFigure({ row, column })) || (asked.size > 0 && asked.has(keyOf(row, column))))
        places.push({ row, column }); // prettier-ignore
  return places;
}

const keyOf = (row: number, column: number): string => `${String(row)} ${String(column)}`;

function isPersonal(content: CellContent, isFigure: () => boolean): boolean {
  if (typeof content === "number") return isIdKeptAsNumber(content) || (isMobileNumber(content) && !isFigure());
  return typeof content === "string" && content.length >= 11 && isPersonalText(content.normalize("NFKC"));
}

function isPersonalText(text: string): boolean {
  if (!/\d{4}/u.test(text)) return false;
  if (/(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.]\d|\d)/u.test(text)) return true;
  // 学籍号: a letter before the number of the ID card, or of the kind made for those without one.
  if (/(?<![A-Za-z\d])[GJLF]\d{17}[\dXx](?![A-Za-z\d])/u.test(text)) return true;
  const longNumbers = [...text.matchAll(/(?<![A-Za-z\d.])\d{15,18}[\dXx](?![A-Za-z\d])/gu)].map(([digits]) => digits);
  return longNumbers.some((digits) => isId(digits) || isBankCard(digits));
}

const isId = (digits: string): boolean => digits.length === 18 && hasBirthday(digits) && hasCheckDigit(digits);

/** 16 to 19 digits with the check digit of Luhn. Cards begin with 3 to 6; a credit code of digits alone is none. */
function isBankCard(digits: string): boolean {
  if (!/^[3-6]\d{15,18}$/u.test(digits) || isCreditCode(digits)) return false;
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
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

/** Headings that ask about a person, with what an answer looks like. Names of schools and lines to sign are not among them. */
const askingHeadings: readonly (readonly [heading: RegExp, isAnswer: (content: CellContent) => boolean])[] = [
  [/^(?:学生|幼儿|教师|教职工|职工|家长|父亲|母亲|监护人|受助(?:学生|幼儿|人)?|校长|园长|申请人)?姓名$|^(?:家长|监护人)$/u, textLike(/^[\p{Script=Han}·]{2,15}$/u)],
  [/^(?:学生|幼儿|教师|家长|监护人|居民)?(?:身份证|身份证件|证件)(?:号|号码)?$/u, textLike(/[\dXx*]{8}/u)],
  [/^(?:学生|教师|家长|监护人|个人)?(?:联系|手机|移动|家庭|办公)?(?:电话|手机)(?:号|号码)?$|^(?:家长|监护人)?联系方式$/u, textLike(/(?:\d[- ]?){7}/u)],
  [/^(?:全国|个人|学生)?(?:学籍号|学籍号码|学号)$/u, textLike(/^[A-Za-z]?[\dXx]{8,}$/u)],
  [/^(?:银行|个人)?(?:银行卡|卡|账|帐|银行账|银行帐)(?:号|号码)$/u, textLike(/\d{8}/u)],
  [/^(?:家庭|现|户籍|居住)?(?:住址|详细地址|家庭地址)$|^(?:家庭|户籍|居住)地址$/u, textLike(/\p{Script=Han}{3}/u)],
  [/^(?:学生|幼儿|教师)?(?:出生日期|出生年月日?|生日)$/u, (content) => filedDay(content) !== undefined],
]; // prettier-ignore

/** What an answer to a heading looks like; undefined for headings that ask nothing about a person. */
const askedBy = memoizedText((text) => {
  const heading = plain(text)
    .replace(/[*★]/gu, "")
    .replace(/\(.*\)$/u, "");
  return askingHeadings.find(([pattern]) => pattern.test(heading))?.[1];
});

function textLike(pattern: RegExp): (content: CellContent) => boolean {
  return (content) => (typeof content === "string" || typeof content === "number") && pattern.test(plain(contentText(content))); // prettier-ignore
}

/** Labels that stand below one another on a card, where the one above is no heading of the one below. */
const commonLabels =
  /^(?:性别|民族|年龄|学历|学位|职务|职称|单位|学校|班级|年级|籍贯|备注|邮编|邮箱|电子邮箱|传真|网址|地址|学校地址|政治面貌|专业|任教学科|关系|住址|.*[号码话机]|.*姓名|.*日期|.*[人数]):?$/u;

/** Answers that stand below a heading which asks for them. */
function askedAbove({ rows }: SheetSnapshot, { isLabel }: PlaceMeaning): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const [row, cells] of rows.entries())
    for (const [column, content] of cells.entries()) {
      if (typeof content !== "string" || content.length > 16) continue;
      const isAnswer = askedBy(content);
      if (!isAnswer) continue;
      let blanks = 0;
      for (let below = row + 1; below < rows.length && blanks < 3; below += 1) {
        const answer = rows[below]?.[column] ?? null;
        const text = contentText(answer);
        if (text.trim() === "") blanks += 1;
        else if (isAnswer(answer) && !isLabel(text) && !commonLabels.test(plain(text))) asked.add(keyOf(below, column));
        else break;
      }
    }
  return asked;
}
