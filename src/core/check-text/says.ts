import type { Figure } from "../../domain/figure";
import type { Mention } from "../../domain/prose";

/** `招聘计划数(小学、语文)`. */
export const sliceTitle = ({ indicator, slice }: Figure): string =>
  slice.length === 0 ? indicator : `${indicator}(${slice.map(({ member }) => member).join("、")})`;

const kinds: Readonly<Record<Exclude<Mention["sort"], "figure" | "mask" | "range">, string>> = {
  date: "日期",
  period: "时期",
  time: "钟点",
  "document-number": "文号",
  heading: "标题序号",
  ordinal: "名次、序数",
  name: "名称里的数",
  grade: "年级",
  code: "编号",
  duration: "年限",
};

/** What a number is that is no figure. */
export const asideSays = ({ sort }: Mention): string =>
  sort === "figure" || sort === "mask" || sort === "range" ? "" : kinds[sort];
