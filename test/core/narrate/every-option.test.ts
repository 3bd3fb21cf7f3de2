import { exactFromCell } from "../../../src/domain/exact";
import { narrate } from "../../../src/core/narrate/narrate";
import { blockText } from "../../../src/domain/narrative";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import type { DefinitionParameter } from "../../../src/definitions/definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { optionWords } from "../../../src/definitions/option-words";
import { parametersOf } from "../../../src/definitions/parameters-of";
import { kindergartens } from "../../definitions/kindergartens";
import { figureOf, figuresOf } from "../../support/definition-builders";

const common = { form: "幼儿园", unit: "册", numerator: "SUM([藏书])", groupBy: ["乡镇"], compare: ["上年"] };
const asRate = { kind: "率", unit: "", denominator: "SUM([女])", numerator: "SUM([在园幼儿数])", cap: 1 };
const indicators = [
  { name: "藏书数" },
  { name: "新书数" },
  { name: "经费", unit: "元", numerator: "SUM([金额])", form: "资助发放", groupBy: [] },
  { name: "入园率", ...asRate },
  { name: "公办占比", ...asRate },
  { name: "生师比", ...asRate, format: "0.0", cap: 1e9 },
  { name: "名次数", kind: "名次", unit: "", numerator: "1", groupBy: [] },
  { name: "园名单", kind: "名单", unit: "", cap: 1, numerator: "名单([学校名称])" },
  { name: "校名单", kind: "名单", unit: "", cap: 1, numerator: "名单([学校名称])" },
].map((one) => ({ id: one.name, ...common, ...one }));
const measured = indicators.filter(({ name }) => !name.endsWith("名单")).map(({ name }) => name);

/** What an option needs beside it before it can be seen to act. */
const beside: Readonly<Record<string, string>> = {
  补零: "3位", 多: "0位", 余: "0位", 近: "0位", 可比: "较上年", 或持平: "创历史新高", 等: "前1", 提高到: "由上年",
  带单位: "按乡镇", 量前: "按乡镇 带单位", 只数: "按乡镇", 逗号: "按乡镇", 分号: "按乡镇", 其中: "按乡镇",
  平没变: "较上年",
}; // prettier-ignore

/** Every word that stands for itself, one verb of the pairs, and samples of those that take the writer's own. */
const words = [
  ...optionWords.filter((word) => !/(到|至|为)$/u.test(word) || word === "到" || word === "至" || word === "提高到"),
  "前1", "零没有", "平没变", "按乡镇", "册", "名", "对邻县",
]; // prettier-ignore

const textOf = (names: string, option: string): string => `{${names}:${`${beside[option] ?? ""} ${option}`.trim()}}`;
const plainOf = (names: string, option: string): string => {
  const base = beside[option] ?? "";
  return base === "" || base === "由上年" ? `{${names}}` : `{${names}:${base}}`;
};

