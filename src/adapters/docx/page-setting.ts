import {
  AlignmentType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from "docx";

/** Setting of official documents (GB/T 9704-2012): A4, 37/35/28/26 mm, 22 lines of 16 pt characters. */
const linePitch = 579;
const bodySize = 32;
const titleSize = 44;
const pageNumberSize = 28;

const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

const fontNamed = (eastAsia: string): NonNullable<IRunOptions["font"]> => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
  hint: "eastAsia",
});

export type TextStyle = "title" | "heading-1" | "heading-2" | "heading-3" | "body";

/** Fonts by name only: they belong to the reader's machine. */
export const runStyles: Readonly<Record<TextStyle, IRunOptions>> = {
  title: { font: fontNamed("方正小标宋简体"), size: titleSize },
  "heading-1": { font: fontNamed("黑体"), size: bodySize },
  "heading-2": { font: fontNamed("楷体_GB2312"), size: bodySize },
  "heading-3": { font: fontNamed("仿宋_GB2312"), size: bodySize, bold: true },
  body: { font: fontNamed("仿宋_GB2312"), size: bodySize },
};

const exactLines: IParagraphOptions["spacing"] = { line: linePitch, lineRule: LineRuleType.EXACT };

export const titleParagraph: IParagraphOptions = {
  alignment: AlignmentType.CENTER,
  spacing: { ...exactLines, after: linePitch },
};

/** Indented by two characters; the length in twips is for readers that do not know characters. */
export const bodyParagraph: IParagraphOptions = {
  alignment: AlignmentType.BOTH,
  indent: { firstLine: 2 * 10 * bodySize, firstLineChars: 200 },
  spacing: exactLines,
};

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
    grid: { type: "lines", linePitch },
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
