import { noCasework } from "../../src/domain/casework";
import type { SchoolIntake } from "../../src/domain/intake";
import type { FileLedger } from "../../src/domain/ledger";
import type { Clause, Narrative } from "../../src/domain/narrative";
import type { PastedCheck } from "../../src/usecases/check-pasted-text";
import type { FigureTrace } from "../../src/usecases/figure-trace";
import type { FigureSummary, PaneReport, PlacedFinding } from "../../src/usecases/pane-report";

const schools = new Map([
  ["01", "城关小学"],
  ["02", "柳林小学"],
  ["03", "东湾幼儿园"],
]);

const schoolIntake = (code: string, state: SchoolIntake["state"]): SchoolIntake => ({
  school: { code, name: schools.get(code) ?? code, aliases: [], attributes: {} },
  state,
  forms: [{ form: "基本情况", state: state === "partial" ? "filed" : state }],
  due: 1,
  filed: state === "not-filed" ? 0 : 1,
  files: [],
});

const figure = (more: Partial<FigureSummary> & Pick<FigureSummary, "key" | "printed">): FigureSummary => ({
  title: more.key,
  state: "ready",
  reasons: [],
  coverage: { expected: 3, counted: 3, missing: [] },
  ...more,
});

const file = (more: Partial<FileLedger> & Pick<FileLedger, "file" | "state">): FileLedger => ({
  nonEmpty: 40,
  used: 30,
  ignored: { header: 10 },
  rejected: [],
  ...more,
});

const clause = (id: string, spans: Clause["spans"], more: Partial<Clause> = {}): Clause => ({
  id,
  join: "",
  spans,
  status: "定稿",
  readiness: "ready",
  reasons: [],
  conditionSources: [],
  ...more,
});
const words = (text: string) => ({ type: "words" as const, text });
const slot = (text: string, figures: readonly string[], parameters: readonly string[] = []) => ({
  type: "slot" as const,
  text,
  template: `{${text}}`,
  figures,
  parameters,
});

const told = (text: string) => ({ text, spans: [words(text)] });

const waiting = { why: "missing" as const, form: "幼儿园", column: "在园幼儿数", schools: ["03"] };

const narrative: Narrative = {
  blocks: [
    { type: "heading", id: "T", level: 0, number: "", ...told("2022年工作总结"), startsLine: true, endsLine: true },
    { type: "heading", id: "H1", level: 1, number: "一、", ...told("义务教育"), startsLine: true, endsLine: true },
    {
      type: "paragraph",
      id: "P1",
      startsLine: true,
      clauses: [
        clause("C1", [words("全区在校生"), slot("15432人", ["在校生数"])]),
        clause("C2", [words("比上年增加"), slot("69人", ["在校生数"])], { join: "，" }),
      ],
    },
    { type: "heading", id: "H2", level: 2, number: "(一)", ...told("学前教育"), startsLine: true, endsLine: false },
    {
      type: "paragraph",
      id: "P2",
      startsLine: false,
      clauses: [
        clause(
          "C3",
          [
            words("公办率"),
            { ...slot("××%", ["公办率"]), withheld: [waiting] },
            words("，目标"),
            slot("65%", [], ["目标|公办率||"]),
          ],
          { readiness: "waiting-for-schools", reasons: [waiting] },
        ),
      ],
    },
  ],
};

const findings: readonly PlacedFinding[] = [
  {
    finding: {
      code: "rule-failed",
      severity: "error",
      rule: "D1",
      school: "01",
      form: "基本情况",
      at: { file: "城关小学.xlsx", sheet: "表2", row: 11, column: 3 },
      message: "三年级合计与男女之和不等。",
      instruction: "请学校核对三年级男、女人数。",
      found: "401",
      expected: "410",
      difference: "-9",
    },
    schoolName: "城关小学",
    place: { role: "data:基本情况", row: 4, column: 6 },
    clauses: 2,
    causes: ["像是数字抄反了：401 → 410，改后规则全过"],
    cells: [
      { school: "01", form: "基本情况", element: "三年级男", key: [], was: "212", where: "表2!B12" },
      { school: "01", form: "基本情况", element: "三年级", key: [], was: "401", where: "表2!D12", proposed: "410" },
    ],
  },
  {
    finding: {
      code: "rule-failed",
      severity: "warning",
      rule: "F3",
      school: "02",
      form: "基本情况",
      element: "在校生数",
      message: "在校生比上年少52人。",
      instruction: "请学校核实。",
    },
    schoolName: "柳林小学",
    clauses: 1,
  },
  {
    finding: {
      code: "header-missing",
      severity: "error",
      school: "02",
      form: "基本情况",
      element: "在校生数",
      found: "在校生总数",
      message: "没有找到“在校生数”，有一列“在校生总数”。",
      instruction: "是它就点“就是它”。",
    },
    schoolName: "柳林小学",
    clauses: 1,
  },
  {
    finding: {
      code: "cell-spaces",
      severity: "notice",
      school: "02",
      message: "有3格带空格。",
      instruction: "不用处理。",
    },
    schoolName: "柳林小学",
    clauses: 0,
  },
  {
    finding: {
      code: "not-filed",
      severity: "warning",
      school: "03",
      form: "幼儿园",
      message: "东湾幼儿园没有报幼儿园表。",
      instruction: "请催报。",
    },
    schoolName: "东湾幼儿园",
    clauses: 1,
  },
];

