import { unzipSync } from "fflate";
import { writeProofDocument } from "../../../src/adapters/docx/write-proof-document";
import { integer } from "../../../src/domain/exact";
import type { CalculationProof } from "../../../src/domain/proof";

const at = (row: number) => ({ file: "幼儿园.xlsx", sheet: "幼儿园", row, column: 2 });
const proof: CalculationProof = {
  title: "工作总结核算单",
  stamp: "2022年 · 工作总结 · 第3轮",
  clauses: [{ id: "N2", text: "公办率达到66.67%,", numbers: [{ text: "66.67%", figures: ["公办率"], parameters: [] }] }],
  figures: [
    {
      key: "公办率",
      title: "公办率",
      printed: "66.67%",
      words: "幼儿数合计（办别=公办） ÷ 幼儿数合计",
      written: "公办率 = 幼儿数合计（办别=公办） 300 ÷ 幼儿数合计 450 = 66.6666666667…% ≈ 66.67%",
      rounding: "未修约66.6666666667…%，印作66.67%",
      terms: [
        {
          part: "numerator",
          words: "幼儿数合计（办别=公办）",
          value: integer(300),
          adds: true,
          rows: [180, 120].map((counts, row) => ({
            form: "幼儿园",
            school: String(row),
            schoolName: `=第${String(row + 1)}幼儿园`,
            row,
            counts: integer(counts),
            cells: [
              { column: "幼儿数", role: "value", text: String(counts), at: at(row + 1), remarks: row === 0 ? ["更正：18改为180"] : [] },
              { column: "办别", role: "criterion", text: "公办", remarks: [] },
            ],
          })),
        },
      ],
      comparisons: [{ label: "目标", printed: "65%", says: "高于目标", source: "市局" }],
      coverage: { expected: 4, counted: 4, missing: [] },
      partial: false,
      reasons: [],
    },
  ],
}; // prettier-ignore

it("lays the arithmetic of every number open, from the sentence to the schools' cells", async () => {
  const xml = new TextDecoder().decode(unzipSync(await writeProofDocument(proof))["word/document.xml"]);
  const texts = Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu), ([, text]) => text);
  expect(texts.filter((text) => text !== "")).toEqual([
    "工作总结核算单",
    "2022年 · 工作总结 · 第3轮",
    "一、语句",
    "1. 公办率达到66.67%，",
    "“66.67%”：指标公办率",
    "二、指标",
    "（1）公办率：66.67%",
    "公办率 = 幼儿数合计（办别=公办） 300 ÷ 幼儿数合计 450 = 66.6666666667…% ≈ 66.67%",
    "未修约66.6666666667…%，印作66.67%",
    "目标65%，高于目标，市局",
    "覆盖：4所中4所",
    "分子：幼儿数合计（办别=公办），2行",
    ...["学校", "值", "要素", "文件", "单元格", "备注"],
    ...["=第1幼儿园", "180", "幼儿数", "幼儿园.xlsx", "幼儿园!C2", "更正：18改为180"],
    ...["=第2幼儿园", "120", "幼儿数", "幼儿园.xlsx", "幼儿园!C3"],
    ...["合计", "300"],
  ]);
});
