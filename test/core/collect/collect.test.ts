import { collect } from "../../../src/core/collect/collect";
import { cellKey } from "../../../src/domain/cell";
import type { FileReading, UnreadableFile } from "../../../src/domain/snapshot";
import { fileOf, openWorkbookOf, sheetOf } from "../../support/workbook-text";
import { beiguan, chengguan, definition, dongguan, drawn, schools, told } from "./county";

const cardOf = (classes: string | number, more = "") =>
  sheetOf(
    "表2 基本情况",
    `学校基本情况表 | > | > | >
     班数 | ${String(classes)} | 校舍面积(㎡) | 1200.5
     建校日期 | 1998年9月1日 | |
     寄宿生 | 男 | 女 |
     | 10 | 12 |
     ${more}`,
    { merges: [] },
  );

const enrolmentOf = (rows: string) =>
  sheetOf(
    "表1 在校生",
    `2022年在校生情况表 | > | > | > | > | >
     单位：人、万元 | | | | |
     序号 | 学校代码 | 学校名称 | 在校生 | > | 教师 | 经费
     ^ | ^ | ^ | 合计 | 其中：女 | 女 | ^
     ${rows}`,
  );

const aidOf = (rows: string, name = "资助") => sheetOf(name, `学期 | 项目 | 受助人数 | 人数(人)\n${rows}`);

const collected = (...readings: readonly FileReading[]) => collect(definition, schools, readings);

describe("two schools, one workbook of shared sheets", () => {
  const collection = collected(
    openWorkbookOf(
      sheetOf(
        "表1 在校生",
        `2022年在校生情况表 | > | > | > | > | > | >
         单位：人、万元 | | | | | |
         序号 | 学校代码 | 学校名称 | 在校生 | > | 教师 | 经费
         ^ | ^ | ^ | 合计 | 女 | 女 | ^
         甲 | 乙 | 丙 | 1 | 2 | 3 | 4
         1 | 1137000101 | 城关小学 | 1,204 | 580 | 61 | 8.04
         2 | | 东关小学 | ６１０ | — | | 0.5
         合计 | > | > | 1814 | 580 | 61 | 8.54
         注：按9月1日时点填 | | | | | |
         2.女生不得大于合计 | | | | | |`,
      ),
    ),
  );

  it("reads each row under its merged headings, in roster order", () => {
    expect(drawn(collection, "在校生", ["在校生数", "女生", "教师女", "经费", "学段"])).toEqual([
      "城关小学 ✓ 1204 580 61 80400 小学",
      "东关小学 ✓ 610 — … 5000 小学",
    ]);
  });

  it("keeps where each value was read", () => {
    expect(collection.tables.get("在校生")?.columns.get("女生")?.[0]).toMatchObject({
      at: { sheet: "表1 在校生", row: 5, column: 4 },
    });
  });

  it("accounts for every cell", () => {
    expect(collection.ledger).toEqual([
      {
        file: "本工作簿",
        state: "accepted",
        nonEmpty: 37,
        used: 7,
        ignored: { title: 1, "unit-line": 1, header: 16, "row-number": 2, "roster-echo": 3, "total-row": 5, note: 2 },
        rejected: [],
      },
    ]);
  });

  it("asks for the forms the two did not send, and for the school that sent nothing", () => {
    expect(told(collection)).toEqual([
      "cell-text-number  表1 在校生!D6",
      "form-missing 城关小学",
      "form-missing 城关小学",
      "form-missing 东关小学",
      "form-missing 东关小学",
      "not-filed 北关中学(西校区)",
    ]);
  });

  it("gives a school that has not filed a blank row, never a zero", () => {
    expect(drawn(collection, "基本情况", ["班数"])).toEqual([
      "城关小学 未报 …",
      "东关小学 未报 …",
      "北关中学(西校区) 未报 …",
    ]);
    expect(drawn(collection, "资助", ["人数"])).toHaveLength(3);
  });
});

