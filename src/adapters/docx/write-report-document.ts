import { Paragraph, TextRun, type ISectionOptions } from "docx";
import type { DocumentTable } from "../../domain/document-table";
import { blockText, linesOf, type Block, type Narrative } from "../../domain/narrative";
import { officialText } from "../../domain/official-text";
import { packDocument } from "./pack-document";
import {
  bodyParagraph,
  flushParagraph,
  headingParagraph,
  runStyles,
  titleParagraph,
  type TextStyle,
} from "./page-setting";
import { writtenTable } from "./write-table";

const headingStyles: readonly TextStyle[] = ["title", "heading-1", "heading-2", "heading-3", "body"];

/**
 * The report as a document in the setting and the punctuation of official papers, with tables (附件) behind it.
 * Numbers that are not printed yet (××) are marked yellow.
 */
export const writeReportDocument = (narrative: Narrative, annex: readonly DocumentTable[] = []): Promise<Uint8Array> =>
  packDocument([...linesOf(narrative).map(lineParagraph), ...writtenAnnex(annex)]);

function writtenAnnex(tables: readonly DocumentTable[]): ISectionOptions["children"] {
  return tables.flatMap((table, index) => [
    new Paragraph({
      ...flushParagraph,
      pageBreakBefore: true,
      children: [new TextRun({ ...runStyles["heading-1"], text: `附件${tables.length > 1 ? String(index + 1) : ""}` })],
    }),
    new Paragraph({ ...titleParagraph, children: [new TextRun({ ...runStyles.title, text: table.title })] }),
    ...writtenTable(table),
  ]);
}

function lineParagraph(line: readonly Block[]): Paragraph {
  const [first] = line;
  return new Paragraph({ ...paragraphStyle(line, first), children: line.flatMap(blockRuns) });
}

function paragraphStyle(line: readonly Block[], first: Block | undefined) {
  if (first?.type !== "heading") return bodyParagraph;
  if (first.level === 0) return titleParagraph;
  return line.length === 1 ? headingParagraph(first.level) : bodyParagraph;
}

function blockRuns(block: Block): readonly TextRun[] {
  if (block.type === "heading")
    return [new TextRun({ ...runStyles[headingStyles[block.level] ?? "body"], text: officialText(blockText(block)) })];
  return marked(block).map(
    ({ text, isOpen }) => new TextRun({ ...runStyles.body, text, ...(isOpen && { highlight: "yellow" }) }),
  );
}

interface Piece {
  readonly text: string;
  readonly isOpen: boolean;
}

/** A paragraph in pieces; what they join to is exactly its printed text in official punctuation. */
function marked(block: Extract<Block, { type: "paragraph" }>): readonly Piece[] {
  const pieces = block.clauses.flatMap((clause): Piece[] => [
    { text: clause.join, isOpen: false },
    ...clause.spans.map((span) => ({
      text: span.text,
      isOpen: span.type === "slot" && span.withheld !== undefined && span.withheld.length > 0,
    })),
  ]);
  const printed = officialText(blockText(block));
  const official: Piece[] = [];
  let told = 0;
  for (const { text, isOpen } of [...pieces, { text: printed, isOpen: false }]) {
    const said = printed.slice(told, told + text.length);
    if (said !== "") official.push({ text: said, isOpen });
    told += text.length;
  }
  return official;
}
