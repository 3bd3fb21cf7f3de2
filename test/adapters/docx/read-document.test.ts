import { strToU8, zipSync } from "fflate";
import { readDocument } from "../../../src/adapters/docx/read-document";
import { writeReportDocument } from "../../../src/adapters/docx/write-report-document";

const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const body = (xml: string): string => `<w:document xmlns:w="w"><w:body>${xml}</w:body></w:document>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const document = (xml: string, further: Record<string, string> = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(body(xml)),
    ...Object.fromEntries(Object.entries(further).map(([path, text]) => [path, strToU8(text)])),
  });
const textOf = (bytes: Uint8Array): string => {
  const reading = readDocument(bytes);
  return reading.state === "read" ? reading.text : reading.why;
};

describe("reading a finished document", () => {
  it.each([
    [
      "paragraphs, one number in several runs",
      `<w:p>${run("在校生154")}${run("32人")}</w:p><w:p>${run("二")}</w:p>`,
      "在校生15432人\n二",
    ],
    [
      "table cells",
      `<w:tbl><w:tr><w:tc><w:p>${run("小学")}</w:p></w:tc><w:tc><w:p>${run("299")}</w:p></w:tc></w:tr></w:tbl>`,
      "小学\n299",
    ],
    [
      "no tracked deletions, but insertions",
      `<w:p>${run("共")}<w:del><w:r><w:delText>41</w:delText></w:r></w:del><w:ins>${run("42")}</w:ins>${run("所")}</w:p>`,
      "共42所",
    ],
    [
      "nothing of what was moved away",
      `<w:p><w:moveFrom>${run("甲")}</w:moveFrom><w:moveTo>${run("乙")}</w:moveTo></w:p>`,
      "乙",
    ],
    [
      "a text box once",
      `<w:p>${run("正文")}<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run("框")}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run("框")}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`,
      "框\n正文",
    ],
    [
      "line breaks, and characters written as references",
      `<w:p>${run("甲&amp;乙")}<w:br/>${run("&#x4E19;")}</w:p>`,
      "甲&乙\n丙",
    ],
    ["no field codes", `<w:p><w:r><w:instrText>PAGE 7</w:instrText></w:r>${run("第")}</w:p>`, "第"],
  ])("reads %s", (_, xml, text) => {
    expect(textOf(document(xml))).toBe(text);
  });

  it("reads footnotes after the text", () => {
    const footnotes = `<w:footnotes xmlns:w="w"><w:footnote><w:p>${run("含民办12所")}</w:p></w:footnote></w:footnotes>`;
    expect(textOf(document(`<w:p>${run("共42所")}</w:p>`, { "word/footnotes.xml": footnotes }))).toBe(
      "共42所\n含民办12所",
    );
  });

  it("reads the documents we write", async () => {
    const heading = {
      type: "heading",
      id: "T",
      level: 0,
      number: "",
      text: "2022年工作总结",
      spans: [],
      startsLine: true,
      endsLine: true,
    } as const;
    expect(textOf(await writeReportDocument({ blocks: [heading] }))).toContain("2022年工作总结");
  });

  it.each([
    ["UTF-8", new TextEncoder().encode("在校生15432人。")],
    ["UTF-8 with its mark", new TextEncoder().encode("\uFEFF在校生15432人。")],
    [
      "UTF-16",
      Uint8Array.from([
        0xff,
        0xfe,
        ...[..."在校生15432人。"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
      ]),
    ],
    [
      "GB18030",
      Uint8Array.from([0xd4, 0xda, 0xd0, 0xa3, 0xc9, 0xfa, 0x31, 0x35, 0x34, 0x33, 0x32, 0xc8, 0xcb, 0xa1, 0xa3]),
    ],
  ])("reads plain text in %s", (_, bytes) => {
    expect(textOf(bytes)).toBe("在校生15432人。");
  });

  it.each([
    [
      "a workbook",
      zipSync({
        "_rels/.rels": strToU8(relations.replace("word/document.xml", "xl/workbook.xml")),
        "xl/workbook.xml": strToU8("<a/>"),
      }),
      "not-a-workbook",
    ],
    ["an archive", zipSync({ "a.txt": strToU8("甲") }), "not-a-workbook"],
    ["an old .doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "not-a-workbook"],
    ["a pdf", strToU8("%PDF-1.7 text"), "not-a-workbook"],
    ["a document cut off in the middle", document("<w:p>").slice(0, 120), "truncated"],
    ["a document whose part is cut off", document("<w:p><w:r>"), "truncated"],
    ["a bomb", document(`<w:p>${" ".repeat(30e6)}</w:p>`), "too-large"],
  ])("refuses %s", (_, bytes, why) => {
    expect(readDocument(bytes)).toEqual({ state: "unreadable", why });
  });
});
