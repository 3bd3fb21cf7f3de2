/**
 * A 方案 as people write it: the plain types of the JSON form and of its nine sheets (方案·表样 … 方案·设置).
 * Enumerated values stay in Chinese, as they stand in the sheets; keys are English.
 * definition.schema.ts parses a file into this; nothing else may build one from outside text.
 */
export interface ReportDefinition {
  readonly format: "report-definition/1";
  readonly id: string;
  readonly title: string;
  /** `2022年`. */
  readonly period: string;
  readonly profile: Profile;
  readonly forms: readonly Form[];
  readonly elements: readonly DataElement[];
  readonly codes: readonly Code[];
  readonly rules: readonly RuleRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly parameters: readonly DefinitionParameter[];
  readonly narrative: readonly NarrativeRow[];
}

/** 方案·设置. */
export interface Profile {
  readonly punctuation: "半角" | "全角";
  /** Patterns of heading levels 1–4: `一、`, `(一)`, `1.`, `一是`. */
  readonly headings: readonly HeadingStyle[];
  readonly delta: "精确" | "按印数";
  readonly mask: "无" | "按位" | "统一";
  /** 升降词: `提升/下降`, the word of a rise and of a fall, by what changes. */
  readonly changeWords: Readonly<Record<ChangeKind, string>>;
  /** How a figure told without some schools says so: in the sentence, below its paragraph, or not at all. */
  readonly coverageNote: "句内" | "脚注" | "不注";
  /** When submissions are due, local time: `2025-09-19T17:30`. */
  readonly due?: string;
  /** 小格保护: in 分组表, counts below it of sensitive indicators are not shown. Absent: for use inside the office only. */
  readonly smallCells?: 3 | 5 | 10;
  /** Usable as `{地区}`, `{年}` in templates. */
  readonly names: Readonly<Record<string, string | number>>;
}
/** What a change is told of: a rate, a rate that had better fall, a number, growth in per cent. */
export type ChangeKind = "率" | "降好率" | "量" | "增幅";

export interface HeadingStyle {
  /** 无: no number at all. */
  readonly pattern: "一、" | "(一)" | "1." | "(1)" | "一是" | "——" | "无";
  /** 独行: alone on its line. 接排: followed by 。 and the text. 段内: also begins inside the running paragraph. */
  readonly place: "独行" | "接排" | "段内";
}

/** 方案·表样. */
export interface Form {
  readonly name: string;
  readonly layout: "清单" | "卡片" | "记录";
  /** Yes/no formula over roster columns; absent: all schools. */
  readonly scope?: string;
  readonly periodType: "学年" | "学期" | "财年" | "日历年";
  readonly censusDay?: string;
  /** Columns that tell rows apart; the first is 学校代码. */
  readonly keys: readonly string[];
  /** What one row is: 所, 人次, 项. */
  readonly rowUnit: string;
  /** Sheet name, `*` for any run of characters. Absent: the form's name. */
  readonly sheets?: string;
  /** Rows of the column header (清单, 记录). */
  readonly headerRows: number;
  /** 是: a school without rows must still send the sheet; its empty table is a report of nothing. */
  readonly nilReport: boolean;
  /** Heading printed over the form in templates and recognised on reading. */
  readonly title?: string;
}

/** 方案·字段. */
export interface DataElement {
  readonly form: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** 卡片: `标签`, `行标签/列标签` or `C7`. 清单, 记录: header path `上级/下级`. Absent: the name. */
  readonly at?: string;
  readonly type: "整数" | "小数" | "金额" | "日期" | "文本" | "是否" | "代码";
  /** Unit the value is kept in: 人 人次 元 ㎡ 所 间 … */
  readonly unit?: string;
  /** Unit the school writes, when it differs: 万元 for 元, 亩 for ㎡. */
  readonly filedIn?: string;
  readonly required: boolean;
  /** Code list whose labels are accepted. */
  readonly codes?: string;
  readonly min?: number;
  readonly max?: number;
  readonly blankMeans: "缺报" | "0" | "不适用";
  readonly stockFlow?: "时点" | "时期";
  readonly nonAdditive: readonly string[];
  readonly stage?: string;
  readonly format?: "学校标识码" | "信用代码";
  /** 派生: computed per row, nobody fills it. */
  readonly formula?: string;
}