describe("a file of one school", () => {
  it("knows its school by its file name and reads card, list and records", () => {
    const collection = collected(
      fileOf(
        "城关小学-年报-最终版2.xlsx",
        sheetOf("填表说明", "1.请如实填写"),
        sheetOf("表1 在校生", "在校生 | > | 经费（元）\n合计 | 女 | ^\n500 | 240 | 3000"),
        cardOf(12),
        aidOf("春季 | 免学费 | | 30\n秋季 | 免学费 | | 28"),
      ),
    );
    expect(drawn(collection, "在校生", ["在校生数", "女生", "经费"])[0]).toBe("城关小学 ✓ 500 240 3000");
    expect(drawn(collection, "基本情况", ["班数", "校舍面积", "建校日期", "寄宿男", "寄宿女"])[0]).toBe(
      "城关小学 ✓ 12 1200.5 1998-09-01 10 12",
    );
    expect(drawn(collection, "资助", ["学期", "项目", "人数"]).slice(0, 2)).toEqual([
      "城关小学 ✓ 春季 免学费 30",
      "城关小学 ✓ 秋季 免学费 28",
    ]);
    expect(collection.ledger[0]).toMatchObject({
      school: chengguan.code,
      state: "accepted",
      ignored: { "instruction-sheet": 1 },
      rejected: [],
    });
  });

  it.each<[what: string, file: string, cell: string]>([
    ["a code beside its label", "表1.xlsx", "学校代码 | 1137000102"],
    ["a code in one cell with its label", "表1.xlsx", "学校代码：1137000102"],
    ["a name beside its label", "表1.xlsx", "填报单位： | 东关小学（盖章）"],
    ["a name in full width, with spaces", "表1.xlsx", "学校名称 | 东 关 小 学"],
    ["two labels on one line", "表1.xlsx", "填报单位：东关小学    填表日期：2022-9-30"],
    ["its folder", "汇总/东关小学/表2.xlsx", "说明"],
    ["its file name among other words", "2022年东关小学年报表(1).xlsx", "说明"],
  ])("is known by %s", (_what, file, cell) => {
    const card = cardOf(9);
    const collection = collected(
      fileOf(file, { ...card, rows: [...card.rows.slice(0, 1), ...sheetOf("", cell).rows, ...card.rows.slice(1)] }),
    );
    expect(drawn(collection, "基本情况", ["班数"])).toContain("东关小学 ✓ 9");
  });

  it("is known by a cover sheet that is no form", () => {
    const collection = collected(fileOf("1.xlsx", sheetOf("封面", "学校代码 | 1137000103"), cardOf(24)));
    expect(drawn(collection, "基本情况", ["班数"])[2]).toBe("北关中学(西校区) ✓ 24");
  });

  it.each<[what: string, file: string, cell: string]>([
    ["a school that is not on the roster", "表1.xlsx", "学校名称 | 西关小学"],
    ["a code that is not on the roster", "表1.xlsx", "学校代码 | 1137000199"],
    ["a code and a name of two schools", "表1.xlsx", "学校代码 | 1137000101 | 学校名称 | 东关小学"],
    ["a branch of a school it knows", "城关小学分校.xlsx", "年度 | 2022"],
    ["a file named after two schools", "城关小学、东关小学.xlsx", "年度 | 2022"],
  ])("is refused for %s", (_what, file, cell) => {
    const card = cardOf(9);
    const collection = collected(fileOf(file, { ...card, rows: [...sheetOf("", cell).rows, ...card.rows] }));
    expect(collection.findings.map(({ code }) => code)).toEqual([
      "school-unknown",
      "not-filed",
      "not-filed",
      "not-filed",
    ]);
    expect(collection.ledger[0]).toMatchObject({ state: "rejected", used: 0 });
    expect(collection.ledger[0]?.rejected.length).toBe(collection.ledger[0]?.nonEmpty);
    expect(drawn(collection, "基本情况", ["班数"]).every((row) => row.includes("未报"))).toBe(true);
  });

  it("proposes the school a name is like, and does not take it", () => {
    const collection = collected(fileOf("表1.xlsx", cardOf(9, "填报单位 | 城关镇小学")));
    expect(collection.findings.find(({ code }) => code === "school-unknown")?.message).toContain("像“城关小学”");
  });

  it("says when the file is named after another school than the one inside", () => {
    const collection = collected(fileOf("东关小学.xlsx", cardOf(9, "学校代码 | 1137000101")));
    expect(drawn(collection, "基本情况", ["班数"])[0]).toBe("城关小学 ✓ 9");
    expect(collection.findings).toContainEqual(
      expect.objectContaining({ code: "school-unknown", severity: "warning", school: chengguan.code }),
    );
  });
});

