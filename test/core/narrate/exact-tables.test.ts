import * as fc from "fast-check";
import { aggregate } from "../../../src/core/aggregate/aggregate";
import { narrate } from "../../../src/core/narrate/narrate";
import { clauseText } from "../../../src/domain/narrative";
import { clauseRow, compiledOf, elementOf, formOf, indicatorOf, pastOf } from "../../support/definition-builders";
import { collectionOf, confrontationOf, schoolOf, tableOf } from "../aggregate/collection-builders";

/** How many random tables are told; all hundred thousand with EXACT_TABLES=100000 npx jest test/core/narrate/exact-tables. */
const tables = Number(process.env["EXACT_TABLES"] ?? 200);

const stages = ["学前", "小学", "初中"] as const;
const columns = ["学生", "公办", "班数", "金额"];
const schools = { form: "学校" };
const texts = {
  scaled: "{学生数:万 2位}",
  parts: "{学生数:按学段 带单位 万 2位}",
  count: "{学生数}",
  floor: "{学生数:取百 多}",
  money: "{金额}",
  rate: "{公办率}",
  mean: "{班额}",
  more: "{学生数:较上年}",
  points: "{公办率:较上年 2位}",
  growth: "{金额:同比增长}",
  fromTo: "{公办率:由上年 提高到}",
} as const;
type Clause = keyof typeof texts;

const definition = compiledOf({
  forms: [formOf("学校")],
  elements: columns.map((name) => elementOf("学校", name)),
  codes: stages.map((label, index) => ({ list: "学段", code: String(index), label })),
  indicators: [
    indicatorOf("学生数", { ...schools, numerator: "SUM([学生])", groupBy: ["学段"] }),
    indicatorOf("金额", { ...schools, numerator: "SUM([金额])", unit: "元" }),
    indicatorOf("公办率", {
      ...schools,
      kind: "率",
      cap: 1,
      numerator: "SUM([公办])",
      denominator: "SUM([学生])",
    }),
    indicatorOf("班额", {
      ...schools,
      kind: "均值",
      unit: "人",
      numerator: "SUM([学生])",
      denominator: "SUM([班数])",
    }),
  ],
  narrative: Object.entries(texts).flatMap(([id, text]) => [
    ...(id === "count" ? [clauseRow("另段", "", { level: "段" })] : []),
    clauseRow(id, text),
  ]),
});

interface Row {
  readonly stage: (typeof stages)[number];
  readonly pupils: number;
  readonly inPublic: number;
  readonly classes: number;
  /** In 分. */
  readonly money: number;
}
interface Past {
  readonly pupils: number;
  /** In hundredths of a per cent. */
  readonly rate: number;
  readonly money: number;
}

const size = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 90_000 }));
const row: fc.Arbitrary<Row> = fc
  .record({
    stage: fc.constantFrom(...stages),
    pupils: size,
    share: fc.oneof(fc.constant(1000), fc.integer({ min: 0, max: 1000 })),
    classes: fc.integer({ min: 1, max: 60 }),
    money: fc.integer({ min: 1, max: 2_000_000_000 }),
  })
  .map(({ share, pupils, ...rest }) => ({ ...rest, pupils, inPublic: Math.floor((pupils * share) / 1000) }));
const past: fc.Arbitrary<Past> = fc.record({
  pupils: size,
  rate: fc.integer({ min: 1, max: 10_000 }),
  money: fc.integer({ min: 1, max: 2_000_000_000 }),
});

function tell(
  rows: readonly Row[],
  then: Past,
): { readonly text: (clause: Clause) => string; readonly hasNote: boolean } {
  const table = tableOf(
    "学校",
    columns,
    rows.map(({ stage, pupils, inPublic, classes, money }, index) => ({
      school: schoolOf(String(index), { 学段: stage }),
      cells: { 学生: pupils, 公办: inPublic, 班数: classes, 金额: money / 100 },
    })),
  );
  const parameters = [
    pastOf("学生数", "2021年", then.pupils),
    pastOf("公办率", "2021年", then.rate / 10_000),
    pastOf("金额", "2021年", then.money / 100),
  ];
  const figures = aggregate(definition, collectionOf(table), confrontationOf(), parameters);
  const paragraphs = narrate(definition, figures, parameters).blocks.filter((block) => block.type === "paragraph");
  const byId = new Map(paragraphs.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clauseText(clause)])));
  return { text: (clause) => byId.get(clause) ?? "", hasNote: paragraphs[0]?.notes !== undefined };
}

