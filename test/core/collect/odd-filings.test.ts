import { collect } from "../../../src/core/collect/collect";
import { type Casework, noCasework } from "../../../src/domain/casework";
import { uncalculated } from "../../../src/domain/cell";
import type { Finding, FindingCode } from "../../../src/domain/finding";
import type { FileReading, SheetSnapshot, WorkbookSnapshot } from "../../../src/domain/snapshot";
import { compiledOf, elementOf, formOf } from "../../support/definition-builders";
import { fileOf, openWorkbookOf, sheetOf } from "../../support/workbook-text";
import { beiguan, chengguan, definition, dongguan, drawn, schools, told } from "./county";

const card = (classes: number, more = "") => sheetOf("表2", `填报单位：城关小学\n班数 | ${String(classes)}\n${more}`);
const collected = (readings: readonly FileReading[], casework: Partial<Casework> = {}) =>
  collect(definition, schools, readings, { ...noCasework, ...casework });
const only = ({ findings }: { readonly findings: readonly Finding[] }, code: FindingCode) =>
  findings.filter((finding) => finding.code === code);
const workbookOf = (file: string, sheet: SheetSnapshot, parts: Partial<WorkbookSnapshot> = {}): FileReading => ({
  state: "read",
  workbook: { file, sheets: [sheet], ...parts },
});

describe("several forms on one sheet", () => {
  const both = `填报单位：城关小学
    在校生情况表
    在校生 | > | 经费
    合计 | 女 | ^
    500 | 240 | 2

    资助
    学期 | 项目 | 人数
    春季 | 免学费 | 30
    秋季 | 免学费 | 28
    填表人：王某某 | |`;

  it("are each read, one under the other, for the school named above them", () => {
    const collection = collected([openWorkbookOf(sheetOf("Sheet1", both))]);
    expect(drawn(collection, "在校生", ["在校生数", "女生", "经费"])[0]).toBe("城关小学 ✓ 500 240 20000");
    expect(drawn(collection, "资助", ["学期", "人数"]).slice(0, 2)).toEqual([
      "城关小学 ✓ 春季 30",
      "城关小学 ✓ 秋季 28",
    ]);
    expect(collection.ledger[0]?.rejected).toEqual([]);
  });

  it("are told apart though the sheet bears the name of one of them", () => {
    const collection = collected([openWorkbookOf(sheetOf("表1", both))]);
    expect(drawn(collection, "资助", ["人数"]).slice(0, 2)).toEqual(["城关小学 ✓ 30", "城关小学 ✓ 28"]);
  });

  it("may be one form that goes on under its repeated heading on the next page", () => {
    const page = (rows: string) => `资助情况 | | |
      学期 | 项目 | 人数
      ${rows}
      填表人：王某某 | |`;
    const sheet = sheetOf(
      "资助",
      `${page("春季 | 免学费 | 30")}\n\n\n${page("秋季 | 免学费 | 28\n秋季 | 助学金 | 5")}`,
    );
    const collection = collected([fileOf("城关小学.xlsx", sheet)]);
    expect(drawn(collection, "资助", ["学期", "人数"]).slice(0, 3)).toEqual([
      "城关小学 ✓ 春季 30",
      "城关小学 ✓ 秋季 28",
      "城关小学 ✓ 秋季 5",
    ]);
    expect(only(collection, "cell-below-table")).toEqual([]);
  });

  it("may be one list over two pages, with headings of two rows", () => {
    const page = (row: string) => `在校生情况表 | | | |
      学校名称 | 在校生 | > | 经费
      ^ | 合计 | 女 | ^
      ${row}`;
    const sheet = sheetOf("表1", `${page("城关小学 | 500 | 240 | 2")}\n${page("东关小学 | 300 | 140 | 1")}`);
    expect(drawn(collected([openWorkbookOf(sheet)]), "在校生", ["在校生数", "女生"])).toEqual([
      "城关小学 ✓ 500 240",
      "东关小学 ✓ 300 140",
    ]);
  });

  it("may be the cards of several schools", () => {
    const cards = ["城关小学", "东关小学"].map(
      (name, place) => `学校基本情况表\n填报单位：${name}\n班数 | ${String(place + 7)}`,
    );
    const collection = collected([openWorkbookOf(sheetOf("Sheet1", cards.join("\n\n")))]);
    expect(drawn(collection, "基本情况", ["班数"]).slice(0, 2)).toEqual(["城关小学 ✓ 7", "东关小学 ✓ 8"]);
  });

  it("are one card when it goes on under 续", () => {
    const sheet = sheetOf("表2", "学校基本情况表\n班数 | 12\n学校基本情况表（续）\n校舍面积 | 900");
    const collection = collected([fileOf("城关小学.xlsx", sheet)]);
    expect(drawn(collection, "基本情况", ["班数", "校舍面积"])[0]).toBe("城关小学 ✓ 12 900");
  });
});

