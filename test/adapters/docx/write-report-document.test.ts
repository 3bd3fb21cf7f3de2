import { unzipSync } from "fflate";
import { writeReportDocument } from "../../../src/adapters/docx/write-report-document";
import { blockText, linesOf, type Block, type Clause, type Narrative } from "../../../src/domain/narrative";

const clause = (id: string, join: string, spans: Clause["spans"]): Clause => ({
  id,
  join,
  spans,
  status: "定稿",
  readiness: "ready",
  reasons: [],
  conditionSources: [],
});

const heading = (level: 0 | 1 | 2 | 3, number: string, text: string, endsLine = true): Block => ({
  type: "heading",
  id: `H${String(level)}`,
  level,
  number,
  text,
  startsLine: true,
  endsLine,
});

const narrative: Narrative = {
  blocks: [
    heading(0, "", "某县2022年教育工作总结"),
    heading(1, "一、", "学前教育"),
    heading(2, "(一)", "普惠发展", false),
    {
      type: "paragraph",
      id: "P1",
      startsLine: false,
      clauses: [
        clause("N1", "", [
          { type: "words", text: "公办率达到" },
          { type: "slot", text: "64.3%", template: "{公办率}", figures: ["公办率"], parameters: [] },
        ]),
        clause("N2", ",", [
          { type: "words", text: "新增学位" },
          {
            type: "slot",
            text: "××个",
            template: "{新增学位}",
            figures: ["新增学位"],
            parameters: [],
            withheld: [{ why: "zero-denominator" }],
          },
        ]),
      ],
    },
  ],
};

async function documentXml(): Promise<string> {
  return new TextDecoder().decode(unzipSync(await writeReportDocument(narrative))["word/document.xml"]);
}

const paragraphTexts = (xml: string): readonly string[] =>
  xml
    .split("</w:p>")
    .map((paragraph) =>
      Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text ?? "").join(""),
    );

describe("the report document", () => {
  it("says line for line what the text file says", async () => {
    const lines = linesOf(narrative).map((line) => line.map(blockText).join(""));
    expect(lines).toEqual(["某县2022年教育工作总结", "一、学前教育", "(一)普惠发展。公办率达到64.3%,新增学位××个。"]);
    expect(paragraphTexts(await documentXml()).filter((text) => text !== "")).toEqual(lines);
  });

  it("marks a number that is not printed yet, and no other", async () => {
    const runs = (await documentXml()).split("<w:r>").filter((run) => run.includes("w:highlight"));
    expect(runs.map((run) => /<w:t[^>]*>([^<]*)/u.exec(run)?.[1])).toEqual(["××个"]);
  });

  it.each([
    ["margins of 37, 35, 28 and 26 mm", 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'],
    ["lines of exactly 28.95 pt", 'w:line="579" w:lineRule="exact"'],
    ["two characters of indent", 'w:firstLineChars="200"'],
    [
      "a title in its own face",
      'w:eastAsia="方正小标宋简体" w:hAnsi="Times New Roman" w:hint="eastAsia"/><w:sz w:val="44"/>',
    ],
  ])("has %s", async (_what, xml) => {
    expect(await documentXml()).toContain(xml);
  });

  it("is the same bytes for the same text", async () => {
    expect(await writeReportDocument(narrative)).toEqual(await writeReportDocument(narrative));
  });
});
