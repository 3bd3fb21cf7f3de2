import {
  AlignmentType,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IPropertiesOptions,
  type IRunOptions,
  type ISectionOptions,
} from "docx";

/** Setting of official documents (GB/T 9704-2012): A4, margins 37/35/28/26 mm, 22 lines of 28 characters of 16 pt. */
const linesPerPage = 22;
const charactersPerLine = 28;
const textHeight = 225;
const textWidth = 156;
const bodySize = 32;
const titleSize = 44;
const tableSize = 21;
const pageNumberSize = 28;

const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const linePitch = Math.floor(twips(textHeight) / linesPerPage);
/** By how much a character of the grid takes less room than its size, in twips. */
const characterSpace = twips(textWidth) / charactersPerLine - 10 * bodySize;

export const widthOfText = twips(textWidth);

const fontNamed = (eastAsia: string): NonNullable<IRunOptions["font"]> => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
  hint: "eastAsia",
});

/** Set into the text itself: some readers give a character two places of a grid it does not fit into. */
const spaced: IRunOptions = { characterSpacing: Math.floor(characterSpace) };

export type TextStyle = "title" | "heading-1" | "heading-2" | "heading-3" | "body" | "table" | "table-header" | "note";

/** Fonts by name only: they belong to the reader's machine; font-table.ts says what may stand in for them. */
export const runStyles: Readonly<Record<TextStyle, IRunOptions>> = {
  title: { font: fontNamed("方正小标宋简体"), size: titleSize },
  "heading-1": { ...spaced, font: fontNamed("黑体"), size: bodySize },
  "heading-2": { ...spaced, font: fontNamed("楷体_GB2312"), size: bodySize },
  "heading-3": { ...spaced, font: fontNamed("仿宋_GB2312"), size: bodySize, bold: true },
  body: { ...spaced, font: fontNamed("仿宋_GB2312"), size: bodySize },
  table: { font: fontNamed("仿宋_GB2312"), size: tableSize },
  "table-header": { font: fontNamed("黑体"), size: tableSize },
  note: { font: fontNamed("仿宋_GB2312"), size: tableSize },
};

/** What everything is set in unless it says otherwise: the grid counts characters of this size. */
export const documentSetting: Pick<IPropertiesOptions, "evenAndOddHeaderAndFooters" | "styles"> = {
  evenAndOddHeaderAndFooters: true,
  styles: {
    default: {
      document: {
        run: { font: fontNamed("仿宋_GB2312"), size: bodySize, language: { value: "en-US", eastAsia: "zh-CN" } },
      },
    },
  },
};

const exactLines: IParagraphOptions["spacing"] = { line: linePitch, lineRule: LineRuleType.EXACT };
/** A page holds 22 lines even where a paragraph leaves one line alone. */
const wholePages: IParagraphOptions = { widowControl: false };

export const titleParagraph: IParagraphOptions = {
  ...wholePages,
  alignment: AlignmentType.CENTER,
  outlineLevel: 0,
  spacing: { ...exactLines, after: linePitch },
};

/** Indented by two characters; the length in twips is for readers that do not know characters. */
export const bodyParagraph: IParagraphOptions = {
  ...wholePages,
  alignment: AlignmentType.BOTH,
  indent: { firstLine: 2 * 10 * bodySize, firstLineChars: 200 },
  spacing: exactLines,
};

/** A heading alone on its line: never the last of a page. */
export const headingParagraph = (level: number): IParagraphOptions => ({
  ...bodyParagraph,
  outlineLevel: level,
  keepNext: true,
});

/** A line without indent: 附件. */
export const flushParagraph: IParagraphOptions = { ...wholePages, spacing: exactLines };

export const noteParagraph: IParagraphOptions = {
  ...wholePages,
  alignment: AlignmentType.BOTH,
  spacing: { line: 18 * 20, lineRule: LineRuleType.EXACT },
};

export const tableParagraph = (align: "left" | "right" | "center"): IParagraphOptions => ({
  ...wholePages,
  alignment: { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[align],
  spacing: { line: 16 * 20, lineRule: LineRuleType.AT_LEAST },
});

export const sectionSetting: Omit<ISectionOptions, "children"> = {
  properties: {
    page: {
      size: { width: twips(210), height: twips(297) },
      margin: {
        top: twips(37),
        bottom: twips(35),
        left: twips(28),
        right: twips(26),
        footer: twips(23),
      },
    },
    grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: Math.floor((characterSpace / 20) * 4096) },
  },
  footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
};

/** `— 1 —`, one character from the outer edge. */
function pageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  const indent = alignment === AlignmentType.LEFT ? { left: 10 * pageNumberSize } : { right: 10 * pageNumberSize };
  const run = new TextRun({
    font: fontNamed("宋体"),
    size: pageNumberSize,
    children: ["— ", PageNumber.CURRENT, " —"],
  });
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}