describe("the same school twice", () => {
  const first = fileOf("a城关小学.xlsx", cardOf(12, "学校代码 | 1137000101"));

  it("sets a second file that says the same aside", () => {
    const collection = collected(first, fileOf("b城关小学.xlsx", cardOf(12, "学校代码 | 1137000101")));
    expect(told(collection)).not.toContain(expect.stringContaining("school-twice"));
    expect(collection.ledger[1]).toMatchObject({
      file: "b城关小学.xlsx",
      state: "rejected",
      used: 0,
      rejected: [],
      ignored: { superseded: 5 },
    });
    expect(drawn(collection, "基本情况", ["班数"])[0]).toBe("城关小学 ✓ 12");
  });

  it("blocks the first when the second says something else, in whatever order they come", () => {
    const second = fileOf("b城关小学.xlsx", cardOf(13, "学校代码 | 1137000101"));
    const collection = collected(second, first);
    expect(collection).toEqual(collected(first, second));
    const finding = collection.findings.find(({ code }) => code === "school-twice");
    expect(finding).toMatchObject({ severity: "error", school: chengguan.code, file: "b城关小学.xlsx" });
    const read = collection.tables.get("基本情况")?.columns.get("班数")?.[0];
    expect(read).toMatchObject({ state: "reported", at: { file: "a城关小学.xlsx" } });
    expect(finding?.alsoAt?.map(cellKey)).toContain(read?.at && cellKey(read.at));
  });

  it("finds a school that stands on two rows of a shared sheet", () => {
    const collection = collected(
      openWorkbookOf(
        enrolmentOf("1 | 1137000101 | 城关小学 | 500 | 1 | 1 | 1\n2 | 1137000101 | 城关小学 | 501 | 1 | 1 | 1"),
      ),
    );
    expect(told(collection)).toContain("school-twice 城关小学 表1 在校生!D6");
  });
});