/** 方案·代码. Row order is print order. */
export interface Code {
  readonly list: string;
  readonly code: string;
  readonly label: string;
  /** Printed instead of the label. */
  readonly print?: string;
  readonly parent?: string;
}

/**
 * 方案·校验, as written. With a library rule every key left out is the library's, in the names `binds` gives; without one
 * only those a ValidationRule may lack are left out.
 */
export interface RuleRow extends Partial<Omit<ValidationRule, "id" | "form" | "active">> {
  readonly id: string;
  readonly form: string;
  /** Names of this definition by the library's: columns and forms. A name that is not bound means itself. */
  readonly binds: Readonly<Record<string, string>>;
  readonly active: boolean;
}

/** One check, with what it picks from the rule library filled in. */
export interface ValidationRule {
  readonly id: string;
  readonly form: string;
  /** Id of the library rule it was picked from: `D7a`. */
  readonly library?: string;
  readonly says: string;
  readonly severity: "错误" | "警告" | "提示";
  readonly when?: string;
  readonly formula: string;
  /** `0.01`, `5%` or `MAX(5%,5)`. */
  readonly tolerance?: string;
  readonly ifMissing: "不判" | "按零" | "判错";
  /** Template with {左} {右} {差} {[列]}. */
  readonly message?: string;
  readonly instruction: string;
  readonly source?: string;
  readonly active: boolean;
}

/**
 * 方案·指标, as written. With a library indicator every key left out is the library's; without one only those an Indicator
 * may lack are left out.
 */
export interface IndicatorRow extends Partial<Omit<Indicator, OwnOfIndicator>>, Pick<Indicator, OwnOfIndicator> {}
type OwnOfIndicator = "id" | "name" | "ifMissing" | "groupBy" | "compare";

/** A definition whose indicators have what they pick from the library filled in. */
export interface SettledDefinition extends Omit<ReportDefinition, "indicators"> {
  readonly indicators: readonly Indicator[];
}

/** One figure of the district, with what it picks from the indicator library filled in. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  /** Code of the library indicator it was picked from: `A05`. */
  readonly library?: string;
  readonly form?: string;
  readonly filter?: string;
  readonly numerator: string;
  readonly denominator?: string;
  readonly factor: number;
  readonly kind: "量" | "率" | "均值" | "指数" | "名次" | "名单" | "文字";
  readonly unit: string;
  /** Excel number format: `0`, `0.0`, `0.##%`; `#` at most, `0` always. */
  readonly format: string;
  readonly scale: "自动" | "不缩" | "万" | "亿";
  readonly better: "升好" | "降好" | "中性";
  readonly cap?: number;
  readonly ifMissing: "待补" | "跳过";
  readonly groupBy: readonly string[];
  /** Labels of past values kept beside it: 上年, 2015年. */
  readonly compare: readonly string[];
  /** It is about people who could be known by a small number: 残疾, 困难, 留守, 辍学. */
  readonly sensitive?: boolean;
  readonly definition?: string;
}

/** 方案·参数, as written; a parameters file has the same columns. */
export interface DefinitionParameter {
  readonly use: "标准" | "目标" | "历史" | "区域" | "人口" | "局填" | "文字";
  readonly name: string;
  readonly key1?: string;
  readonly key2?: string;
  readonly period?: string;
  readonly value?: string | number;
  readonly unit?: string;
  readonly kind?: string;
  readonly setBy?: string;
  readonly owner?: string;
  readonly source?: string;
}

/** 方案·文稿. */
export interface NarrativeRow {
  readonly id: string;
  readonly level: "文题" | "一级" | "二级" | "三级" | "四级" | "段" | "分句";
  readonly join: string;
  readonly text: string;
  readonly when?: string;
  readonly depends?: string;
  readonly ifMissing: "印××" | "省略";
  readonly status: "草稿" | "定稿" | "停用";
  readonly owner?: string;
}
