/** Most characters Excel keeps in a cell. */
const longestText = 32_767;

/**
 * A text as the file format spells it: `_x0041_` would be read back as the letter A, and two code points are no
 * characters of XML at all.
 */
export const fileText = (text: string): string =>
  text
    .slice(0, longestText)
    .replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replace(/[\uFFFE\uFFFF]/gu, "\uFFFD");

/** Functions newer than the file format carry a prefix in files, and only there. */
const newerFunctions = /(?<![\w.])(?=(?:CONCAT|IFS|MAXIFS|MINIFS|SWITCH|TEXTJOIN)\()/gu;

/** A formula as the file format spells it: without `=`, newer functions marked, quoted texts and names untouched. */
export const fileFormula = (formula: string): string =>
  formula
    .replace(/^=/u, "")
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(newerFunctions, "_xlfn.")))
    .join("");