describe("what was sent that cannot be taken as it is", () => {
  it.each<[what: string, row: string, finding: string]>([
    [
      "a word where a number belongs",
      "1 | 1137000101 | 城关小学 | 无 | 1 | 1 | 1",
      "cell-not-number 城关小学 表1 在校生!D5",
    ],
    [
      "a number with its unit",
      "1 | 1137000101 | 城关小学 | 12人 | 1 | 1 | 1",
      "cell-not-number 城关小学 表1 在校生!D5",
    ],
    ["half a pupil", "1 | 1137000101 | 城关小学 | 12.5 | 1 | 1 | 1", "cell-not-whole 城关小学 表1 在校生!D5"],
    ["a broken formula", "1 | 1137000101 | 城关小学 | #REF! | 1 | 1 | 1", "cell-error-value 城关小学 表1 在校生!D5"],
    ["less than nothing", "1 | 1137000101 | 城关小学 | -3 | 1 | 1 | 1", "cell-out-of-range 城关小学 表1 在校生!D5"],
    ["a required cell left blank", "1 | 1137000101 | 城关小学 | | 1 | 1 | 1", "cell-required 城关小学 表1 在校生!D5"],
    ["a row of no school", "1 | | | 500 | 1 | 1 | 1", "school-missing  表1 在校生!C5"],
    ["a row of an unknown school", "1 | | 西关小学 | 500 | 1 | 1 | 1", "school-unknown  表1 在校生!C5"],
    [
      "a row of a school that is not asked",
      "1 | | 北关中学（西校区） | 500 | 1 | 1 | 1",
      "school-unknown 北关中学(西校区) 表1 在校生!C5",
    ],
  ])("%s is a finding with its cell", (_what, row, finding) => {
    const collection = collected(openWorkbookOf(enrolmentOf(row)));
    expect(told(collection)).toContain(finding);
    for (const { message, instruction } of collection.findings) {
      expect([...message].length).toBeLessThanOrEqual(60);
      expect(instruction).not.toBe("");
    }
  });

  it("rejects the cell and keeps its text", () => {
    const collection = collected(openWorkbookOf(enrolmentOf("1 | 1137000101 | 城关小学 | 12人 | 1 | 1 | 1")));
    expect(drawn(collection, "在校生", ["在校生数", "女生"])[0]).toBe("城关小学 ✓ ?12人 …");
    expect(collection.ledger[0]?.rejected).toMatchObject([{ at: { row: 4, column: 3 } }]);
    expect(collection.findings.find(({ code }) => code === "cell-not-number")?.message).toBe(
      "表1 在校生!D5：在校生数“12人”不是数字，没有当作0",
    );
  });

  it("does not count a row with a school's name and nothing else as filed", () => {
    const collection = collected(
      openWorkbookOf(enrolmentOf("1 | 1137000101 | 城关小学 | | | |\n2 | 1137000102 | 东关小学 | 5 | | |")),
    );
    expect(drawn(collection, "在校生", ["在校生数"])).toEqual(["城关小学 未报 …", "东关小学 ✓ 5"]);
    expect(told(collection)).toContain("not-filed 城关小学");
  });

  it.each<[what: string, rows: string, rejected: number]>([
    ["after two blank rows", "1 | 1137000101 | 城关小学 | 5 | | |\n\n\n| | | 99 | | |", 1],
    ["below a note", "1 | 1137000101 | 城关小学 | 5 | | |\n注：如实填写\n| | | 99 | 98 | |", 2],
  ])("cells %s are told, not read", (_what, rows, rejected) => {
    const collection = collected(openWorkbookOf(enrolmentOf(rows)));
    expect(collection.findings.filter(({ code }) => code === "cell-below-table")).toMatchObject([
      { severity: "warning" },
    ]);
    expect(collection.ledger[0]?.rejected).toHaveLength(rejected);
  });

  it("leaves rows of numbers alone that wait for schools, and goes on below one blank row", () => {
    const rows =
      "1 | 1137000101 | 城关小学 | 5 | | |\n\n2 | 1137000102 | 东关小学 | 6 | | |\n3 | | | | | |\n4 | | | | | |\n填表人：王某某 | | 审核人： | | 日期 | |";
    const collection = collected(openWorkbookOf(enrolmentOf(rows)));
    expect(drawn(collection, "在校生", ["在校生数"])).toEqual(["城关小学 ✓ 5", "东关小学 ✓ 6"]);
    expect(collection.ledger[0]).toMatchObject({ rejected: [], ignored: { "row-number": 4, note: 3 } });
  });

  it("finds records the keys do not tell apart", () => {
    const collection = collected(
      fileOf("城关小学.xlsx", aidOf("春季 | 免学费 | | 30\n1 | 免学费 | | 30\n秋季 | 免学费 | | 1")),
    );
    expect(told(collection)).toContain("row-duplicate-key 城关小学 资助!A3");
    expect(drawn(collection, "资助", ["学期"]).slice(0, 3)).toEqual([
      "城关小学 ✓ 春季",
      "城关小学 ✓ 春季",
      "城关小学 ✓ 秋季",
    ]);
  });

  it("takes two sheets of one file as parts of one record form, and files apart as two answers", () => {
    const [spring, autumn] = [aidOf("春季 | 免学费 | | 30"), aidOf("秋季 | 免学费 | | 28")];
    const withForm = {
      ...definition,
      forms: new Map(
        [...definition.forms].map(([name, form]) => [
          name,
          name === "资助" ? { ...form, form: { ...form.form, sheets: "资助*" } } : form,
        ]),
      ),
    };
    const inOne = collect(withForm, schools, [
      fileOf("城关小学.xlsx", { ...spring, name: "资助春" }, { ...autumn, name: "资助秋" }),
    ]);
    expect(drawn(inOne, "资助", ["人数"]).slice(0, 2)).toEqual(["城关小学 ✓ 30", "城关小学 ✓ 28"]);
    const apart = collected(fileOf("城关小学1.xlsx", spring), fileOf("城关小学2.xlsx", autumn));
    expect(told(apart)).toContain("school-twice 城关小学 资助!A2");
  });

  it("takes a record sheet without rows as a report of nothing", () => {
    const collection = collected(fileOf("城关小学.xlsx", aidOf(""), cardOf(3)));
    expect(drawn(collection, "资助", ["人数"])).toEqual(["东关小学 未报 …", "北关中学(西校区) 未报 …"]);
    expect(told(collection)).toEqual(expect.arrayContaining(["form-missing 城关小学"]));
    expect(collection.findings.filter(({ school, form }) => school === chengguan.code && form === "资助")).toEqual([]);
  });
});