function compile(texts: readonly string[], mask: string) {
  const parsed = parseDefinition({
    ...kindergartens,
    profile: { ...kindergartens.profile, mask },
    elements: [...kindergartens.elements, { form: "幼儿园", name: "藏书", type: "整数", unit: "册" }],
    codes: [...kindergartens.codes, { list: "乡镇", code: "02", label: "义桥镇" }],
    indicators: [...kindergartens.indicators, ...indicators],
    parameters: parametersFrom({}),
    narrative: texts.map((text, index) => ({ id: String(index), level: "段", text })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return compileDefinition(parsed.value, { parameters: [], rosterColumns: ["学段", "办别", "乡镇"] });
}

/** Of one indicator: this year's value or list, and what it is set beside. */
interface Value {
  readonly now: number;
  readonly past: number;
  readonly target: number;
  readonly region: number;
  readonly items: readonly string[];
}
type Values = Readonly<Record<string, Value>>;
const plain: Value = { now: 0.8125, past: 0.75, target: 0.7, region: 0.6, items: ["甲园", "乙园"] };

const parametersFrom = (world: Values): readonly DefinitionParameter[] => [
  ...kindergartens.parameters,
  ...measured.flatMap((name): readonly DefinitionParameter[] => {
    const { past, target, region } = world[name] ?? plain;
    return [
      { use: "历史", name, period: "2021年", value: past },
      { use: "目标", name, period: "2022年", value: target },
      { use: "区域", name, key1: "全省", value: region },
      { use: "区域", name, key1: "邻县", value: region },
    ];
  }),
];

/** What the texts that compile print, by themselves; the others are refused. */
type Tell = (world: Values) => ReadonlyMap<string, string>;

function tellerOf(texts: readonly string[], mask = "无"): Tell {
  const tried = compile(texts, mask);
  const refused = new Set(tried.ok ? [] : tried.problem.map(({ where }) => /^narrative\[(\d+)\]/u.exec(where)?.[1]));
  const accepted = texts.filter((_, index) => !refused.has(String(index)));
  const compiled = tried.ok ? tried : compile(accepted, mask);
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  const definition = compiled.value;
  return (world) => {
    const parameters = parametersOf({ ...definition.source, parameters: parametersFrom(world) });
    const { blocks } = narrate(definition, figuresFrom(definition, world), parameters, ({ indicator }) => {
      const { now, past } = world[indicator] ?? plain;
      return { thisYear: exactFromCell(now), lastYear: exactFromCell(past) };
    });
    const texts = new Map(blocks.map((block) => [block.id, blockText(block)]));
    return new Map(accepted.map((text, index) => [text, texts.get(String(index)) ?? ""]));
  };
}

function figuresFrom(definition: CompiledDefinition, world: Values) {
  const figures = indicators.flatMap(({ name }) => {
    const indicator = definition.indicators.get(name)?.indicator;
    if (!indicator) throw new Error(`${name} is no indicator`);
    const { now, items } = world[name] ?? plain;
    if (indicator.kind === "名单") return [figureOf(indicator, { state: "list", items }, [undefined])];
    const whole = indicator.groupBy.map(() => undefined);
    const members = indicator.groupBy.flatMap(() =>
      ["城关镇", "义桥镇"].map((member) => figureOf(indicator, now / 2, [member])),
    );
    return [figureOf(indicator, now, whole), ...members];
  });
  return figuresOf(...figures);
}

const all = (value: Partial<Value>): Values =>
  Object.fromEntries(indicators.map(({ name }) => [name, { ...plain, ...value }]));

const worlds: readonly Values[] = [
  all({}),
  all({ now: 0 }),
  all({ now: 12, past: 12 }),
  all({ now: 0.5, past: 0.5 }),
  all({ now: 0.8123456, past: 0.8123456 }),
  all({ now: 123456.5, past: 3, target: 123456.5 }),
  all({ now: 1, past: 0.5 }),
  all({ now: 200000000 }),
];

describe("every option on every kind", () => {
  const kinds = ["藏书数", "经费", "入园率", "生师比", "名次数", "园名单"];
  it.each(kinds)("acts on %s, or is refused", (name) => {
    const texts = [...new Set(words.flatMap((word) => [textOf(name, word), plainOf(name, word)]))];
    const told = [...worlds.map(tellerOf(texts)), tellerOf(texts, "统一")(all({}))];
    const idle = words.filter((word) => {
      const text = textOf(name, word);
      const accepted = told.filter((one) => one.has(text));
      return accepted.length > 0 && accepted.every((one) => one.get(text) === one.get(plainOf(name, word)));
    });
    expect(idle).toEqual(harmless[name] ?? []);
  });
});

/** What they ask for is what is printed anyway. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  藏书数: ["不缩", "2位", "册"],
  经费: ["自动", "2位"],
  入园率: ["2位"],
  生师比: ["数", "不缩", "1位", "带单位"],
  名次数: ["数", "不缩", "2位"],
};

describe("every option on two names", () => {
  const changed: readonly Partial<Value>[] = [
    { now: 0.6 },
    { now: 2 },
    { past: 0.9 },
    { target: 0.9 },
    { items: ["丙园"] },
    { now: 200000000 },
  ];
  it.each([
    ["藏书数", "新书数"],
    ["入园率", "公办占比"],
    ["园名单", "校名单"],
  ])("tells %s and %s, or is refused", (first, second) => {
    const texts = words.map((word) => textOf(`${first}、${second}`, word));
    const tell = tellerOf(texts);
    const bases = [{}, { now: 1 }, { now: 0.5 }].map((usual) => {
      const told = tell(all(usual));
      const follows = (name: string): ReadonlySet<string> => {
        const others = changed.map((value) => tell({ ...all(usual), [name]: { ...plain, ...usual, ...value } }));
        return new Set([...told.keys()].filter((text) => others.some((other) => other.get(text) !== told.get(text))));
      };
      return { told, first: follows(first), second: follows(second) };
    });
    const accepted = [...(bases[0]?.told.keys() ?? [])].filter((text) => !text.includes("隐"));
    const dropped = accepted.filter(
      (text) => !(bases.some((base) => base.first.has(text)) && bases.some((base) => base.second.has(text))),
    );
    expect(dropped).toEqual([]);
    expect(accepted.length).toBeGreaterThan(2);
  });
});
