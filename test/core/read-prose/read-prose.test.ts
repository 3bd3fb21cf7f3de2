import fc from "fast-check";
import { exactText } from "../../../src/domain/exact";
import { readProse } from "../../../src/core/read-prose/read-prose";

const only = (text: string) => {
  const [mention] = readProse(text).mentions;
  if (!mention) throw new Error(`no number in ${text}`);
  return mention;
};

describe("reading the numbers of a finished text", () => {
  it.each([
    ["规划投资8.04亿元", "804000000", "元", []],
    ["公共财政预算教育经费为 73618 万元", "736180000", "元", []],
    ["新增校舍面积1.7933万平方米", "17933", "平方米", []],
    ["公办率达到66.08%", "0.6608", "%", []],
    ["提升4.9个百分点", "4.9", "个百分点", []],
    ["降低2.5‰", "0.0025", "‰", []],
    ["生师比12.86:1", "12.86", ":1", []],
    ["累计培训7000余人次", "7000", "人次", ["余"]],
    ["本科生9600多名", "9600", "名", ["多"]],
    ["改造xx、投资1060余万元", "10600000", "元", ["余"]],
    ["巩固率保持在99%以上", "0.99", "%", ["以上"]],
    ["总建筑面积近18000平方米", "18000", "平方米", ["近"]],
    ["锻炼时间不少于2小时", "2", "小时", ["不少于"]],
    ["新建长城、新区两所幼儿园", "2", "所", []],
    ["成功举办四届运动会", "4", "届", []],
    ["在校生12,345人", "12345", "人", []],
    ["在校生１２３人", "123", "人", []],
    ["按照最高1000/人元标准", "1000", "/人元", []],
  ])("%s", (text, value, unit, hedges) => {
    const mention = only(text);
    expect(mention.value && exactText(mention.value)).toBe(value);
    expect([mention.unit, mention.hedges, mention.sort]).toEqual([unit, hedges, "figure"]);
  });

  it.each([
    ["2022年取得成效", "date"],
    ["7月7日开班", "date"],
    ["2003年9月25日前区聘", "date"],
    ["2018-2019学年落实资助", "period"],
    ["（2022—2026年）", "period"],
    ["“十三五”以来投入", "period"],
    ["教发〔2023〕5号文件", "document-number"],
    ["第二实验小学", "ordinal"],
    ["荣获一等奖", "ordinal"],
    ["党的十九届四中全会", "ordinal"],
    ["一、工作开展情况", "heading"],
    ["(三)办学条件改善。", "heading"],
    ["2.具体目标。", "heading"],
    ["二是推进改革。", "heading"],
    ["形成“一托七”的集团", "name"],
    ["985高校", "name"],
    ["80后干部", "name"],
    ["八大行动", "name"],
    ["小学一至四年级", "grade"],
    ["下午延长至17:30", "time"],
    ["《三年行动计划》", "duration"],
  ])("%s holds no figure but a %s", (text, sort) => {
    expect(readProse(text).mentions.map((mention) => mention.sort)).toEqual([sort]);
  });

  it.each(["一系列文件", "xx市教育局", "无一个学生失学", "双一流高校", "百年回眸共奋进"])(
    "%s holds no number",
    (text) => {
      expect(readProse(text).mentions).toEqual([]);
    },
  );

  it.each([
    ["在校生xx.xx万人", "人", "万", 2],
    ["培训教师x万余人次", "人次", "万", 0],
    ["已达到xxx%", "%", "", 0],
  ])("%s is a number that is hidden", (text, unit, scale, decimals) => {
    expect(only(text)).toMatchObject({ sort: "mask", unit, scale, decimals });
  });

  it("reads both ends of a range", () => {
    const { value, upTo, sort } = only("招收3-5岁幼儿");
    expect([sort, value && exactText(value), upTo && exactText(upTo)]).toEqual(["range", "3", "5"]);
  });

  it("knows which number the numbers in brackets take apart", () => {
    const { mentions } = readProse("其中小学段299人(语文95、数学50),初中段51人");
    expect(mentions.map(({ text, inBracketsOf }) => [text, inBracketsOf])).toEqual([
      ["299人", undefined],
      ["95", 0],
      ["50", 0],
      ["51人", undefined],
    ]);
  });

  it("keeps a comma in brackets or quotation marks with its clause", () => {
    const { text, clauses } = readProse("开展“立德树人,培根铸魂”活动(含城区,镇区),成效明显。");
    expect(clauses.map(({ at }) => text.slice(at.start, at.end))).toEqual([
      "开展“立德树人,培根铸魂”活动(含城区,镇区)",
      "成效明显",
    ]);
  });

  it("reads every whole number back, wherever it stands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom("人", "所", "万元", "%"), (number, unit) => {
        const text = `全县共有${String(number)}${unit},其他不变`;
        const mention = only(text);
        expect(text.slice(mention.at.start, mention.at.end)).toBe(`${String(number)}${unit}`);
      }),
      { numRuns: 40 },
    );
  });
});