describe("headings", () => {
  it("proposes a heading that is near, and does not take it", () => {
    const collection = collected(fileOf("城关小学.xlsx", sheetOf("表1", "在校生总数 | 教师女 | 经费\n500 | 3 | 1")));
    expect(drawn(collection, "在校生", ["在校生数", "经费"])[0]).toBe("城关小学 ✓ … 10000");
    const finding = collection.findings.find(
      ({ code, element }) => code === "header-missing" && element === "在校生数",
    );
    expect(finding).toMatchObject({ severity: "error", message: expect.stringContaining("像“在校生总数”") as string });
  });

  it("does not take 女 of the teachers for 女 of the pupils", () => {
    const collection = collected(fileOf("城关小学.xlsx", sheetOf("表1", "在校生 | 教师\n合计 | 女\n500 | 30")));
    expect(drawn(collection, "在校生", ["在校生数", "女生", "教师女"])[0]).toBe("城关小学 ✓ 500 … 30");
  });

  it.each<[heading: string, value: string]>([
    ["经费", "20000"],
    ["经费(万元)", "20000"],
    ["经费（元）", "2"],
    ["经费（单位：千元）", "2000"],
    ["经 费\u3000（亿元）", "200000000"],
  ])("reads %s in the unit it states", (heading, value) => {
    const collection = collected(fileOf("城关小学.xlsx", sheetOf("表1", `在校生/合计 | ${heading}\n500 | 2`)));
    expect(drawn(collection, "在校生", ["经费"])[0]).toBe(`城关小学 ✓ ${value}`);
  });

  it("does not take a column whose unit is of another kind", () => {
    const collection = collected(
      fileOf("城关小学.xlsx", sheetOf("表1", "在校生 | > | 经费\n合计(人次) | 女(人) | ^\n500 | 200 | 2")),
    );
    expect(drawn(collection, "在校生", ["在校生数", "女生"])[0]).toBe("城关小学 ✓ … 200");
    expect(collection.ledger[0]?.rejected).toHaveLength(1);
  });

  it("does not choose between two columns of one name", () => {
    const collection = collected(
      fileOf("城关小学.xlsx", sheetOf("资助", "学期 | 项目 | 人数 | 人数\n春季 | 免学费 | 3 | 4")),
    );
    expect(drawn(collection, "资助", ["人数"])[0]).toBe("城关小学 ✓ …");
    expect(collection.ledger[0]?.rejected).toHaveLength(2);
  });

  it("says which columns nobody asked for", () => {
    const collection = collected(
      fileOf("城关小学.xlsx", sheetOf("资助", "学期 | 项目 | 人数 | 经办科室\n春季 | 免学费 | 3 | 财务")),
    );
    expect(told(collection)).toContain("header-unknown  资助!D1");
    expect(collection.ledger[0]).toMatchObject({ used: 3, ignored: { "not-asked-for": 1, header: 4 } });
  });

  it("repeats words merged over several records, but never a number", () => {
    const collection = collected(
      fileOf("城关小学.xlsx", sheetOf("资助", "学期 | 项目 | 人数\n春季 | 免学费 | 3\n^ | 助学金 | ^")),
    );
    expect(drawn(collection, "资助", ["学期", "项目", "人数"]).slice(0, 2)).toEqual([
      "城关小学 ✓ 春季 免学费 3",
      "城关小学 ✓ 春季 助学金 …",
    ]);
  });
});