/** A small district: three schools, one of them not in, one finding of each weight, two paragraphs. */
export const paneReport: PaneReport = {
  stamp: {
    run: 5,
    definition: "work-report",
    definitionDigest: "d",
    period: "2022年",
    at: "2023-01-09T15:12:00",
    inputDigest: "i",
  },
  title: "县区教育工作总结",
  facts: { schoolsExpected: 3, schoolsFiled: 2, errors: 2, warnings: 2, clauses: 3, readyClauses: 2 },
  files: [
    file({ file: "城关小学.xlsx", state: "accepted", school: "01" }),
    file({
      file: "柳林小学.xlsx",
      state: "partly-accepted",
      school: "02",
      remark: "看不出是哪张表：备注。",
      used: 28,
      rejected: [
        { at: { sheet: "表2", row: 8, column: 6 }, reason: "写的是“约五百”，不是数字" },
        {
          at: { file: "柳林小学.xlsx", sheet: "表2", row: 9, column: 6 },
          reason: "柳林小学.xlsx › 表2!G10：写的是“无”，不是数字",
        },
      ],
    }),
    file({ file: "柳林小学(改).xlsx", state: "accepted", school: "02" }),
    file({
      file: "东湾幼儿园.xlsx",
      state: "rejected",
      remark: "有打开密码，没有读。请学校去掉密码再发。",
      nonEmpty: 0,
      used: 0,
      ignored: {},
    }),
  ],
  schools,
  intake: {
    schools: [schoolIntake("01", "with-errors"), schoolIntake("02", "to-compare"), schoolIntake("03", "not-filed")],
    forms: [{ label: "基本情况", due: 3, filed: 2 }],
    townships: [{ label: "城关镇", due: 3, filed: 2 }],
    dueBy: "2023-01-10T17:30",
  },
  chaseList: "各位老师好：还有1所未报：东湾幼儿园。",
  slips: [{ school: "01", name: "城关小学", items: 1, chatText: "【退回】城关小学：请改1处后重发。" }],
  casework: {
    ...noCasework,
    spellings: [{ form: "基本情况", element: "班数", heading: "班级总数", by: "王统计", active: true }],
  },
  findings,
  figures: [
    figure({
      key: "在校生数",
      printed: "15432人",
      lastYear: { printed: "15363人", change: "较上年增加69人", growth: "较上年增长0.45%" },
    }),
    figure({
      key: "公办率",
      printed: "××%",
      state: "waiting",
      reasons: [waiting],
      coverage: { expected: 3, counted: 2, missing: ["03"] },
      target: { printed: "65%" },
    }),
    figure({ key: "大班额占比", printed: "6.1%", target: { printed: "5%", met: false } }),
  ],
  parameters: [{ key: "目标|公办率||", name: "公办率", printed: "65%", setBy: "区教育局", source: "十四五规划" }],
  narrative,
};

export const trace: FigureTrace = {
  key: "在校生数",
  title: "在校生数",
  printed: "15432人",
  words: "各校在校生数之和",
  arithmetic: "各校在校生数之和 15432 = 15432人",
  comparisons: [],
  schoolsExpected: 3,
  schoolsCounted: 3,
  missing: [],
  reasons: [],
  schools: [
    {
      code: "01",
      name: "城关小学",
      cells: [
        {
          part: "numerator",
          column: "在校生数",
          text: "12000",
          source: { file: "城关小学.xlsx", sheet: "表2", row: 8, column: 6 },
          place: { role: "data:基本情况", row: 4, column: 6 },
        },
      ],
    },
    {
      code: "02",
      name: "柳林小学",
      cells: [
        { part: "numerator", column: "在校生数", text: "3432", place: { role: "data:基本情况", row: 5, column: 6 } },
      ],
    },
  ],
  uses: [],
  usedIn: [{ id: "C1", text: "全区在校生15432人" }],
};

export const pastedCheck: PastedCheck = {
  counts: { matches: 1, "matches-rounded": 0, contradicts: 1, inconsistent: 0, "no-source": 0, "not-a-figure": 0 },
  doubts: [],
  numbers: [
    {
      verdict: "contradicts",
      fault: "digits-transposed",
      printed: "258人",
      before: "在校生",
      after: "",
      paragraph: 1,
      expected: "285人",
      says: "数字抄反",
      figures: ["在校生数"],
      parameters: [],
      provisional: false,
    },
    {
      verdict: "matches",
      printed: "2所",
      before: "全县",
      after: "小学",
      paragraph: 1,
      says: "",
      figures: ["学校数"],
      parameters: [],
      provisional: false,
    },
  ],
};
