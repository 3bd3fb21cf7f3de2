import fc from "fast-check";

const name = fc.stringMatching(/^[在园幼儿班级数_][在园幼儿班级数0-9_]{0,5}$/u);
const words = fc.stringMatching(
  /^[^\s\0-\x1f\ud800-\udfff]([^\0-\x09\x0b-\x1f\ud800-\udfff]{0,8}[^\s\0-\x1f\ud800-\udfff])?$/u,
);
const entry = words.filter((text) => !/[;；]/u.test(text));
const list = fc.array(entry, { maxLength: 3 });
const formula = fc.tuple(fc.constantFrom("", "=", " "), words).map(([head, text]) => head + text);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const positive = fc.double({ min: 0.001, max: 1e9, noNaN: true });
const oneOf = <const T extends string>(...values: readonly T[]) => fc.constantFrom(...values);
const row = <T extends Record<string, fc.Arbitrary<unknown>>>(
  required: T,
  optional: Record<string, fc.Arbitrary<unknown>>,
) => fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
const rows = (one: fc.Arbitrary<unknown>) => fc.array(one, { maxLength: 3 });

const headings = fc.array(
  fc.record({ pattern: oneOf("一、", "(一)", "1.", "一是"), place: oneOf("独行", "接排", "段内") }),
  { minLength: 1, maxLength: 4 },
);

const ownOfRule = { says: words, severity: oneOf("错误", "警告", "提示"), formula, instruction: words };
const restOfRule = {
  when: formula,
  tolerance: oneOf("0.01", "5%", "MAX(5%,5)"),
  ifMissing: oneOf("不判", "按零", "判错"),
  message: formula,
  source: words,
  active: fc.boolean(),
};
const pickedRule = row(
  { id: words, form: name, library: words },
  { binds: fc.dictionary(name, name, { maxKeys: 3 }), ...ownOfRule, ...restOfRule },
);

const restOfIndicator = {
  short: words,
  form: name,
  filter: formula,
  denominator: formula,
  factor: positive,
  kind: oneOf("量", "率", "均值", "指数", "名次", "名单", "文字"),
  unit: fc.oneof(words, oneOf("元", "")),
  format: oneOf("0", "0.0", "0.##%"),
  scale: oneOf("自动", "不缩", "万", "亿"),
  better: oneOf("升好", "降好", "中性"),
  cap: positive,
  ifMissing: oneOf("待补", "跳过"),
  groupBy: list,
  compare: list,
  definition: words,
};

/** JSON forms the schema accepts, with any of their optional keys; what they name need not exist. */
export const arbitraryDefinition: fc.Arbitrary<unknown> = row(
  { format: fc.constant("report-definition/1"), id: words, title: words, period: words },
  {
    profile: row(
      {},
      {
        punctuation: oneOf("半角", "全角"),
        headings,
        delta: oneOf("精确", "按印数"),
        mask: oneOf("无", "按位", "统一"),
        changeWords: fc.oneof(fc.constant({}), fc.constant({ 率: "提高/降低", 量: "增加/减少" })),
        coverageNote: fc.oneof(fc.boolean(), oneOf("句内", "脚注", "不注")),
        due: oneOf("2025-09-19T17:30", "2025-12-31T23:59"),
        names: fc.dictionary(name, fc.oneof(words, number), { maxKeys: 3 }),
      },
    ),
    forms: rows(
      row(
        { name, layout: oneOf("清单", "卡片", "记录"), periodType: oneOf("学年", "学期", "财年", "日历年") },
        {
          scope: formula,
          censusDay: oneOf("09-01", "12-31"),
          keys: fc.array(entry, { minLength: 1, maxLength: 3 }),
          rowUnit: words,
          sheets: words,
          headerRows: fc.integer({ min: 1, max: 10 }),
          nilReport: fc.boolean(),
          title: words,
        },
      ),
    ),
    elements: rows(
      row(
        { form: name, name, type: oneOf("整数", "小数", "金额", "日期", "文本", "是否", "代码") },
        {
          aliases: list,
          at: words,
          unit: words,
          filedIn: words,
          required: fc.boolean(),
          codes: words,
          min: number,
          max: number,
          blankMeans: oneOf("缺报", "0", "不适用"),
          stockFlow: oneOf("时点", "时期"),
          nonAdditive: list,
          stage: words,
          format: oneOf("学校标识码", "信用代码"),
          formula,
        },
      ),
    ),
    codes: rows(row({ list: words, code: words, label: words }, { print: words, parent: words })),
    rules: rows(fc.oneof(row({ id: words, form: name, ...ownOfRule }, restOfRule), pickedRule)),
    indicators: rows(
      fc.oneof(
        row({ id: words, name, numerator: formula }, restOfIndicator),
        row({ id: words, name, library: words }, { numerator: formula, ...restOfIndicator }),
      ),
    ),
    parameters: rows(
      row(
        { use: oneOf("标准", "目标", "历史", "区域", "人口", "局填", "文字"), name },
        {
          key1: words,
          key2: words,
          period: words,
          value: fc.oneof(words, number, oneOf("65%", "12")),
          unit: words,
          kind: words,
          setBy: words,
          owner: words,
          source: words,
        },
      ),
    ),
    narrative: rows(
      row(
        { id: words, level: oneOf("文题", "一级", "二级", "三级", "四级", "段", "分句") },
        {
          join: oneOf(",", ";", "、", "。", "", "，"),
          text: fc.oneof(formula, fc.constant("")),
          when: formula,
          depends: words,
          ifMissing: oneOf("印××", "省略"),
          status: oneOf("草稿", "定稿", "停用"),
          owner: words,
        },
      ),
    ),
  },
);
