import { buildReport, type DistrictReport } from "../../../src/core/build-report";
import type { SheetEdit } from "../../../src/domain/edit";
import type { Parameter } from "../../../src/domain/parameter";
import type { FileReading } from "../../../src/domain/snapshot";
import { prepareReport, type PreparedReport } from "../../../src/usecases/prepare-report";
import { fileOf, sheetOf } from "../../support/workbook-text";

const indicator = (id: string, name: string, parts: object): object => ({
  id,
  name,
  form: "幼儿园",
  unit: "人",
  ...parts,
});

/** One of every kind of total, over one form, with a slice, a filter and a derived field. */
export const definition = {
  format: "report-definition/1",
  id: "small",
  title: "学前教育简报",
  period: "2022年",
  profile: { punctuation: "半角", headings: [{ pattern: "一、", place: "独行" }], names: { 地区: "某县" } },
  forms: [{ name: "幼儿园", layout: "清单", periodType: "学年", censusDay: "09-01", title: "幼儿园情况表" }],
  elements: [
    { form: "幼儿园", name: "幼儿数", type: "整数", unit: "人", required: true },
    { form: "幼儿园", name: "女童", type: "整数", unit: "人" },
    { form: "幼儿园", name: "面积", type: "小数", unit: "㎡" },
    { form: "幼儿园", name: "经费", type: "金额", unit: "元", filedIn: "万元" },
    { form: "幼儿园", name: "课程", type: "文本" },
    { form: "幼儿园", name: "生均面积", type: "小数", formula: "[面积]/[幼儿数]" },
  ],
  codes: [],
  rules: [
    {
      id: "R1",
      form: "幼儿园",
      says: "女童不超过幼儿数",
      severity: "错误",
      formula: "[女童]<=[幼儿数]",
      instruction: "核对女童或幼儿数",
    },
    {
      id: "R2",
      form: "幼儿园",
      says: "生均面积可信",
      severity: "警告",
      formula: "[生均面积]>=2",
      instruction: "是否把平方米填成了亩",
    },
  ],
  indicators: [
    indicator("A1", "幼儿总数", { numerator: "SUM([幼儿数])", groupBy: ["乡镇"], compare: ["上年"] }),
    indicator("A2", "公办率", {
      numerator: 'SUMIFS([幼儿数],[办别],"公办")',
      denominator: "SUM([幼儿数])",
      kind: "率",
      unit: "",
      better: "升好",
    }),
    indicator("A3", "城乡幼儿数", { numerator: "SUM([幼儿数])", filter: 'OR([乡镇]="城关",[办别]="民办")' }),
    indicator("A4", "超员", { numerator: "SUM(IF([幼儿数]>100,[幼儿数]-100,0))" }),
    indicator("A5", "宽敞园名单", { numerator: "名单([学校名称])", filter: "[生均面积]>=5", kind: "名单", unit: "" }),
    indicator("A6", "课程门数", { numerator: "去重计数([课程])", unit: "门" }),
    indicator("A7", "面积差异", { numerator: "差异系数([面积],[幼儿数])", kind: "指数", unit: "" }),
    indicator("A8", "万名适龄幼儿在园数", {
      numerator: "SUM([幼儿数])",
      denominator: "适龄人口",
      factor: 10000,
      kind: "率",
      unit: "",
    }),
    indicator("A9", "民办幼儿数", { numerator: "幼儿总数*(1-公办率)" }),
    indicator("A10", "经费总额", { numerator: "SUM([经费])", unit: "元" }),
    indicator("A11", "增加幼儿数", { numerator: "SUM([幼儿数]-上年([幼儿数]))" }),
  ],
  parameters: [
    { use: "目标", name: "公办率", period: "2022年", value: 0.65, setBy: "市局", source: "〔2022〕8号" },
    { use: "历史", name: "幼儿总数", period: "2021年", value: 400 },
    { use: "人口", name: "适龄人口", period: "2022年", value: 1000, unit: "人", owner: "统计股" },
  ],
  narrative: [
    { id: "T", level: "文题", text: "{地区}学前教育简报", status: "定稿" },
    { id: "H1", level: "一级", text: "总体情况", status: "定稿" },
    { id: "P1", level: "段" },
    { id: "N1", level: "分句", text: "全县在园幼儿{幼儿总数}", status: "定稿" },
    { id: "N2", level: "分句", text: "公办率达到{公办率}", status: "定稿" },
  ],
};

const roster = fileOf(
  "名录.xlsx",
  sheetOf(
    "名录",
    `'学校代码|学校名称|乡镇|办别
     '0001|城关幼儿园|城关|公办
     '0002|柳林幼儿园|柳林|公办
     '0003|星星幼儿园|柳林|民办
     '0004|=HYPERLINK("x")园|城关|民办`.replace("'学校代码", "学校代码"),
  ),
);

const header = "学校代码|学校名称|幼儿数|女童|面积|经费|课程";

/** Four kindergartens on one list; `rows` replaces single rows by code. */
export const filed = (rows: Readonly<Record<string, string>> = {}): FileReading =>
  fileOf(
    "幼儿园.xlsx",
    sheetOf(
      "幼儿园",
      [
        header,
        ...Object.values({
          "0001": "'0001|城关幼儿园|180|90|900.5|12.5|美术",
          "0002": "'0002|柳林幼儿园|120|50|360|3.3333|音乐",
          "0003": "'0003|星星幼儿园|60|30|0.3|—|美术",
          "0004": '\'0004|=HYPERLINK("x")园|90|45|720|1|体育',
          ...rows,
        }),
      ].join("\n"),
    ),
  );

export function prepared(parts: object = {}): PreparedReport {
  const result = prepareReport({ json: { ...definition, ...parts } }, roster);
  if (!result.ok) throw new Error(result.problem.lines.join("\n"));
  return result.value;
}

export const reportOf = (
  readings: readonly FileReading[] = [filed()],
  parameters?: readonly Parameter[],
): DistrictReport => {
  const sources = prepared();
  return buildReport({
    ...sources,
    parameters: parameters ?? sources.parameters,
    readings,
    run: 1,
    at: "2023-01-05T09:00:00",
  });
};

export function sheetOfRole({ edits }: DistrictReport, role: string): SheetEdit {
  for (const edit of edits) if (edit.edit === "put-sheet" && edit.role === role) return edit;
  throw new Error(`the report has no sheet ${role}`);
}

/** A sheet's rows below its headers, by header: texts, numbers, and formulas with their `=`. */
export function rowsOf({ rows }: SheetEdit): readonly ReadonlyMap<string, string | number | boolean | null>[] {
  const headers = (rows[3] ?? []).map((cell) => (cell !== null && "text" in cell ? cell.text : ""));
  return rows.slice(4).map((row) => new Map(headers.map((name, column) => [name, plain(row[column] ?? null)])));
}

function plain(cell: SheetEdit["rows"][number][number]): string | number | boolean | null {
  if (cell === null) return null;
  if ("text" in cell) return cell.text;
  if ("number" in cell) return cell.number;
  return "boolean" in cell ? cell.boolean : cell.formula;
}