/** A fraction, apart from everything the product computes with. */
interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}
interface Rounded {
  readonly digits: bigint;
  readonly places: number;
}
const ratio = (top: number | bigint, bottom: number | bigint = 1n): Ratio => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
});
const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const power = (places: number): bigint => 10n ** BigInt(places);
const minus = (a: Ratio, b: Ratio): Ratio => ratio(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const times = ({ top, bottom }: Ratio, factor: bigint): Ratio => ratio(top * factor, bottom);

/** 四舍五入 of the size. */
const halfUp = ({ top, bottom }: Ratio, places: number): Rounded => ({
  digits: (2n * abs(top) * power(places) + bottom) / (2n * bottom),
  places,
});

/** What is not nothing is told with as many more decimals as it takes. */
function level(value: Ratio, places: number): Rounded {
  const rounded = halfUp(value, places);
  return rounded.digits === 0n && value.top !== 0n ? level(value, places + 1) : rounded;
}

/** What has not reached 1 is not told as 100 %. */
function percent(value: Ratio, isCapped: boolean): string {
  const hundredfold = times(value, 100n);
  const rounded = level(hundredfold, 2);
  const reached = rounded.digits >= 100n * power(rounded.places);
  const below = { digits: (hundredfold.top * 100n) / hundredfold.bottom, places: 2 };
  return `${written(isCapped && reached && value.top < value.bottom ? below : rounded)}%`;
}

function written({ digits, places }: Rounded): string {
  const text = String(digits).padStart(places + 1, "0");
  const decimals = text.slice(text.length - places).replace(/0+$/u, "");
  const whole = text.slice(0, text.length - places);
  return places === 0 || decimals === "" ? whole : `${whole}.${decimals}`;
}

function change(delta: Ratio, places: number, [up, down, unit]: readonly string[], against: string, lead: string) {
  if (delta.top === 0n) return `${against}持平`;
  const rounded = halfUp(delta, places);
  if (rounded.digits === 0n) return `${against}基本持平`;
  return `${lead}${(delta.top > 0n ? up : down) ?? ""}${written(rounded)}${unit ?? ""}`;
}

const sum = (values: readonly number[]): bigint => values.reduce((total, value) => total + BigInt(value), 0n);

/** 亿 with two decimals, 万 with four, else 元 and 分. */
function money(cents: bigint): string {
  if (cents >= 10_000_000_000n) return `${written(halfUp(ratio(cents, 10_000_000_000n), 2))}亿元`;
  if (cents >= 1_000_000n) return `${written(halfUp(ratio(cents, 1_000_000n), 4))}万元`;
  return `${written(halfUp(ratio(cents, 100n), 2))}元`;
}

interface Expected {
  readonly texts: Readonly<Record<Clause, string>>;
  /** Whether the printed parts come to something else than the printed whole. */
  readonly partsMiss: boolean;
}

function expectedOf(rows: readonly Row[], then: Past): Expected {
  const pupils = sum(rows.map((one) => one.pupils));
  const rate = ratio(sum(rows.map(({ inPublic }) => inPublic)), pupils);
  const cents = sum(rows.map((one) => one.money));
  const pastRate = ratio(then.rate, 10_000n);
  const delta = minus(rate, pastRate);
  const members = stages
    .map((stage) => ({ stage, pupils: sum(rows.filter((one) => one.stage === stage).map((one) => one.pupils)) }))
    .filter((one) => one.pupils > 0n)
    .map((one) => ({ ...one, printed: level(ratio(one.pupils, 10_000n), 2) }));
  const whole = level(ratio(pupils, 10_000n), 2);
  const finest = Math.max(whole.places, ...members.map(({ printed }) => printed.places));
  const at = ({ digits, places }: Rounded): bigint => digits * power(finest - places);
  const [now, before] = [percent(rate, true), percent(pastRate, false)];
  const growth = ratio(cents - BigInt(then.money), then.money);
  const hundreds = pupils / 100n;
  return {
    partsMiss: members.reduce((total, { printed }) => total + at(printed), 0n) !== at(whole),
    texts: {
      count: `${String(pupils)}人`,
      scaled: `${written(whole)}万人`,
      parts: members.map(({ stage, printed }) => `${stage}${written(printed)}万人`).join("、"),
      floor: hundreds === 0n || pupils % 100n === 0n ? `${String(pupils)}人` : `${String(hundreds * 100n)}多人`,
      money: money(cents),
      rate: now,
      mean: `${written(level(ratio(pupils, sum(rows.map(({ classes }) => classes))), 2))}人`,
      more: change(ratio(pupils - BigInt(then.pupils)), 0, ["增加", "减少", "人"], "与上年", "较上年"),
      points: change(times(delta, 100n), 2, ["提升", "下降", "个百分点"], "与上年", "较上年"),
      growth: change(times(growth, 100n), 2, ["增长", "下降", "%"], "同比", "同比"),
      fromTo:
        delta.top === 0n
          ? "与上年持平"
          : now === before
            ? "与上年基本持平"
            : `由上年的${before}${delta.top > 0n ? "提高到" : "下降到"}${now}`,
    },
  };
}

describe("every printed number of a random district", () => {
  it("is the exact one, rounded once, and its parts never contradict it without a word", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), past, (rows, then) => {
        const { text, hasNote } = tell(rows, then);
        const expected = expectedOf(rows, then);
        const told = Object.fromEntries(Object.keys(texts).map((clause) => [clause, text(clause as Clause)]));
        expect({ told, hasNote }).toEqual({ told: expected.texts, hasNote: expected.partsMiss });
      }),
      { numRuns: tables },
    );
  });
});