describe("sheets", () => {
  it("knows a form by its title or by its headings when the sheet has another name", () => {
    const card = { ...cardOf(9), name: "Sheet1" };
    const aid = { ...aidOf("春季 | 免学费 | | 30"), name: "Sheet2" };
    const collection = collected(fileOf("东关小学.xlsx", card, aid));
    expect(drawn(collection, "基本情况", ["班数"])).toContain("东关小学 ✓ 9");
    expect(drawn(collection, "资助", ["人数"])).toContain("东关小学 ✓ 30");
  });

  it("tells of a sheet that is no form and rejects its cells", () => {
    const collection = collected(
      fileOf("东关小学.xlsx", sheetOf("食堂", "月份 | 支出\n1 | 200"), cardOf(9), sheetOf("Sheet3", "")),
    );
    expect(told(collection)).toContain("sheet-unrecognised  食堂!A1");
    expect(collection.findings.filter(({ code }) => code === "sheet-unrecognised")).toHaveLength(1);
    expect(collection.ledger[0]).toMatchObject({ state: "partly-accepted" });
    expect(collection.ledger[0]?.rejected).toHaveLength(4);
  });

  it.each(["hidden", "very-hidden"] as const)("does not read a %s form, and says so", (visibility) => {
    const collection = collected(fileOf("东关小学.xlsx", { ...cardOf(9), visibility }));
    expect(drawn(collection, "基本情况", ["班数"])[1]).toBe("东关小学 未报 …");
    expect(collection.findings).toContainEqual(
      expect.objectContaining({ code: "sheet-hidden", severity: "error", school: dongguan.code, form: "基本情况" }),
    );
    expect(collection.ledger[0]).toMatchObject({ used: 0, ignored: {} });
    expect(collection.ledger[0]?.rejected).toHaveLength(collection.ledger[0]?.nonEmpty ?? 0);
  });

  it("reads the visible one of two and mentions the hidden one", () => {
    const hidden = { ...cardOf(9), name: "表2 旧", visibility: "hidden" as const };
    const collection = collected(fileOf("东关小学.xlsx", cardOf(12), hidden));
    expect(drawn(collection, "基本情况", ["班数"])[1]).toBe("东关小学 ✓ 12");
    expect(collection.findings.filter(({ code }) => code === "sheet-hidden")).toMatchObject([{ severity: "notice" }]);
    expect(collection.ledger[0]).toMatchObject({ rejected: [], ignored: { "hidden-sheet": 12 } });
  });

  it("lets hidden sheets be that are no form, or a blank one", () => {
    const lists = sheetOf("选项", "公办 | 民办", { visibility: "very-hidden" });
    const blank = { ...cardOf(""), name: "表2 空白", visibility: "hidden" as const };
    const rows = blank.rows.map((row) => row.map((cell) => (typeof cell === "number" ? null : cell)));
    const collection = collected(fileOf("东关小学.xlsx", cardOf(12), lists, { ...blank, rows }));
    expect(collection.findings.filter(({ code }) => code === "sheet-hidden")).toEqual([]);
  });
});