describe("what a reader of the sheet would not see", () => {
  it.each<[what: string, parts: Partial<SheetSnapshot>, count: number]>([
    ["a hidden row", { hiddenRows: [1] }, 1],
    ["a hidden column", { hiddenColumns: [1] }, 1],
    ["a hidden row without values", { hiddenRows: [0] }, 0],
  ])("%s is read, and said to be hidden", (_what, parts, count) => {
    const collection = collected([fileOf("城关小学.xlsx", { ...card(12), ...parts })]);
    expect(drawn(collection, "基本情况", ["班数"])[0]).toBe("城关小学 ✓ 12");
    expect(told(collection).filter((line) => line.startsWith("rows-hidden"))).toEqual(
      count === 0 ? [] : ["rows-hidden 城关小学 表2!B2"],
    );
  });

  it("links into other files are said once for the file", () => {
    const collection = collected([workbookOf("城关小学.xlsx", card(12), { hasExternalLinks: true })]);
    expect(only(collection, "external-links")).toMatchObject([{ severity: "warning", school: chengguan.code }]);
  });

  it("a formula that was never worked out has no value", () => {
    const rows = [["填报单位：城关小学"], ["班数", { error: uncalculated }]];
    const collection = collected([fileOf("城关小学.xlsx", { ...card(1), rows })]);
    expect(only(collection, "cell-error-value")).toMatchObject([
      { instruction: "请学校用 Excel 或 WPS 打开，保存后再发", found: uncalculated },
    ]);
  });
});

describe("a form that was changed", () => {
  it.each<[what: string, text: string, findings: readonly string[]]>([
    [
      "a column with numbers was put in",
      "学期 | 项目 | 人数 | 金额\n春季 | 免学费 | 3 | 900",
      ["table-changed  资助!D1"],
    ],
    ["a column was taken out", "学期 | 项目\n春季 | 免学费", ["table-changed 城关小学 资助!A1"]],
    [
      "one went and one came: it may go by another name",
      "学期 | 项目 | 受助者\n春季 | 免学费 | 3",
      ["header-missing 城关小学 资助!A1", "header-unknown  资助!C1"],
    ],
    [
      "a column of words was put in",
      "学期 | 项目 | 人数 | 科室\n春季 | 免学费 | 3 | 财务",
      ["header-unknown  资助!D1"],
    ],
  ])("%s", (_what, text, findings) => {
    const collection = collected([fileOf("城关小学.xlsx", sheetOf("资助", text))]);
    expect(
      told(collection)
        .filter((line) => /^(?:table|header)-/u.test(line))
        .sort(),
    ).toEqual([...findings].sort());
  });
});

