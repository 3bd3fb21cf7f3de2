import { Document, Packer, Paragraph, TextRun } from "docx";
import { unzipSync, zipSync, strToU8 } from "fflate";
import { blockText, linesOf, type Block, type Narrative } from "../../domain/narrative";
import { bodyParagraph, runStyles, sectionSetting, titleParagraph, type TextStyle } from "./page-setting";

const headingStyles: readonly TextStyle[] = ["title", "heading-1", "heading-2", "heading-3", "heading-3"];
const propertiesPart = "docProps/core.xml";
/** A file says when it was made; ours always say the same, so that equal text gives equal bytes. */
const fixedDate = new Date(2000, 0, 1);

/** The report as a document in the setting of official papers. Numbers that are not printed yet (××) are marked yellow. */
export async function writeReportDocument(narrative: Narrative): Promise<Uint8Array> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...sectionSetting, children: linesOf(narrative).map(lineParagraph) }],
  });
  return withFixedDates(await Packer.pack(document, "uint8array"));
}

function lineParagraph(line: readonly Block[]): Paragraph {
  const isTitle = line.some((block) => block.type === "heading" && block.level === 0);
  return new Paragraph({ ...(isTitle ? titleParagraph : bodyParagraph), children: line.flatMap(blockRuns) });
}

function blockRuns(block: Block): readonly TextRun[] {
  if (block.type === "heading")
    return [new TextRun({ ...runStyles[headingStyles[block.level] ?? "body"], text: blockText(block) })];
  return marked(block).map(
    ({ text, isOpen }) => new TextRun({ ...runStyles.body, text, ...(isOpen && { highlight: "yellow" }) }),
  );
}

interface Piece {
  readonly text: string;
  readonly isOpen: boolean;
}

/** A paragraph in pieces; what they join to is exactly its printed text. */
function marked(block: Extract<Block, { type: "paragraph" }>): readonly Piece[] {
  const pieces = block.clauses.flatMap((clause): Piece[] => [
    { text: clause.join, isOpen: false },
    ...clause.spans.map((span) => ({
      text: span.text,
      isOpen: span.type === "slot" && span.withheld !== undefined && span.withheld.length > 0,
    })),
  ]);
  const told = pieces.reduce((length, { text }) => length + text.length, 0);
  return [...pieces, { text: blockText(block).slice(told), isOpen: false }].filter(({ text }) => text !== "");
}

function withFixedDates(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = new TextDecoder()
    .decode(parts[propertiesPart])
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, "$12000-01-01T00:00:00Z");
  return zipSync({ ...parts, [propertiesPart]: strToU8(xml) }, { mtime: fixedDate });
}
