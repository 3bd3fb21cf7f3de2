import { readFileSync } from "node:fs";
import { join } from "node:path";
import { draftReport } from "../../src/core/build-report";
import { blockText, linesOf } from "../../src/domain/narrative";
import { prepareReport } from "../../src/usecases/prepare-report";
import { fileOf, openWorkbookOf, sheetOf } from "../support/workbook-text";

const guide = readFileSync(join(__dirname, "../../docs/definition-guide.zh.md"), "utf8");
const example: unknown = JSON.parse(/```json\n([\s\S]*?)\n```/u.exec(guide)?.[1] ?? "");
const printed = [...guide.matchAll(/^> (.*)$/gmu)].map(([, line]) => line);

const roster = openWorkbookOf(
  sheetOf(
    "名录",
    "学校代码 | 学校名称 | 学段 | 办别\n01 | 城关幼儿园 | 学前 | 公办\n02 | 柳林幼儿园 | 学前 | 公办\n03 | 东湾幼儿园 | 学前 | 民办",
  ),
);
const card = (name: string, children: number, girls: number) =>
  sheetOf("幼儿园", `学校名称 | ${name}\n在园幼儿数 | ${String(children)}\n女 | ${String(girls)}`);
const aid = (name: string, ...rows: readonly string[]) =>
  sheetOf("资助", [`学校名称 | ${name}`, "学期 | 项目 | 人数 | 金额", ...rows].join("\n"));

describe("the guide to writing definitions", () => {
  it("shows a definition that prints what the guide says it prints", () => {
    const prepared = prepareReport({ json: example }, roster);
    if (!prepared.ok) throw new Error(prepared.problem.lines.join("\n"));
    const { definition, schools, parameters } = prepared.value;
    const readings = [
      fileOf("1.xlsx", card("城关幼儿园", 250, 120), aid("城关幼儿园", "春季 | 学前资助 | 30 | 2.25")),
      fileOf("2.xlsx", card("柳林幼儿园", 160, 80), aid("柳林幼儿园", "春季 | 学前资助 | 15 | 1.125")),
      fileOf("3.xlsx", card("东湾幼儿园", 210, 100), aid("东湾幼儿园")),
    ];
    const { narrative } = draftReport({ definition, schools, parameters, readings });
    expect(linesOf(narrative).map((line) => line.map(blockText).join(""))).toEqual(printed);
  });
});
