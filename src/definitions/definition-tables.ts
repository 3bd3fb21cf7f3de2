import type { HeadingStyle, Indicator, IndicatorRow, Profile } from "./definition";

/**
 * How a column's cell reads: `text` also takes numbers (codes typed as numbers), `flag` is 是/否, `list` is joined
 * by `;`, `value` keeps the difference of number and text, `number` also takes `100%`, `day` is `09-01`, `join` writes 无
 * for nothing, `binds` is `男=男生;女=女生`, `moment` is `2025-09-19 17:30`.
 */
export type CellShape = "text" | "number" | "flag" | "list" | "value" | "day" | "join" | "binds" | "moment";

export interface TableColumn {
  /** JSON key. */
  readonly key: string;
  /** Chinese header on the sheet. */
  readonly header: string;
  readonly shape: CellShape;
}

export type TableKey = "forms" | "elements" | "codes" | "rules" | "indicators" | "parameters" | "narrative";

/** One sheet of a definition. The order of the columns is the order of the keys in the canonical form. */
export interface DefinitionTable {
  readonly key: TableKey;
  readonly sheet: string;
  readonly columns: readonly TableColumn[];
}

const column = (key: string, header: string, shape: CellShape = "text"): TableColumn => ({ key, header, shape });

export const parameterColumns: readonly TableColumn[] = [
  column("use", "用途"),
  column("name", "名称"),
  column("key1", "键1"),
  column("key2", "键2"),
  column("period", "期"),
  column("value", "值", "value"),
  column("unit", "单位"),
  column("kind", "类型"),
  column("setBy", "提出方"),
  column("owner", "责任人"),
  column("source", "依据"),
];

export const definitionTables: readonly DefinitionTable[] = [
  {
    key: "forms",
    sheet: "方案·表样",
    columns: [
      column("name", "表名"),
      column("layout", "版式"),
      column("scope", "范围"),
      column("periodType", "期型"),
      column("censusDay", "时点", "day"),
      column("keys", "键", "list"),
      column("rowUnit", "行单位"),
      column("sheets", "工作表"),
      column("headerRows", "表头行", "number"),
      column("nilReport", "零报", "flag"),
      column("title", "表题"),
    ],
  },
  {
    key: "elements",
    sheet: "方案·字段",
    columns: [
      column("form", "表名"),
      column("name", "名称"),
      column("aliases", "别名", "list"),
      column("at", "定位"),
      column("type", "类型"),
      column("unit", "单位"),
      column("filedIn", "填报单位"),
      column("required", "必填", "flag"),
      column("codes", "代码表"),
      column("min", "下限", "number"),
      column("max", "上限", "number"),
      column("blankMeans", "空白表示"),
      column("stockFlow", "时态"),
      column("nonAdditive", "不可加", "list"),
      column("stage", "学段"),
      column("format", "格式"),
      column("formula", "公式"),
    ],
  },
  {
    key: "codes",
    sheet: "方案·代码",
    columns: [
      column("list", "代码表"),
      column("code", "代码"),
      column("label", "名称"),
      column("print", "印刷名"),
      column("parent", "归并"),
    ],
  },
  {
    key: "rules",
    sheet: "方案·校验",
    columns: [
      column("id", "编号"),
      column("form", "表名"),
      column("library", "库规则"),
      column("binds", "对应", "binds"),
      column("says", "名称"),
      column("severity", "级别"),
      column("when", "适用"),
      column("formula", "公式"),
      column("tolerance", "容差"),
      column("ifMissing", "缺报"),
      column("message", "提示"),
      column("instruction", "建议"),
      column("source", "依据"),
      column("active", "启用", "flag"),
    ],
  },
  {
    key: "indicators",
    sheet: "方案·指标",
    columns: [
      column("id", "编号"),
      column("name", "名称"),
      column("short", "简称"),
      column("library", "库指标"),
      column("form", "表名"),
      column("filter", "筛选"),
      column("numerator", "分子"),
      column("denominator", "分母"),
      column("factor", "倍数", "number"),
      column("kind", "类型"),
      column("unit", "单位"),
      column("format", "显示格式"),
      column("scale", "缩放"),
      column("better", "方向"),
      column("cap", "封顶", "number"),
      column("ifMissing", "缺报"),
      column("groupBy", "分组", "list"),
      column("compare", "对比", "list"),
      column("sensitive", "敏感", "flag"),
      column("definition", "口径"),
    ],
  },
  { key: "parameters", sheet: "方案·参数", columns: parameterColumns },
  {
    key: "narrative",
    sheet: "方案·文稿",
    columns: [
      column("id", "编号"),
      column("level", "层级"),
      column("join", "接续", "join"),
      column("text", "模板"),
      column("when", "条件"),
      column("depends", "依附"),
      column("ifMissing", "缺数时"),
      column("status", "状态"),
      column("owner", "责任人"),
    ],
  },
];

