import * as fc from "fast-check";
import { compare, divide, fraction, integer, magnitude, subtract, type Exact } from "../../../src/domain/exact";
import type { WithheldReason } from "../../../src/domain/figure";
import { numberText, type Quantity } from "../../../src/core/narrate/number-text";
import { chineseNumeral } from "../../../src/core/narrate/chinese-numerals";
import { clauseRow, figureOf, indicatorOf, pastOf } from "../../support/definition-builders";
import { narrativeOf, told, type World } from "./tell";

const rational = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([top, bottom]) => fraction(top, bottom));
const places = fc.integer({ min: 0, max: 4 });
const quantity = (value: Exact, parts: Partial<Quantity> = {}): Quantity => ({
  value,
  kind: "量",
  unit: "人",
  unitWord: "人",
  format: "0",
  scale: "不缩",
  lines: [],
  ...parts,
});
const half = fraction(1n, 2n);

describe("printing a number", () => {
  it("is off by half a unit of the last place at most", () => {
    fc.assert(
      fc.property(rational, places, fc.constantFrom("不缩", "万", "亿"), (value, decimals, scale) => {
        const { printed } = numberText(quantity(value), { places: decimals, scale });
        const power = { 不缩: 0, 万: 4, 亿: 8 }[scale];
        const unit = fraction(10n ** BigInt(power), 10n ** BigInt(decimals));
        const error = divide(magnitude(subtract(printed, value)), unit);
        return error !== undefined && compare(error, half) <= 0;
      }),
    );
  });

  it("rounds 多, 余, 以上, 至少 and 不少于 down, 近, 以下, 以内 and 不超过 up, by less than a unit", () => {
    fc.assert(
      fc.property(
        rational,
        fc.constantFrom(1, 2, 3, 4),
        fc.constantFrom("多", "余", "以上", "至少", "不少于", "近", "以下", "以内", "不超过"),
        (value, roundTo, approximation) => {
          const unit = integer(10n ** BigInt(roundTo));
          fc.pre(compare(value, unit) >= 0);
          const { printed } = numberText(quantity(value), { roundTo, approximation });
          const sign = Math.sign(compare(printed, value));
          const near = compare(magnitude(subtract(printed, value)), unit) < 0;
          return near && (["近", "以下", "以内", "不超过"].includes(approximation) ? sign >= 0 : sign <= 0);
        },
      ),
    );
  });

  it("never crosses a cap or a target", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 7n }),
        fc.bigInt({ min: 1n, max: 10n ** 7n }),
        places,
        (top, line, decimals) => {
          const [value, target] = [fraction(top, 10n ** 7n), fraction(line, 10n ** 7n)];
          const { printed } = numberText(quantity(value, { kind: "率", unit: "", unitWord: "", lines: [target] }), {
            places: decimals,
          });
          return Math.sign(compare(printed, target)) === Math.sign(compare(value, target));
        },
      ),
    );
  });

  it("a rounded number is printed digit for digit", () => {
    fc.assert(
      fc.property(rational, places, (value, decimals) => {
        const { number, printed } = numberText(quantity(value), { places: decimals });
        const [whole = "", rest = ""] = number.split(".");
        return (
          compare(fraction(BigInt(whole + rest), 10n ** BigInt(rest.length)), printed) === 0 &&
          !/\.$|\.\d*0$/.test(number)
        );
      }),
    );
  });

  it("Chinese numerals from 1 to 99 are all different", () => {
    const numerals = Array.from({ length: 99 }, (_, index) => chineseNumeral(index + 1));
    expect(new Set(numerals).size).toBe(99);
    expect(numerals.every((numeral) => numeral !== undefined && /^[一二三四五六七八九十]+$/u.test(numeral))).toBe(true);
  });
});

describe("telling a change", () => {
  const world = (now: number, last: number, kind: "量" | "率"): World => {
    const indicator = indicatorOf("数", { kind });
    const scaled = (value: number): string => (kind === "率" ? `${value}/100000` : String(value));
    return {
      indicators: [indicator],
      figures: [figureOf(indicator, scaled(now))],
      parameters: [pastOf("数", "2021年", scaled(last))],
    };
  };
  const level = fc.integer({ min: 1, max: 99_999 });

  it("words of direction agree with the sign of the difference, and no sign is printed", () => {
    fc.assert(
      fc.property(
        level,
        level,
        fc.constantFrom("量", "率"),
        fc.constantFrom("较上年", "较上年增长", "由上年 提高到"),
        (now, last, kind, option) => {
          if (kind === "率" && option === "较上年增长") return;
          const text = told(`{数:${option}}`, world(now, last, kind));
          const expected =
            now > last ? /提升|增加|增长|提高到|基本持平/ : now < last ? /下降|减少|下降到|基本持平/ : /^与上年持平$/;
          expect(text).toMatch(expected);
          expect(text).not.toMatch(/-/);
          expect(/提升|增加|增长|提高/.test(text) && /下降|减少/.test(text)).toBe(false);
        },
      ),
    );
  });
});

describe("a figure that is withheld", () => {
  const reasons: readonly WithheldReason[] = [
    { why: "missing", form: "表", column: "列", schools: ["A"] },
    { why: "blocked", form: "表", column: "列", schools: ["A"] },
    { why: "zero-denominator" },
    { why: "undecided" },
    { why: "above-cap", cap: integer(1) },
  ];
  const options = ["", "较上年", "同比增长", "由上年 提高到", "增量", "减量", "对目标", "创历史新高", "按组", "按组 带单位", "万", "取百 多", "近", "以上", "中文", "数", "和", "末单位", "隐"]; // prettier-ignore

  it("never prints a digit, whatever is asked of it, and says why", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reasons),
        fc.constantFrom(...options),
        fc.constantFrom("量", "率", "均值", "名次", "名单"),
        fc.boolean(),
        (reason, option, kind, hasPast) => {
          const indicator = indicatorOf("数", { kind, groupBy: ["组"] });
          const figures = [
            figureOf(indicator, { state: "withheld", reasons: [reason] }, [undefined]),
            figureOf(indicator, 7, ["甲"]),
          ];
          const parameters = hasPast ? [pastOf("数", "2021年", 5)] : [];
          const { blocks } = narrativeOf([clauseRow("1", `共{数${option === "" ? "" : `:${option}`}}`)], {
            indicators: [indicator],
            figures,
            parameters,
          });
          const [paragraph] = blocks;
          const clause = paragraph?.type === "paragraph" ? paragraph.clauses[0] : undefined;
          expect(clause?.spans.map(({ text }) => text).join("")).toMatch(/^共[^0-9]*××[^0-9]*$/u);
          expect(clause?.reasons).toContainEqual(reason);
          expect(clause?.readiness).not.toBe("ready");
        },
      ),
    );
  });
});

describe("the same input", () => {
  it("tells the same report, and is not changed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 }), (values) => {
        const indicators = values.map((_, index) => indicatorOf(`数${"甲乙丙丁".charAt(index)}`));
        const figures = indicators.map((indicator, index) => figureOf(indicator, values[index] ?? 0));
        const rows = indicators.map(({ name }) => clauseRow(name, `[,{${name}}][?${name}>100:多|少]`));
        const world = Object.freeze({ indicators: Object.freeze(indicators), figures: Object.freeze(figures) });
        expect(narrativeOf(rows, world)).toEqual(narrativeOf(rows, world));
      }),
    );
  });
});