describe("personal data", () => {
  it.each<[what: string, cell: string, count: number]>([
    ["a mobile number", "联系电话：13812345678", 1],
    ["a mobile number as a number", "13812345678", 1],
    ["a mobile number in groups", "138 1234 5678", 1],
    ["an ID number with its check digit", "'11010519491231002X", 1],
    ["an ID number in full width", "１１０１０５１９４９１２３１００２Ｘ", 1],
    ["an ID number that Excel cut to 15 digits", "110105194912310000", 1],
    ["a wrong check digit is no ID", "'110105194912310021", 0],
    ["a credit code is no ID", "'91350100M000100Y43", 0],
    ["a school code is no phone", "1137000101", 0],
    ["a long amount is no phone", "871289751.42", 0],
    ["a 学籍号", "'G110105194912310021", 1],
    ["a 学籍号 in a sentence", "学籍号:l1101051949 与 L11010519491231002X", 1],
    ["a bank card", "'6222020200112230000 ", 0],
    ["a bank card with its check digit", "'6212262201023557228", 1],
    ["a credit code of digits alone is no bank card", "'522101154000001656", 0],
    ["a heading that asks for names, with one below", "学生姓名 | 班级\n王小明 | 一班", 1],
    [
      "headings that ask for several things",
      "姓名 | 家长电话 | 出生日期 | 家庭住址\n王小明 | 0537-7212345 | @2015-03-02 | 中都街道前王村",
      4,
    ],
    ["a heading that nobody has answered", "姓名 | 身份证号\n | ", 0],
    ["labels of a card under one another", "姓名 | | 联系电话 |\n性别 | 男 | 手机号 |\n民族 | 汉 | 备注 |", 0],
    ["the name of the school", "学校名称 | 校长签名\n城东小学 | ", 0],
    ["a line to sign", "填表人：王某某 | 联系电话：0537-7212345\n\n合计 | 12", 0],
  ])("%s: %s", (_what, cell, count) => {
    const collection = collected(fileOf("东关小学.xlsx", cardOf(9), sheetOf("名单", cell)));
    const findings = collection.findings.filter(({ code }) => code === "personal-data");
    expect(findings.map(({ message }) => /有(\d+)处/u.exec(message)?.[1])).toEqual(count === 0 ? [] : [String(count)]);
    expect(JSON.stringify(collection.findings)).not.toMatch(/1381234|19491231|王小明|7212345|前王村|62122622/u);
    expect(drawn(collection, "基本情况", ["班数"])[1]).toBe(count === 0 ? "东关小学 ✓ 9" : "东关小学 未报 …");
    if (count > 0)
      expect(collection.ledger[0]).toMatchObject({ state: "rejected", used: 0, remark: "含个人信息，整份没有读入" });
  });

  it("takes a large amount under a heading of money for an amount, and for a number to call anywhere else", () => {
    const amounts = (heading: string) =>
      sheetOf("表1", `在校生 | > | ${heading}\n合计 | 女 | ^\n500 | 240 | 13812345678`);
    const read = collected(fileOf("城关小学.xlsx", amounts("经费(元)")));
    expect(drawn(read, "在校生", ["经费"])[0]).toBe("城关小学 ✓ 13812345678");
    const refused = collected(fileOf("城关小学.xlsx", amounts("备用")));
    expect(told(refused)).toContain("personal-data  表1!C3");
    const asked = collected(fileOf("城关小学.xlsx", amounts("联系电话")));
    expect(told(asked)).toContain("personal-data  表1!C3");
  });

  it("refuses only the sheet of the open workbook it stands on", () => {
    const collection = collected(
      openWorkbookOf(sheetOf("通讯录", "13812345678"), enrolmentOf("1 | 1137000101 | 城关小学 | 5 | | |")),
    );
    expect(drawn(collection, "在校生", ["在校生数"])[0]).toBe("城关小学 ✓ 5");
    expect(told(collection)).toContain("personal-data  通讯录!A1");
  });
});

describe("files that cannot be read", () => {
  it.each<UnreadableFile>(["not-a-workbook", "encrypted", "truncated", "too-large", "timed-out", "wps-et"])(
    "%s is a finding and a line of the ledger",
    (why) => {
      const collection = collected({ state: "unreadable", file: "石桥小学.xlsx", why });
      expect(collection.findings[0]).toMatchObject({
        code: "file-unreadable",
        severity: "error",
        file: "石桥小学.xlsx",
      });
      expect(collection.ledger).toMatchObject([{ file: "石桥小学.xlsx", state: "rejected", nonEmpty: 0 }]);
    },
  );

  it("says when there are no files at all", () => {
    expect(told(collected())).toEqual([
      "folder-empty",
      "not-filed 城关小学",
      "not-filed 东关小学",
      "not-filed 北关中学(西校区)",
    ]);
  });
});

describe("who is expected", () => {
  it.each<[what: string, more: Readonly<Record<string, string>>, expected: boolean]>([
    ["opened before", { 启用: "2009-09" }, true],
    ["opens later", { 启用: "2023-09" }, false],
    ["closed before", { 停用: "2021-07" }, false],
    ["closed within the year", { 停用: "2022-07" }, true],
    ["closes later", { 停用: "2024" }, true],
  ])("a school that %s", (_what, more, expected) => {
    const school = { ...dongguan, attributes: { ...dongguan.attributes, ...more } };
    const collection = collect(definition, [chengguan, school, beiguan], []);
    expect(collection.tables.get("在校生")?.rows.some((row) => row.school === school)).toBe(expected);
  });
});

