import { linesOf, type Block } from "../../src/domain/narrative";
import { linesForClipboard } from "../../src/ui/narrative/report-copy";
import { paragraph, report, said } from "../core/copies/short-report";

const heading = (level: 0 | 1 | 2, number: string, text: string, endsLine = true): Block => ({
  type: "heading",
  id: `H${String(level)}`,
  level,
  number,
  text,
  spans: [{ type: "words", text }],
  startsLine: true,
  endsLine,
});

const { plain, html } = linesForClipboard(
  linesOf(
    report(heading(0, "", "工作总结"), heading(1, "一、", "学前教育"), heading(2, "(一)", "普惠发展", false), {
      ...paragraph("P1", said("C1", "<b>在园幼儿,", ["{在园幼儿}", "10000人"])),
      startsLine: false,
    }),
  ),
);
const lines = html.split("</p>").slice(0, -1);

describe("a copied report", () => {
  it("reads line for line alike as plain text and with its looks, but for the width of punctuation", () => {
    expect(plain.split("\n")).toEqual(["工作总结", "一、学前教育", "(一)普惠发展。<b>在园幼儿,10000人。"]);
    expect(lines.map((line) => line.replace(/<[^>]*>/gu, ""))).toEqual([
      "工作总结",
      "一、学前教育",
      "（一）普惠发展。&lt;b&gt;在园幼儿，10000人。",
    ]);
  });

  it.each([
    [0, "方正小标宋简体", "font-size:22pt;text-align:center"],
    [1, "黑体", "text-indent:32pt;mso-char-indent-count:2.0;mso-outline-level:2"],
    [2, "楷体_GB2312", "line-height:28.95pt;mso-line-height-rule:exactly"],
    [2, "仿宋_GB2312", "font-size:16pt;text-align:justify"],
  ])("sets line %i in %s, as Word keeps it", (line, font, style) => {
    expect(lines[line]).toContain(`mso-fareast-font-family:${font}`);
    expect(lines[line]).toContain(style);
  });
});