describe("a table that is not as it was handed out", () => {
  it("with many columns of its own is one finding", () => {
    const more = Array.from({ length: 30 }, (_, place) => place);
    const text = `学期 | 项目 | 人数 | ${more.map((place) => `列${String(place)}`).join(" | ")}\n春季 | 免学费 | 3 | ${more.join(" | ")}`;
    const collection = collected([fileOf("城关小学.xlsx", sheetOf("资助", text))]);
    expect(only(collection, "table-changed").map(({ message }) => message)).toEqual([
      "城关小学.xlsx › 资助!D1：多出“列0”等30列，里面有数，没有读",
    ]);
    expect(drawn(collection, "资助", ["人数"])[0]).toBe("城关小学 ✓ 3");
  });

  it("written sideways is one finding, and nothing of it is read", () => {
    const text = "学校名称 | 城关小学 | 东关小学\n学期 | 春季 | 春季\n项目 | 免学费 | 免学费\n人数 | 3 | 4";
    const collection = collected([openWorkbookOf(sheetOf("资助", text))]);
    expect(collection.findings.filter(({ code }) => code !== "not-filed")).toMatchObject([
      { code: "header-missing", severity: "error", message: "资助：表头竖着写、数横着填，没有读入" },
    ]);
    expect(collection.ledger[0]).toMatchObject({ used: 0 });
  });
});

describe("headings people have said to mean an element", () => {
  const spelling = { form: "基本情况", element: "班数", heading: "教学班总个数", active: true };
  const file = fileOf("城关小学.xlsx", sheetOf("表2", "教学班总个数 | 12\n校舍面积 | 900"));
  const classes = (casework: Partial<Casework>) => drawn(collected([file], casework), "基本情况", ["班数"])[0];

  it("are taken on cards while they hold", () => {
    expect(classes({ spellings: [spelling] })).toBe("城关小学 ✓ 12");
    expect(classes({ spellings: [{ ...spelling, active: false }] })).toBe("城关小学 ✓ …");
    expect(classes({ spellings: [{ ...spelling, form: "资助" }] })).toBe("城关小学 ✓ …");
  });

  it("are taken in tables, and never before the element's own name", () => {
    const learned = { ...spelling, form: "资助", element: "人数", heading: "受助学生数" };
    const read = (text: string) =>
      drawn(collected([fileOf("城关小学.xlsx", sheetOf("资助", text))], { spellings: [learned] }), "资助", ["人数"])[0];
    expect(read("学期 | 项目 | 受助学生数\n春季 | 免学费 | 3")).toBe("城关小学 ✓ 3");
    expect(read("学期 | 项目 | 受助学生数 | 人数\n春季 | 免学费 | 3 | 4")).toBe("城关小学 ✓ 4");
  });

  it("are proposed as they stand on the sheet", () => {
    const near = fileOf("城关小学.xlsx", sheetOf("表2", "班数 | 12\n校舍面机 | 900"));
    expect(only(collected([near]), "header-missing").map(({ element, found }) => [element, found])).toContainEqual([
      "校舍面积",
      "校舍面机",
    ]);
  });
});

describe("schools that need not report", () => {
  const exemption = { school: chengguan.code, reason: "撤并", by: "李某某" };

  it("have no row and are not missed", () => {
    const collection = collected([], { exemptions: [exemption] });
    expect(drawn(collection, "基本情况", ["班数"])).toHaveLength(2);
    expect(only(collection, "not-filed").map(({ school }) => school)).toEqual([dongguan.code, beiguan.code]);
  });

  it("may be let off one form", () => {
    const collection = collected([fileOf("城关小学.xlsx", card(12))], { exemptions: [{ ...exemption, form: "资助" }] });
    expect(only(collection, "form-missing").map(({ school, form }) => [school, form])).toEqual([
      [chengguan.code, "在校生"],
    ]);
  });

  it("are told when they report all the same, and it is not taken", () => {
    const collection = collected([fileOf("城关小学.xlsx", card(12))], { exemptions: [exemption] });
    expect(only(collection, "school-unknown")).toMatchObject([{ severity: "notice", school: chengguan.code }]);
    expect(collection.ledger[0]?.used).toBe(0);
  });

  it.each<[what: string, more: Readonly<Record<string, string>>, finding: object]>([
    [
      "a campus whose main school reports for it",
      { 主校: chengguan.code, 填报方式: "随主校" },
      {
        code: "campus-counted-twice",
        severity: "warning",
        message: "东关小学.xlsx › 表2：东关小学随城关小学填报，单独报的没有采用",
      },
    ],
    [
      "a school that has gone into another",
      { 停用: "2020-07", 并入: "城关小学" },
      { code: "school-unknown", severity: "warning", message: "东关小学.xlsx › 表2：东关小学已并入城关小学，没有采用" },
    ],
  ])("%s is named with the other school", (_what, more, finding) => {
    const other = { ...dongguan, attributes: { ...dongguan.attributes, ...more } };
    const roster = [chengguan, other, beiguan];
    const collection = collect(definition, roster, [fileOf("东关小学.xlsx", sheetOf("表2", "班数 | 9"))]);
    expect(collection.findings.filter(({ school }) => school === other.code)).toMatchObject([finding]);
    expect(drawn(collection, "基本情况", ["班数"])).toHaveLength(2);
  });
});

