import { unzipSync } from "fflate";
import { writeReportDocument } from "../../../src/adapters/docx/write-report-document";
import type { DocumentTable } from "../../../src/domain/document-table";
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
  spans: [{ type: "words", text }],
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

async function partXml(part: string, tables: readonly DocumentTable[] = []): Promise<string> {
  return new TextDecoder().decode(unzipSync(await writeReportDocument(narrative, tables))[part]);
}
const documentXml = (tables: readonly DocumentTable[] = []) => partXml("word/document.xml", tables);

const table: DocumentTable = {
  title: "主要指标表",
  columns: [
    { header: "指标", share: 2, align: "left" },
    { header: "本期", share: 1, align: "right" },
  ],
  rows: [["公办率", "64.3%"], ["=1+1"]],
  notes: ["注：部分数据因四舍五入的原因，存在总计与分项合计不等的情况。"],
};

const paragraphTexts = (xml: string): readonly string[] =>
  xml
    .split("</w:p>")
    .map((paragraph) =>
      Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text ?? "").join(""),
    );

describe("the report document", () => {
  it("says line for line what the text file says, in the punctuation of official documents", async () => {
    const lines = linesOf(narrative).map((line) => line.map(blockText).join(""));
    expect(lines).toEqual(["某县2022年教育工作总结", "一、学前教育", "(一)普惠发展。公办率达到64.3%,新增学位××个。"]);
    expect(paragraphTexts(await documentXml()).filter((text) => text !== "")).toEqual([
      "某县2022年教育工作总结",
      "一、学前教育",
      "（一）普惠发展。公办率达到64.3%，新增学位××个。",
    ]);
  });

  it("marks a number that is not printed yet, and no other", async () => {
    const runs = (await documentXml()).split("<w:r>").filter((run) => run.includes("w:highlight"));
    expect(runs.map((run) => /<w:t[^>]*>([^<]*)/u.exec(run)?.[1])).toEqual(["××个"]);
  });

  it.each([
    ["margins of 37, 35, 28 and 26 mm", 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'],
    ["lines of exactly 28.95 pt", 'w:line="579" w:lineRule="exact"'],
    ["a grid of 28 characters on 22 lines", '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>'],
    ["headings that stay with their text and show in the outline", "<w:keepNext/>"],
    ["two characters of indent", 'w:firstLineChars="200"'],
    [
      "a title in its own face",
      'w:eastAsia="方正小标宋简体" w:hAnsi="Times New Roman" w:hint="eastAsia"/><w:sz w:val="44"/>',
    ],
  ])("has %s", async (_what, xml) => {
    expect(await documentXml()).toContain(xml);
  });

  it("numbers pages at the outer edge", async () => {
    const [odd, even] = [await partXml("word/footer1.xml"), await partXml("word/footer2.xml")];
    expect([odd, even].map((xml) => /<w:jc w:val="(\w+)"/u.exec(xml)?.[1])).toEqual(["right", "left"]);
    expect(odd.replace(/<[^>]*>/gu, "")).toMatch(/^— .*PAGE.* —$/u);
    expect(await partXml("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  });

  it("names what may stand in for fonts a machine has not got", async () => {
    expect(await partXml("word/fontTable.xml")).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong',
    );
  });

  it("has tables on pages of their own: header on every page, no row split, numbers at the right, notes below", async () => {
    const xml = await documentXml([table]);
    const [header, ...rows] = xml.split("<w:tr>").slice(1);
    expect(header).toContain("<w:tblHeader/>");
    expect(rows).toHaveLength(2);
    expect([header, ...rows].every((row) => row?.includes("<w:cantSplit/>"))).toBe(true);
    expect(Array.from(rows[0]?.matchAll(/<w:jc w:val="(\w+)"/gu) ?? [], ([, align]) => align)).toEqual([
      "left",
      "right",
    ]);
    expect(paragraphTexts(xml).slice(3, -1)).toEqual([
      "附件",
      "主要指标表",
      ...["指标", "本期", "公办率", "64.3%", "=1+1", ""],
      ...table.notes,
    ]);
    expect(xml).toContain("<w:pageBreakBefore/>");
  });

  it("is the same bytes for the same text", async () => {
    expect(await writeReportDocument(narrative)).toEqual(await writeReportDocument(narrative));
  });
});
