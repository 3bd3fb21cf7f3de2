import type { SlotOptions } from "./template";

/** One option as written, with the character of the template it begins at (from 0). */
export interface OptionToken {
  readonly text: string;
  readonly start: number;
}

/** Options that are one word, with what each asks for. */
export const fixed = new Map<string, SlotOptions>([
  ["数", { measureWord: "none" }],
  ["万", { scale: "万" }],
  ["亿", { scale: "亿" }],
  ["不缩", { scale: "不缩" }],
  ["自动", { scale: "自动" }],
  ["0位", { places: 0 }],
  ["1位", { places: 1 }],
  ["2位", { places: 2 }],
  ["3位", { places: 3 }],
  ["4位", { places: 4 }],
  ["全", { places: 4 }],
  ["补零", { keepZeros: true }],
  ["取十", { roundTo: 1 }],
  ["取百", { roundTo: 2 }],
  ["取千", { roundTo: 3 }],
  ["取万", { roundTo: 4 }],
  ["多", { approximation: "多" }],
  ["余", { approximation: "余" }],
  ["近", { approximation: "近" }],
  ["以上", { approximation: "以上" }],
  ["以下", { approximation: "以下" }],
  ["以内", { approximation: "以内" }],
  ["至少", { approximation: "至少" }],
  ["不少于", { approximation: "不少于" }],
  ["不超过", { approximation: "不超过" }],
  ["中文", { chinese: true }],
  ["第", { ordinal: true }],
  ["到", { range: "到" }],
  ["至", { range: "至" }],
  ["-", { range: "-" }],
  ["增量", { change: "增量" }],
  ["减量", { change: "减量" }],
  ["可比", { comparable: true }],
  ["对目标", { againstTarget: true }],
  ["目标", { target: true }],
  ["名次", { rank: true }],
  ["创历史新高", { record: "创历史新高" }],
  ["均创历史新高", { record: "均创历史新高" }],
  ["创历史新低", { record: "创历史新低" }],
  ["均创历史新低", { record: "均创历史新低" }],
  ["创历史最好水平", { record: "创历史最好水平" }],
  ["均创历史最好水平", { record: "均创历史最好水平" }],
  ["或持平", { orTie: true }],
  ["首次", { firstTime: true }],
  ["和", { and: true }],
  ["末单位", { unitOnce: true }],
  ["等", { etc: true }],
  ["隐", { mask: "隐" }],
  ["明", { mask: "明" }],
]);

const verbPairs = [
  { up: "提高到", down: "下降到" },
  { up: "提高至", down: "降至" },
  { up: "增加到", down: "减少到" },
  { up: "上升到", down: "下降到" },
  { up: "提升到", down: "下降到" },
  { up: "提升至", down: "降至" },
  { up: "上升至", down: "下降至" },
  { up: "增加至", down: "减少至" },
  { up: "增至", down: "减至" },
  { up: "扩大到", down: "缩小到" },
  { up: "扩大至", down: "缩小至" },
  { up: "延长到", down: "缩短到" },
  { up: "延长至", down: "缩短至" },
  { up: "优化为", down: "优化为" },
  { up: "调整为", down: "调整为" },
] as const;

type Breakdown = NonNullable<SlotOptions["breakdown"]>;
/** How the members of 按… are written. */
export const breakdownStyles = new Map<string, Breakdown["style"]>([
  ["带单位", "带单位"],
  ["量前", "量前"],
  ["只数", "只数"],
]);
/** What stands between the members of 按…. */
export const breakdownSeparators = new Map<string, Breakdown["separator"]>([
  ["逗号", ","],
  ["分号", ";"],
]);

/** Every word of the language; one that nobody knows is told with the nearest of them. */
export const optionWords = [
  ...fixed.keys(),
  ...verbPairs.flatMap(({ up, down }) => [up, down]),
  ...breakdownStyles.keys(),
  ...breakdownSeparators.keys(),
  "较上年",
  "比去年",
  "同比",
  "较上年增长",
  "同比增长",
  "增幅",
  "对全省",
  "其中",
];

/** The pair a verb of 由… belongs to, whichever of the two is written. */
export const pairOf = (verb: string): (typeof verbPairs)[number] | undefined =>
  verbPairs.find(({ up, down }) => up === verb || down === verb);

/** Options that only mean something together with another one. */
export type Role = "verb" | "from" | "style" | "separator" | "whole";

/** The part a word plays beside another one; undefined for an option of its own. */
export function roleOf(text: string): Role | undefined {
  if (text.startsWith("由")) return "from";
  if (pairOf(text) !== undefined) return "verb";
  if (breakdownStyles.has(text)) return "style";
  if (text === "其中") return "whole";
  return breakdownSeparators.has(text) ? "separator" : undefined;
}