describe("empty forms", () => {
  it.each<[what: string, sheet: SheetSnapshot]>([
    ["a blank card", sheetOf("表2", "班数 | \n校舍面积 | \n建校日期 | ")],
    ["a card with nothing but a date", sheetOf("表2", "班数 | \n校舍面积 | \n建校日期 | 1998-09-01")],
  ])("%s is no report", (_what, sheet) => {
    const collection = collected([fileOf("城关小学.xlsx", sheet)]);
    expect(drawn(collection, "基本情况", ["班数"])[0]).toBe("城关小学 未报 …");
    expect(only(collection, "filed-empty")).toMatchObject([
      { severity: "error", school: chengguan.code, form: "基本情况" },
    ]);
    expect(only(collection, "form-missing").map(({ form }) => form)).toEqual(["在校生", "资助"]);
    expect(only(collection, "cell-required")).toEqual([]);
    expect(collection.ledger[0]?.used).toBe(0);
  });

  it("a list without its row is none either", () => {
    const collection = collected([fileOf("城关小学.xlsx", sheetOf("表1", "在校生 | > | 经费\n合计 | 女 | ^"))]);
    expect(only(collection, "filed-empty").map(({ form }) => form)).toEqual(["在校生"]);
  });

  it("a card with its required cell blank and other figures is one with a blank", () => {
    const collection = collected([fileOf("城关小学.xlsx", sheetOf("表2", "班数 | \n校舍面积 | 900"))]);
    expect(only(collection, "filed-empty")).toEqual([]);
    expect(only(collection, "cell-required")).toHaveLength(1);
  });
});

describe("cells that were read though they are not written as they should be", () => {
  const aid = (term: string, count: string) =>
    sheetOf("资助", `学期 | 项目 | 人数\n${term} | 免学费 | ${count}\n秋季 | 助学金 | '28`);

  it("numbers kept as text are one notice for the file", () => {
    const collection = collected([fileOf("城关小学.xlsx", aid("春季", "３０"))]);
    expect(only(collection, "cell-text-number")).toMatchObject([
      {
        severity: "notice",
        at: { row: 1, column: 2 },
        message: "城关小学.xlsx › 资助!C2起有2个数存成了文本，已按数读",
      },
    ]);
    expect(drawn(collection, "资助", ["人数"]).slice(0, 2)).toEqual(["城关小学 ✓ 30", "城关小学 ✓ 28"]);
  });

  it("are nothing to speak of in a text file", () => {
    expect(only(collected([fileOf("城关小学.csv", aid("春季", "30"))]), "cell-text-number")).toEqual([]);
  });

  it("spaces in a word of a code list are one notice", () => {
    const sheet = aid("春季", "30");
    const rows = sheet.rows.map((row) => row.map((cell) => (cell === "春季" ? " 春\u00a0季" : cell)));
    const collection = collected([fileOf("城关小学.xlsx", { ...sheet, rows })]);
    expect(only(collection, "cell-spaces")).toMatchObject([{ severity: "notice", at: { row: 1, column: 0 } }]);
    expect(drawn(collection, "资助", ["学期"])[0]).toBe("城关小学 ✓ 春季");
  });
});

