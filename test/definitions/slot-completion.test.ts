import { compileDefinition } from "../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../src/definitions/compiled";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { offeredOptions } from "../../src/definitions/slot-completion";
import { kindergartens } from "./kindergartens";

const json = {
  ...kindergartens,
  indicators: [
    ...kindergartens.indicators,
    { id: "A", name: "公办名次", kind: "名次", form: "幼儿园", numerator: "1" },
    { id: "B", name: "园名单", kind: "名单", form: "幼儿园", numerator: "名单([学校名称])" },
    { id: "C", name: "差异", kind: "指数", form: "幼儿园", numerator: "差异系数([园舍面积],[在园幼儿数])" },
    { id: "D", name: "平均面积", kind: "均值", unit: "㎡", form: "幼儿园", numerator: "SUM([园舍面积])", denominator: "SUM([在园幼儿数])" }, // prettier-ignore
  ],
  parameters: [...kindergartens.parameters, { use: "区域", name: "公办率", key1: "全省", value: 0.6 }],
};

function compile(definition: unknown): CompiledDefinition {
  const parsed = parseDefinition(definition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const compiled = compileDefinition(parsed.value, { parameters: [], rosterColumns: ["学段", "办别", "乡镇"] });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return compiled.value;
}

const definition = compile(json);
const offered = (name: string): readonly string[] => offeredOptions(definition, name).map(({ text }) => text);

describe("the options offered for a name", () => {
  it("are all understood, and allowed for what the name stands for", () => {
    const names = [...json.indicators.map(({ name }) => name), "三至五岁人口", "牵头做法", "地区"];
    const clauses = names.flatMap((name) => offered(name).map((option) => `{${name}:${option}}`));
    const narrative = clauses.map((text, index) => ({ id: String(index), level: "分句", text }));
    expect(clauses.length).toBeGreaterThan(80);
    expect(compile({ ...json, narrative }).narrative).toHaveLength(clauses.length);
  });

  it("follow the kind, the groups, the target and the regions", () => {
    expect(offered("公办率")).toEqual(expect.arrayContaining(["较上年", "对目标", "对全省", "名次", "首次"]));
    expect(offered("公办率")).not.toContain("同比增长");
    expect(offered("毛入园率")).not.toEqual(expect.arrayContaining(["对目标"]));
    expect(offered("在园幼儿总数")).toEqual(expect.arrayContaining(["名", "按乡镇 带单位", "同比增长"]));
    expect(offered("园名单")).toEqual(["和", "前2 等", "形xx"]);
    expect(offered("不知道的")).toEqual([]);
  });

  it("each say what they print", () => {
    for (const { says } of offeredOptions(definition, "在园幼儿总数")) expect(says).toMatch(/\S/u);
  });
});