/** The sheet of the settings, which is a list of 设置 and 值 and not a table of rows. */
export const profileSheet = "方案·设置";

/** Its rows, in order, by the keys of the JSON form; any further row is a name for templates. */
export const settings = [
  { label: "方案编号", part: "file", key: "id", shape: "text" },
  { label: "方案名称", part: "file", key: "title", shape: "text" },
  { label: "统计期", part: "file", key: "period", shape: "text" },
  { label: "标点", part: "profile", key: "punctuation", shape: "text" },
  { label: "标题式样", part: "profile", key: "headings", shape: "list" },
  { label: "差值口径", part: "profile", key: "delta", shape: "text" },
  { label: "掩码", part: "profile", key: "mask", shape: "text" },
  { label: "升降词", part: "profile", key: "changeWords", shape: "binds" },
  { label: "含缺报注", part: "profile", key: "coverageNote", shape: "flag" },
  { label: "截止", part: "profile", key: "due", shape: "moment" },
  { label: "小格保护", part: "profile", key: "smallCells", shape: "number" },
] as const;

const headings: HeadingStyle[] = [
  { pattern: "一、", place: "独行" },
  { pattern: "(一)", place: "独行" },
  { pattern: "1.", place: "独行" },
  { pattern: "一是", place: "段内" },
];

/** 升降词 as shipped. */
const changeWords: Profile["changeWords"] = {
  率: "提升/下降",
  降好率: "上升/下降",
  量: "增加/减少",
  增幅: "增长/下降",
};

/** Words a change may be told with, those of a rise and those of a fall. */
export const wordsOfRise = ["提升", "提高", "上升", "上涨", "增加", "增长", "扩大"] as const;
export const wordsOfFall = ["下降", "降低", "减少", "回落", "下滑", "缩小"] as const;

/** What a blank cell or an absent key means, by table. */
export const defaults = {
  forms: { keys: ["学校代码"], rowUnit: "所", headerRows: 1, nilReport: false },
  elements: { aliases: [], required: false, blankMeans: "缺报", nonAdditive: [] },
  codes: {},
  rules: { binds: {}, ifMissing: "不判", active: true },
  indicators: { factor: 1, kind: "量", unit: "", better: "中性", ifMissing: "待补", groupBy: [], compare: [] },
  parameters: {},
  narrative: { join: ",", text: "", ifMissing: "印××", status: "草稿" },
  profile: {
    punctuation: "全角",
    headings,
    delta: "精确",
    mask: "无",
    changeWords,
    coverageNote: "不注",
    names: {},
  },
} as const;

/** 缩放: money chooses 万 or 亿 by itself, everything else is printed as it is. */
export const defaultScale = (unit: string): Indicator["scale"] => (unit === "元" ? "自动" : "不缩");

/** 显示格式: rates with at most two decimals of a percent, everything else with at most two decimals. */
export const defaultFormat = (kind: Indicator["kind"]): string => (kind === "率" ? "0.##%" : "0.##");

/** What an indicator row of its own leaves blank; 显示格式 and 缩放 follow 类型 and 单位. */
export function defaultsOfIndicator(row: Pick<IndicatorRow, KeyWithDefault>): Pick<Indicator, KeyWithDefault> {
  const { factor, kind, unit, better } = { ...defaults.indicators, ...row };
  const format = row.format ?? defaultFormat(kind);
  return { factor, kind, unit, better, format, scale: row.scale ?? defaultScale(unit) };
}
type KeyWithDefault = "factor" | "kind" | "unit" | "better" | "format" | "scale";