describe("sign-off", () => {
  it.each<[what: string, line: string, missing: string | undefined]>([
    ["signed", "填表人：王某某 | | 审核人： | 李某某", undefined],
    ["no lines to sign", "备注：无", undefined],
    ["one left blank", "填表人：王某某 | | 审核人： |", "审核人"],
    ["a date without a day", "统计人员：王某某　审核人：李某某　填报日期：  年  月  日", "填报日期"],
    ["a date", "填报日期：2022年9月10日", undefined],
    ["nothing but the place to sign", "单位负责人（签字）：____ | 填表人（签章）：", "单位负责人、填表人"],
  ])("%s", (_what, line, missing) => {
    const collection = collected([fileOf("城关小学.xlsx", card(12, line))]);
    const findings = only(collection, "sign-off-missing");
    expect(findings.map(({ message }) => message.replace(/^.*：(?=[^：]*$)/u, ""))).toEqual(
      missing === undefined ? [] : [`${missing}没有填`],
    );
    expect(JSON.stringify(findings)).not.toMatch(/王某某|李某某/u);
  });
});

describe("several versions", () => {
  const versions = (
    one: Partial<WorkbookSnapshot>,
    other: Partial<WorkbookSnapshot>,
    names = ["a城关小学.xlsx", "b城关小学.xlsx"],
  ) => [workbookOf(names[0] ?? "", card(12), one), workbookOf(names[1] ?? "", card(13), other)];

  it.each<[what: string, readings: readonly FileReading[], newer: string | undefined]>([
    ["nothing tells", versions({}, {}), undefined],
    ["the dates tell", versions({ received: "2022-09-02T10:00" }, { received: "2022-09-01T10:00" }), "a城关小学.xlsx"],
    ["the names tell", versions({}, {}, ["城关小学(修改).xlsx", "城关小学.xlsx"]), "城关小学(修改).xlsx"],
    ["they are numbered", versions({}, {}, ["城关小学第2次.xlsx", "城关小学第1次.xlsx"]), "城关小学第2次.xlsx"],
    ["the last is called so", versions({}, {}, ["城关小学最终.xlsx", "城关小学第三次.xlsx"]), "城关小学最终.xlsx"],
    [
      "dates and names disagree",
      versions({ received: "2022-09-02" }, { received: "2022-09-01" }, ["城关小学第1次.xlsx", "城关小学第2次.xlsx"]),
      undefined,
    ],
  ])("block each other, and the newer one is named where %s", (_what, readings, newer) => {
    const [finding] = only(collected(readings), "school-twice");
    expect(finding?.severity).toBe("error");
    expect(/^看来(.*?)较新/u.exec(finding?.instruction ?? "")?.[1]).toBe(newer?.replace(/(?<=^.{13}).{2,}$/u, "…"));
  });

  it("do so no longer once one was chosen; the other is accounted for", () => {
    const accepted = [{ school: chengguan.code, file: "b城关小学.xlsx" }];
    const collection = collected(versions({}, {}), { accepted });
    expect(drawn(collection, "基本情况", ["班数"])[0]).toBe("城关小学 ✓ 13");
    expect(only(collection, "school-twice")).toEqual([]);
    expect(collection.ledger[0]).toMatchObject({ used: 0, remark: "已采用b城关小学.xlsx，这份没有计入" });
    expect(collection.ledger[1]).toMatchObject({ state: "accepted" });
  });

  it("are told when one arrived after the chosen one", () => {
    const readings = versions({ received: "2022-09-02" }, { received: "2022-09-01" });
    const accepted = [{ school: chengguan.code, form: "基本情况", file: "b城关小学.xlsx" }];
    expect(only(collected(readings, { accepted }), "filing-superseded")).toMatchObject([
      { severity: "warning", school: chengguan.code, file: "a城关小学.xlsx" },
    ]);
  });

  it("that are one file, byte for byte, are counted once", () => {
    const readings = ["a城关小学.xlsx", "b城关小学.xlsx"].map((file) =>
      workbookOf(file, card(12), { fingerprint: "f" }),
    );
    const collection = collected(readings);
    expect(only(collection, "file-twice")).toMatchObject([{ severity: "notice", file: "b城关小学.xlsx" }]);
    expect(only(collection, "school-twice")).toEqual([]);
  });
});

