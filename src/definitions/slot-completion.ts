import type { CompiledDefinition } from "./compiled";
import type { Indicator } from "./definition";
import { familyOf, measureWords } from "./measure-words";

/** An option, or several that belong together, as it may stand after the colon of a slot. */
export interface OfferedOption {
  readonly text: string;
  /** One line in Chinese: what it prints. */
  readonly says: string;
}

const offer = (text: string, says: string): OfferedOption => ({ text, says });

/** What may stand after the colon of `{名称:…}`, the likeliest first; empty for a name nobody knows. */
export function offeredOptions({ source, indicators }: CompiledDefinition, name: string): readonly OfferedOption[] {
  const rows = source.parameters.filter((row) => row.name === name);
  const indicator = indicators.get(name)?.indicator;
  const regions = rows.flatMap(({ use, key1 }) => (use === "区域" && key1 !== undefined ? [key1] : []));
  const hasTarget = rows.some(({ use }) => use === "目标");
  if (indicator)
    return ofIndicator(indicator, familyOf(measureWords(source.codes), indicator.unit), regions, hasTarget);
  const [row] = rows.filter(({ use }) => use !== "历史");
  if (!row) return name in source.profile.names ? [blank] : [];
  if (row.use === "文字" || row.unit === undefined) return [blank];
  return [...wordsOf(familyOf(measureWords(source.codes), row.unit)), ...hedges, blank];
}

const blank = offer("形xx", "还没有数时，在数的位置印“xx”");

function ofIndicator(
  indicator: Indicator,
  family: readonly string[],
  regions: readonly string[],
  hasTarget: boolean,
): readonly OfferedOption[] {
  const { kind } = indicator;
  switch (kind) {
    case "名单":
      return [offer("和", "末一个用“和”连接"), offer("前2 等", "只列前2个，后面加“等”"), blank];
    case "文字":
      return [blank];
    case "名次":
      return [
        offer("中文", "印作汉字：二"),
        offer("第 中文", "印作“第二”"),
        ...standing(indicator, regions, hasTarget),
        blank,
      ];
    case "指数":
      return [...places, ...standing(indicator, regions, hasTarget), blank];
    case "率":
      return [...places, ...hedges, ...changes(indicator), ...standing(indicator, regions, hasTarget), blank];
    case "均值":
    case "量":
      return [
        ...wordsOf(family),
        ...(kind === "均值" ? places : sizes),
        ...hedges,
        ...changes(indicator),
        ...(kind === "量" ? breakdowns(indicator) : []),
        ...standing(indicator, regions, hasTarget),
        blank,
      ];
  }
}

const wordsOf = (family: readonly string[]): readonly OfferedOption[] => [
  ...family.slice(1).map((word) => offer(word, `单位印作“${word}”`)),
  offer("数", "只印数，不带单位"),
];

const places: readonly OfferedOption[] = [
  offer("0位", "不留小数"),
  offer("1位", "最多1位小数"),
  offer("2位", "最多2位小数"),
];
const sizes: readonly OfferedOption[] = [
  offer("万", "以万为单位"),
  offer("自动", "满1万用万，满1亿用亿"),
  offer("取百 多", "去掉零头：2600多"),
  offer("万 1位 余", "去掉零头：3.2万余"),
  offer("中文", "1到99印作汉字：两、十二"),
  offer("零无", "为0时印“无”"),
];
const hedges: readonly OfferedOption[] = [
  offer("以上", "数后印“以上”"),
  offer("至少", "数前印“至少”"),
  offer("不超过", "数前印“不超过”"),
];

/** Against the past; growth in per cent is not said of rates. */
function changes({ kind }: Indicator): readonly OfferedOption[] {
  const isRate = kind === "率";
  return [
    offer("较上年", isRate ? "较上年提升或下降几个百分点" : "较上年增加或减少多少"),
    ...(isRate ? [] : [offer("同比增长", "同比增长或下降百分之几"), offer("增幅", "只印增长或下降百分之几")]),
    offer("较上年 可比", "只比两年都有的学校"),
    offer("由上年 提高到", "由上年的多少提高到（或下降到）多少"),
    offer("增量", "比上年多的数；减少时不印"),
    offer("创历史新高", "高于历年才印，放在方括号里"),
  ];
}

const breakdowns = ({ groupBy }: Indicator): readonly OfferedOption[] =>
  groupBy.flatMap((group) => [
    offer(`按${group}`, `按${group}分列，只印数`),
    offer(`按${group} 带单位`, `按${group}分列，各带单位`),
    offer(`按${group} 带单位 其中`, `先印合计，再印“其中”和各${group}`),
  ]);

/** Against a target, other regions and its own cap. */
const standing = (
  { kind, cap }: Indicator,
  regions: readonly string[],
  hasTarget: boolean,
): readonly OfferedOption[] => [
  ...(hasTarget ? [offer("对目标", "高于、达到或低于目标要求"), offer("目标", "印目标本身")] : []),
  ...regions.map((region) => offer(`对${region}`, `高于或低于${region}多少`)),
  ...(regions.length > 0 ? [offer("名次", "在各地中的名次：第三")] : []),
  ...(kind === "率" && cap !== undefined ? [offer("首次", "首次达到封顶才印，放在方括号里")] : []),
];
