import { Paragraph, TextRun, type ISectionOptions } from "docx";
import { a1 } from "../../domain/cell";
import type { DocumentTable } from "../../domain/document-table";
import { exactText } from "../../domain/exact";
import { officialText } from "../../domain/official-text";
import type { CalculationProof, ClauseProof, FigureProof, ProofCell, ProofRow, ProofTerm } from "../../domain/proof";
import { packDocument } from "./pack-document";
import {
  bodyParagraph,
  headingParagraph,
  noteParagraph,
  runStyles,
  titleParagraph,
  type TextStyle,
} from "./page-setting";
import { writtenNote, writtenTable } from "./write-table";

/** 核算单 to be printed and signed: sentence by sentence the formulas with their values, then the schools behind each figure. */
export const writeProofDocument = ({ title, stamp, clauses, figures }: CalculationProof): Promise<Uint8Array> =>
  packDocument([
    new Paragraph({ ...titleParagraph, children: [run("title", title)] }),
    new Paragraph({ ...noteParagraph, children: [run("note", stamp)] }),
    heading("一、语句"),
    ...clauses.flatMap((clause, index) => writtenClause(clause, index + 1)),
    heading("二、指标"),
    ...figures.flatMap((figure, index) => writtenFigure(figure, index + 1)),
  ]);

const run = (style: TextStyle, text: string): TextRun => new TextRun({ ...runStyles[style], text });

const heading = (text: string): Paragraph =>
  new Paragraph({ ...headingParagraph(1), children: [run("heading-1", text)] });

function writtenClause({ text, numbers }: ClauseProof, place: number): ISectionOptions["children"] {
  const sources = numbers.map(({ text: printed, figures, parameters }) =>
    [
      `“${printed}”：`,
      [
        ...figures.map((key) => `指标${key}`),
        ...parameters.map(({ key, value, source }) =>
          [`参数${key}`, value, source].filter((part) => part !== undefined && part !== "").join("，"),
        ),
      ].join("；"),
    ].join(""),
  );
  return [
    new Paragraph({
      ...bodyParagraph,
      keepNext: true,
      children: [run("body", `${String(place)}. ${officialText(text)}`)],
    }),
    ...sources.map(writtenNote),
  ];
}

function writtenFigure(figure: FigureProof, place: number): ISectionOptions["children"] {
  const { title, printed, written, rounding, definition, comparisons, coverage, terms } = figure;
  const facts = [
    written,
    rounding,
    definition === undefined ? undefined : `口径：${definition}`,
    ...comparisons.map((one) =>
      [`${one.label}${one.printed}`, one.says, one.source].filter((part) => part !== undefined).join("，"),
    ),
    coverage.expected > 0
      ? `覆盖：${String(coverage.expected)}所中${String(coverage.counted)}所${figure.partial ? "，含缺报" : ""}`
      : undefined,
  ].filter((fact) => fact !== undefined);
  return [
    new Paragraph({
      ...headingParagraph(2),
      children: [run("heading-2", `（${String(place)}）${title}：${printed}`)],
    }),
    ...facts.map(writtenNote),
    ...terms.filter(({ rows }) => rows.length > 0).flatMap(writtenTerm),
  ];
}

const partNames = { numerator: "分子", denominator: "分母" } as const;

function writtenTerm({ part, words, text, value, adds, rows }: ProofTerm): ISectionOptions["children"] {
  const total = value ? exactText(value) : (text ?? "");
  const table: DocumentTable = {
    title: words,
    columns: [
      { header: "学校", share: 24, align: "left" },
      { header: "值", share: 12, align: "right" },
      { header: "要素", share: 14, align: "left" },
      { header: "文件", share: 22, align: "left" },
      { header: "单元格", share: 18, align: "left" },
      { header: "备注", share: 10, align: "left" },
    ],
    rows: [...rows.flatMap((row) => schoolRows(row, adds)), [adds ? "合计" : "结果", total]],
    notes: [],
  };
  return [writtenNote(`${partNames[part]}：${words}，${String(rows.length)}行`), ...writtenTable(table)];
}

/** What a school brings beside its first cell, its other cells below. What the roster says is in the words already. */
function schoolRows({ schoolName, counts, cells }: ProofRow, adds: boolean): readonly (readonly string[])[] {
  const own = cells.filter(({ at }) => at !== undefined);
  const [first, ...others] = own.length > 0 ? own : cells.slice(0, 1);
  const brings = adds && counts ? exactText(counts) : (first?.text ?? "");
  return [
    [schoolName, brings, ...(first ? cellTexts(first) : [])],
    ...others.map((cell) => ["", cell.text ?? "", ...cellTexts(cell)]),
  ];
}

const cellTexts = ({ column, at, remarks }: ProofCell): readonly string[] => [
  column,
  at ? (at.file ?? "本工作簿") : "名录",
  at ? `${at.sheet}!${a1(at.row, at.column)}` : "",
  remarks.join("；"),
];
