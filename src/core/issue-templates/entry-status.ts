import { divide, exactFromCell, isInteger, toNumber, zero } from "../../domain/exact";
import { unreachable } from "../../domain/result";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { excelString } from "../../formula/excel-spelling";
import type { UnitWords } from "./form-sheet";

/** What notes begin with: what is wrong, what is still to be filled in, what is to be looked at, that all is well. */
export const marks = { wrong: "✗", blank: "○", doubtful: "△", fine: "✓" } as const;

/** How a note about an entry begins, so that colours can look for it. */
export const statusHead = (mark: string, { name }: DataElement): string => `${mark}${name} `;

const nothing = '""';
const longestChoice = 6000;

/** An Excel expression that says what is wrong in the entry of an element, and an empty text when nothing is; undefined for what may be anything. */
export function entryStatus(
  definition: CompiledDefinition,
  element: DataElement,
  cell: string,
  words: UnitWords,
): string | undefined {
  const whenBlank =
    element.required && element.blankMeans === "缺报"
      ? excelString(`${statusHead(marks.blank, element)}未填；`)
      : nothing;
  const says = (text: string): string => excelString(`${statusHead(marks.wrong, element)}${text}；`);
  const wrong = fault(definition, element, cell, words, says);
  if (whenBlank === nothing && wrong === nothing) return undefined;
  const status = `IF(LEN(${cell})=0,${whenBlank},IF(${cell}="—","",${wrong}))`;
  return `IFERROR(${status},${says("公式出错")})`;
}

function fault(
  definition: CompiledDefinition,
  element: DataElement,
  cell: string,
  words: UnitWords,
  says: (text: string) => string,
): string {
  const unless = (condition: string, text: string, then = nothing): string => `IF(${condition},${then},${says(text)})`;
  switch (element.type) {
    case "整数":
    case "小数":
    case "金额":
      return unless(`ISNUMBER(${cell})`, "要填数，不带单位和空格", numberFault(element, cell, words, says));
    case "是否":
      return unless(`OR(${cell}="是",${cell}="否")`, "要填是或否");
    case "日期":
      return unless(`OR(ISNUMBER(${cell}),ISNUMBER(DATEVALUE(SUBSTITUTE(${cell},".","-"))))`, "要填日期，如 2022-9-1");
    case "代码": {
      const labels = (definition.codes.get(element.codes ?? "") ?? []).map(({ label }) => excelString(label));
      const choices = `{${labels.join(",")}}`;
      if (labels.length === 0 || choices.length > longestChoice) return nothing;
      return unless(`ISNUMBER(MATCH(${cell}&"",${choices},0))`, "要从列表里选");
    }
    case "文本":
      return element.format === undefined
        ? nothing
        : unless(
            `LEN(${cell})=${String(textLengths[element.format])}`,
            `要填${String(textLengths[element.format])}位${element.format}`,
          );
    default:
      return unreachable(element.type);
  }
}

const textLengths: Readonly<Record<NonNullable<DataElement["format"]>, number>> = { 学校标识码: 10, 信用代码: 18 };

function numberFault(element: DataElement, cell: string, words: UnitWords, says: (text: string) => string): string {
  const { min, max } = filedBounds(element, words);
  const checks: readonly (readonly [string, string])[] = [
    ...(min === undefined ? [] : [[`${cell}<${String(min)}`, `不能小于${String(min)}`] as const]),
    ...(max === undefined ? [] : [[`${cell}>${String(max)}`, `不能大于${String(max)}`] as const]),
    ...(isWhole(element, words) ? [[`INT(${cell})<>${cell}`, "要填整数"] as const] : []),
  ];
  return checks.reduceRight((then, [condition, text]) => `IF(${condition},${says(text)},${then})`, nothing);
}

/** Whole numbers are whole in the unit they are kept in. */
export const isWhole = (element: DataElement, { factor }: UnitWords): boolean => {
  const times = factor(element);
  return element.type === "整数" && times !== undefined && isInteger(times);
};

/** Bounds in the unit schools write; unknown when it does not convert. Readers refuse what is below zero unless told otherwise. */
export function filedBounds(
  element: DataElement,
  { factor }: UnitWords,
): { readonly min?: number; readonly max?: number } {
  const times = factor(element);
  if (!times) return {};
  const filed = (bound: number): number | undefined => {
    const exact = divide(bound === 0 ? zero : exactFromCell(bound), times);
    return exact && toNumber(exact);
  };
  const [min, max] = [filed(element.min ?? 0), element.max === undefined ? undefined : filed(element.max)];
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
