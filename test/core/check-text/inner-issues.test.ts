import { checkText } from "../../../src/core/check-text/check-text";
import { readProse } from "../../../src/core/read-prose/read-prose";
import { readStatements } from "../../golden/statements";

const check = (text: string) => {
  const prose = readProse(text);
  const { numbers, doubts } = checkText(prose);
  return {
    faults: numbers
      .filter(({ verdict }) => verdict === "inconsistent")
      .map(({ fault, mention }) => [fault, mention.text.trim()]),
    doubts: doubts.map(({ fault, mentions }) => [
      fault,
      ...mentions.map((index) => prose.mentions[index]?.text.trim()),
    ]),
  };
};

describe("what a text says against itself", () => {
  it.each([
    ["教师350人(语文95、数学50)", "parts-and-total"],
    ["计划招聘教师350人,其中小学段299人,初中段52人", "parts-and-total"],
    ["解决了26名代课人员,通过考核招聘4人、考试招聘20人、转岗聘用1人", "parts-and-total"],
    ["取得成果32项,其中国家级40项", "part-above-whole"],
    ["本科上线率由2015年的72.2%提高到32.9%", "from-to"],
    ["上线率由32.9%提高到72.2%,提高40个百分点", "from-to"],
    ["在校生15432人,比上年增加69人,增长0.54%", "growth"],
    ["教育经费为73618万元,财政支出409468万元,教育经费占财政支出的比例17.89%", "rate-of-terms"],
    ["为2997名教师发放补助1060.875万元,人均4539.79元", "mean"],
    ["收入108881万元,较上年增长13.25个百分点", "amount-in-points"],
    ["就业率达到95%,同比增长3%", "rate-grows-by-percent"],
    ["入学率达到100%以上", "above-hundred"],
    ["按照最高1000/人元标准", "unit-order"],
    ["幼儿园公办率66.08%,经过努力,幼儿园公办率68.06%", "named-twice"],
  ])("%s is a fault: %s", (text, fault) => {
    expect(check(text).faults.map(([name]) => name)).toContain(fault);
  });

  it.each([
    "教师350人(语文300、数学50)",
    "计划招聘教师350人,其中小学段299人(语文299),初中段51人",
    "取得成果64项,其中国家级1项",
    "本科上线率由2015年的32.9%提高到72.2%,提高39.3个百分点",
    "平均年龄由49.1岁降至46.9岁",
    "在校生15432人,比上年增加69人,增长0.45%",
    "教育经费为73618万元,财政支出409468万元,教育经费占财政支出的比例17.98%",
    "为2997名教师发放补助1060.875万元,人均3539.79元",
    "收入108881万元,较上年增长13.25%",
    "就业率达到95%,较上年提升3个百分点",
    "入学率达到100%,巩固率保持在99%以上",
    "投资906万元,改造校舍;投资4218万元,新建学校",
    "生均图书24.3册,其中小学17.1册、初中26.7册,均高于省定15册、25册的标准,高中38册,低于省定40册的标准",
    "公办率66.08%,其中城区50%、乡村80%",
    "教师平均年龄41.2岁,其中小学40.1岁、初中43.5岁",
    "平均班额42人(小学40、初中45)",
    "建成图书馆24所,其中城区10所,高于省定30所的要求",
  ])("%s is sound", (text) => {
    expect(check(text)).toEqual({ faults: [], doubts: [] });
  });

  it.each([
    ["city-2021", [["rate-grows-by-percent", "xx%"]], []],
    [
      "district-2019",
      [
        ["amount-in-points", "13.25 个百分点"],
        ["unit-order", "1000/人元"],
      ],
      [
        ["named-twice", "2997名", "1.7万名"],
        ["named-twice", "70.5%", "73.1%"],
        ["named-twice", "35.1%", "30.2%"],
        ["named-twice", "72.2%", "70.5%"],
      ],
    ],
    ["city-forum-2021", [], []],
    [
      "wenshang-2022",
      [["above-hundred", "100%以上"]],
      [["parts-and-total", "5名", "39名", "19名", "5名", "41名", "12名"]],
    ],
    ["district-2023", [], []],
  ] as const)("in %s it finds the faults its authors made, and no others", (name, faults, doubts) => {
    const text = readStatements(name)
      .map((statement) => statement.text)
      .join("\n");
    expect(check(text)).toEqual({ faults, doubts });
  });

  it.each([
    [
      ["S1-051", "S1-052"],
      ["mean", "1060.875万元", "2997名", "1000/人元"],
    ],
    [["S1-025", "S1-027"], undefined],
    [
      ["S1-025", "S1-027", "S1-063"],
      ["named-twice", "270名", "360个"],
    ],
  ] as const)("asks about %s read together", (ids, doubt) => {
    const statements = readStatements("district-2019");
    const text = ids.map((id) => statements.find((one) => one.id === id)?.text ?? "").join(",");
    expect(check(text).doubts).toEqual(doubt === undefined ? [] : [doubt]);
  });

  it("asks whose number it is when a clause is nothing but a number", () => {
    expect(check("全区考生25万人,3102人,占全区考生1.24%").doubts).toContainEqual(["nameless", "3102人"]);
  });
});
