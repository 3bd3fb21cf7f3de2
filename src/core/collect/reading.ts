import type { CellContent, Scalar } from "../../domain/cell";
import {
  type Exact,
  compare,
  exactFromCell,
  exactText,
  isInteger,
  multiply,
  parseExact,
  zero,
} from "../../domain/exact";
import type { Code, DataElement } from "../../definitions/definition";
import { isCreditCode } from "../../domain/credit-code";
import { isoDay } from "../../domain/iso-day";
import { schoolCodeFault } from "../../domain/school-code";
import { filedDay } from "./filed-day";
import { contentText, exactOf, hasUnseen, isBlank, plain, trimmed } from "./plain-text";

/** What one kind of cell may hold. `factor` turns what the school writes into the unit the value is kept in. */
export interface CellSpec {
  readonly element: DataElement;
  readonly codes: readonly Code[];
  readonly factor: Exact;
}

export type CellFault =
  | {
      readonly code:
        | "cell-not-number"
        | "cell-not-whole"
        | "cell-error-value"
        | "cell-not-date"
        | "cell-not-in-code-list"
        | "code-damaged";
    }
  | { readonly code: "cell-out-of-range"; readonly limit: "min" | "max"; readonly bound: Exact };

export type CellReading =
  | { readonly state: "reported"; readonly value: Scalar }
  | { readonly state: "missing" }
  | { readonly state: "not-applicable" }
  | { readonly state: "unreadable"; readonly raw: string; readonly fault: CellFault };

const notApplicable = new Set(["—", "-", "/"]);

/** Says what a cell means for its element. Nothing is guessed: what is not plainly a value of the type is unreadable. */
export function readCell(content: CellContent, spec: CellSpec): CellReading {
  if (content === null || isBlank(content)) return blankReading(spec.element);
  if (typeof content === "object" && "error" in content) return unreadable(content, { code: "cell-error-value" });
  if (typeof content === "string" && notApplicable.has(plain(content))) return { state: "not-applicable" };
  switch (spec.element.type) {
    case "整数":
    case "小数":
    case "金额":
      return readNumber(content, spec);
    case "日期":
      return readDate(content);
    case "是否":
      return readYesNo(content);
    case "代码":
      return isDamagedCode(content) ? unreadable(content, { code: "code-damaged" }) : readCode(content, spec.codes);
    case "文本":
      return isDamagedCode(content) ? unreadable(content, { code: "code-damaged" }) : readText(content, spec.element);
  }
}

export const isNumeric = ({ type }: DataElement): boolean => type === "整数" || type === "小数" || type === "金额";

/** What is odd about a cell that was read all the same: a number kept as text, spaces inside a word of a code list. */
export type Oddity = "text-number" | "spaces";

export function oddityOf(content: CellContent, element: DataElement): Oddity | undefined {
  if (typeof content !== "string") return undefined;
  if (isNumeric(element)) return "text-number";
  const isChosen = element.type === "代码" || element.type === "是否";
  return isChosen && hasUnseen(content) ? "spaces" : undefined;
}

/** A cell keeps 15 digits of a number, so the rest of a longer code is lost. */
const isDamagedCode = (content: CellContent): boolean => typeof content === "number" && Math.abs(content) >= 1e15;

function blankReading({ blankMeans }: DataElement): CellReading {
  switch (blankMeans) {
    case "缺报":
      return { state: "missing" };
    case "不适用":
      return { state: "not-applicable" };
    case "0":
      return { state: "reported", value: { type: "number", value: zero } };
  }
}

const unreadable = (content: CellContent, fault: CellFault): CellReading => ({
  state: "unreadable",
  raw: contentText(content).trim(),
  fault,
});

function readNumber(content: CellContent, { element, factor }: CellSpec): CellReading {
  const filed = filedNumber(content);
  if (filed === undefined) return unreadable(content, { code: "cell-not-number" });
  const value = multiply(filed, factor);
  if (element.type === "整数" && !isInteger(value)) return unreadable(content, { code: "cell-not-whole" });
  const min = exactFromCell(element.min ?? 0);
  if (compare(value, min) < 0) return unreadable(content, { code: "cell-out-of-range", limit: "min", bound: min });
  const max = element.max === undefined ? undefined : exactFromCell(element.max);
  if (max && compare(value, max) > 0)
    return unreadable(content, { code: "cell-out-of-range", limit: "max", bound: max });
  return { state: "reported", value: { type: "number", value } };
}

/** Plain digits in half or full width, commas only where thousands have them. `12人`, `约5`, `1,23` are not numbers. */
function filedNumber(content: CellContent): Exact | undefined {
  if (typeof content === "number") return exactOf(content);
  if (typeof content !== "string") return undefined;
  const text = trimmed(content.normalize("NFKC"));
  return /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/u.test(text) ? parseExact(text.replace(/,/gu, "")) : undefined;
}

function readDate(content: CellContent): CellReading {
  const day = filedDay(content);
  return day === undefined
    ? unreadable(content, { code: "cell-not-date" })
    : { state: "reported", value: { type: "date", value: day } };
}

const yesNo: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  TRUE: true,
  FALSE: false,
  "√": true,
  "×": false,
};

function readYesNo(content: CellContent): CellReading {
  const value = yesNo[plain(contentText(content)).toUpperCase()];
  return value === undefined
    ? unreadable(content, { code: "cell-not-in-code-list" })
    : { state: "reported", value: { type: "boolean", value } };
}

function readCode(content: CellContent, codes: readonly Code[]): CellReading {
  const code = codeMeant(content, codes);
  return code === undefined
    ? unreadable(content, { code: "cell-not-in-code-list" })
    : { state: "reported", value: { type: "text", value: code.label } };
}

/** By label, printed label or code; a code typed as a number has lost its leading zeros. */
export function codeMeant(content: CellContent, codes: readonly Code[]): Code | undefined {
  const text = plain(contentText(content)).toLowerCase();
  const same = (other: string | undefined): boolean => other !== undefined && plain(other).toLowerCase() === text;
  const byWord =
    codes.find(({ label }) => same(label)) ??
    codes.find(({ print }) => same(print)) ??
    codes.find(({ code }) => same(code));
  if (byWord || typeof content !== "number") return byWord;
  const alike = codes.filter(({ code }) => code.replace(/^0+(?=.)/u, "") === text);
  return alike.length === 1 ? alike[0] : undefined;
}

function readText(content: CellContent, { format }: DataElement): CellReading {
  const value = (typeof content === "boolean" ? (content ? "是" : "否") : contentText(content)).trim();
  return format !== undefined && !hasFormat[format](plain(value))
    ? unreadable(content, { code: "cell-not-in-code-list" })
    : { state: "reported", value: { type: "text", value: format === undefined ? value : plain(value).toUpperCase() } };
}

const hasFormat: Readonly<Record<NonNullable<DataElement["format"]>, (text: string) => boolean>> = {
  学校标识码: (text) => schoolCodeFault(text) === undefined,
  信用代码: isCreditCode,
};

/** A reported value as people write it. */
export function scalarText(value: Scalar): string {
  switch (value.type) {
    case "number":
      return exactText(value.value);
    case "text":
      return value.value;
    case "date":
      return isoDay(value.value);
    case "boolean":
      return value.value ? "是" : "否";
  }
}