describe("codes", () => {
  it("that lost their leading zeros are restored when one school alone can be meant", () => {
    const zero = { ...dongguan, code: "0103" };
    const rows = "学校代码 | 学校名称 | 在校生 | 经费\n103 | | 5 | 1";
    const read = (roster: typeof schools) =>
      drawn(
        collect(definition, roster, [openWorkbookOf(sheetOf("表1", rows.replace("在校生 ", "在校生数 ")))]),
        "在校生",
        ["在校生数"],
      );
    expect(read([chengguan, zero])).toContain("东关小学 ✓ 5");
    expect(read([chengguan, zero, { ...dongguan, code: "00103", name: "西关小学" }])).not.toContain("东关小学 ✓ 5");
  });

  const codeForm = compiledOf({
    forms: [formOf("证照", { sheets: "证照" })],
    elements: [
      elementOf("证照", "标识码", { type: "文本", format: "学校标识码" }),
      elementOf("证照", "信用代码", { type: "文本", format: "信用代码" }),
      elementOf("证照", "人数"),
    ],
  });
  const coded = (rows: string) =>
    collect(codeForm, schools, [openWorkbookOf(sheetOf("证照", `学校名称 | 标识码 | 信用代码 | 人数\n${rows}`))]);

  it.each<[what: string, rows: string, findings: readonly string[]]>([
    ["right ones are nothing to say", "城关小学 | 1137000101 | '91350100M000100Y43 | 1", []],
    ["the roster knows another", "城关小学 | 1137000109 | '91350100M000100Y43 | 1", ["school-code-wrong error"]],
    ["no such kind of school", "城关小学 | 9937000101 | '91350100M000100Y43 | 1", ["cell-not-in-code-list error"]],
    ["no such province", "城关小学 | 1199000101 | '91350100M000100Y43 | 1", ["cell-not-in-code-list error"]],
    ["a number of 18 digits is damaged", "城关小学 | 1137000101 | 122101154000001650 | 1", ["code-damaged error"]],
    [
      "two schools with one credit code",
      "城关小学 | 1137000101 | '91350100M000100Y43 | 1\n东关小学 | 1137000102 | '91350100M000100Y43 | 2",
      ["school-code-wrong error"],
    ],
  ])("%s", (_what, rows, findings) => {
    const said = coded(rows).findings.filter(({ code }) => code !== "not-filed");
    expect(said.map(({ code, severity }) => `${code} ${severity}`)).toEqual(findings);
  });
});

describe("two schools with the same figures", () => {
  const elements = Array.from({ length: 9 }, (_, place) => elementOf("表", `数${String(place)}`, { required: false }));
  const wide = compiledOf({ forms: [formOf("表")], elements });
  const heading = ["学校名称", ...elements.map(({ name }) => name)].join(" | ");
  const findings = (...rows: readonly (readonly (string | number)[])[]) =>
    only(collect(wide, schools, [openWorkbookOf(sheetOf("表", [heading, ...rows.map((row) => row.join(" | "))].join("\n")))]), "schools-alike"); // prettier-ignore
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it("are named, and their cells are not counted", () => {
    expect(findings(["城关小学", ...figures], ["东关小学", ...figures])).toMatchObject([
      { severity: "error", school: dongguan.code, at: { row: 2, column: 1 } },
    ]);
    expect(findings(["城关小学", ...figures], ["东关小学", ...figures])[0]?.alsoAt).toHaveLength(17);
  });

  it.each<[what: string, one: readonly number[], other: readonly number[]]>([
    ["one figure differs", figures, [...figures.slice(1), 9]],
    ["all are zero", figures.map(() => 0), figures.map(() => 0)],
    ["they are few", figures.slice(0, 7), figures.slice(0, 7)],
  ])("are no sign of anything when %s", (_what, one, other) => {
    expect(findings(["城关小学", ...one], ["东关小学", ...other])).toEqual([]);
  });
});