describe("cards", () => {
  const card = (text: string) =>
    drawn(collected(fileOf("城关小学.xlsx", sheetOf("表2", text))), "基本情况", [
      "班数",
      "校舍面积",
      "寄宿男",
      "寄宿女",
    ])[0];

  it.each<[what: string, text: string, row: string]>([
    ["right of the label", "班数 | 12 | 校舍面积 | 900", "12 900 … …"],
    ["right of a merged label", "班数 | > | 12\n校舍面积（㎡） | > | 900", "12 900 … …"],
    ["past the unit", "班数 | 个 | 12\n校舍面积 | 亩 | 3", "12 2000 … …"],
    ["below labels that stand side by side", "班数 | 校舍面积\n12 | 900", "12 900 … …"],
    ["below the last of them though it is blank elsewhere", "班数 | 校舍面积 | |\n12 | 900 | |", "12 900 … …"],
    ["by another name", "教学班数： | 12", "12 … … …"],
    ["where a row and a column cross", "班数 | 12 | |\n | 女 | 男 |\n寄宿生 | 7 | 8 |", "12 … 8 7"],
    [
      "at the nearest of two headings",
      "班数 | 12 | |\n | 女 | 男 |\n走读生 | 1 | 2 |\n | 男 | 女 |\n寄宿生 | 7 | 8 |",
      "12 … 7 8",
    ],
    ["under a merged label", "班数 | 12\n寄宿生 | >\n男 | 女\n7 | 8", "12 … 7 8"],
    ["beside parts of a label", "班数 | 12 | | |\n寄宿生 | 男 | 7 | 女 | 8", "12 … 7 8"],
    ["blank stays blank", "班数 | | 校舍面积 |", "… … … …"],
  ])("are read %s", (_what, text, row) => {
    expect(card(text)).toBe(row.startsWith("… …") ? "城关小学 未报 … … … …" : `城关小学 ✓ ${row}`);
  });

  it("are not read where a label stands twice", () => {
    const collection = collected(fileOf("城关小学.xlsx", sheetOf("表2", "班数 | 12\n校舍面积 | 900\n班数 | 13")));
    expect(drawn(collection, "基本情况", ["班数", "校舍面积"])[0]).toBe("城关小学 ✓ … 900");
    expect(told(collection)).toContain("header-missing 城关小学 表2!A1");
  });

  it("tell of numbers nobody asked for", () => {
    const collection = collected(fileOf("城关小学.xlsx", sheetOf("表2", "班数 | 12\n校舍面机 | 900\n食堂 | 1")));
    expect(told(collection)).toContain("header-unknown  表2!B2");
    expect(collection.findings.find(({ element }) => element === "校舍面积")?.message).toContain("像“校舍面机”");
  });

  it("stand one to a school in the open workbook, each known by its own words or its sheet name", () => {
    const collection = collected(
      openWorkbookOf(
        sheetOf("表2 城关小学", "班数 | 12"),
        sheetOf("表2（二）", "填报单位：东关小学\n班数 | 13"),
        sheetOf("表2", "班数 | 14"),
      ),
    );
    expect(drawn(collection, "基本情况", ["班数"])).toEqual([
      "城关小学 ✓ 12",
      "东关小学 ✓ 13",
      "北关中学(西校区) 未报 …",
    ]);
    expect(told(collection)).toContain("school-missing  表2!A1");
  });
});

describe("what does not apply need not be listed", () => {
  it("and is no blank", () => {
    const forms = new Map(
      [...definition.forms].map(([name, form]) => [
        name,
        {
          ...form,
          elements: form.elements.map((element) =>
            element.name === "校舍面积" ? { ...element, blankMeans: "不适用" as const } : element,
          ),
        },
      ]),
    );
    const collection = collect({ ...definition, forms }, schools, [
      fileOf("城关小学.xlsx", sheetOf("表2", "班数 | 12")),
    ]);
    expect(drawn(collection, "基本情况", ["校舍面积"])[0]).toBe("城关小学 ✓ —");
    expect(collection.findings.some(({ element }) => element === "校舍面积")).toBe(false);
  });
});

describe("records nobody must send when there are none", () => {
  const forms = new Map(
    [...definition.forms].map(([name, form]) => [name, { ...form, form: { ...form.form, nilReport: false } }]),
  );
  it("are none for a school that sent its other forms, which is noted, and unknown for one that sent nothing", () => {
    const collection = collect({ ...definition, forms }, schools, [fileOf("城关小学.xlsx", cardOf(3))]);
    expect(drawn(collection, "资助", ["人数"])).toEqual(["东关小学 未报 …", "北关中学(西校区) 未报 …"]);
    expect(collection.findings).toContainEqual(
      expect.objectContaining({ code: "form-missing", severity: "notice", school: chengguan.code, form: "资助" }),
    );
  });
});
