import { SSF } from "@e965/xlsx";
import { scanXml } from "../files/scan-xml";
import { attributesOf } from "../files/xml-text";

/** Tells by the number of a cell's style whether it shows numbers as dates. */
export type IsDateStyle = (style: number) => boolean;

/** Formats a file need not spell out; 27–36 and 50–58 are the dates of Chinese Excel. */
const isBuiltinDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);

export function dateStyles(styles: Uint8Array | undefined): IsDateStyle {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  if (styles)
    scanXml(styles, {
      open: (name, raw) => {
        if (name === "cellXfs") isInCells = true;
        else if (name === "numFmt") {
          const attributes = attributesOf(raw);
          codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
        } else if (name === "xf" && isInCells) formats.push(Number(attributesOf(raw).get("numFmtId") ?? 0));
      },
      close: (name) => {
        if (name === "cellXfs") isInCells = false;
      },
    });
  const dates = formats.map((format) => {
    const code = codes.get(format);
    return code === undefined ? isBuiltinDate(format) : isDateFormat(code);
  });
  return (style) => dates[style] === true;
}

/** Does a number format show a date or a time? */
export const isDateFormat = (code: string): boolean => SSF.is_date(code) === true;
