import { explain } from "../../src/formula/explain";
import { parseFormula } from "../../src/formula/parse-formula";

describe("a formula in words", () => {
  it.each([
    ['SUMIFS([在园幼儿数],[办别],"公办")', "在园幼儿数合计（办别=公办）", "total of 在园幼儿数 (办别=公办)"],
    ["SUM([主讲教室]+[接收教室])", "（主讲教室+接收教室）合计", "total of (主讲教室+接收教室)"],
    ["SUM([女])/SUM([在校生数])", "女合计÷在校生数合计", "total of 女÷total of 在校生数"],
    [
      'COUNTIFS([学生数],">=56",[普惠],"<>")',
      "行数（学生数≥56，普惠已报）",
      "number of rows (学生数≥56, 普惠 is reported)",
    ],
    ['COUNTIFS([普惠],"")', "行数（普惠缺报）", "number of rows (普惠 is blank)"],
    ["去重计数([乡镇])", "乡镇去重个数", "number of different 乡镇"],
    ["差异系数([教师],[学生])", "教师、学生差异系数", "coefficient of variation of 教师, 学生"],
    [
      'SUM(IF(OR([办别]="公办",[普惠]="是"),[在园],0))',
      "若办别=公办或普惠=是则在园，否则0合计",
      "total of if 办别=公办 or 普惠=是 then 在园, else 0",
    ],
    ["SUM([@[一年级]:[六年级]])=[在校生数]", "一年级至六年级合计=在校生数", "total of 一年级 to 六年级=在校生数"],
    ['指标(上线率,"上年")', "上线率（上年）", "上线率 (上年)"],
    ['累计(投入,"2016年")', "2016年以来投入累计", "投入 added up from 2016年"],
    ["IFBLANK([转入],0)", "转入（缺报按0）", "转入 (blank counts as 0)"],
    ["上年([一年级])", "上年一年级", "last year's 一年级"],
    [
      "稳健偏离([生师比],[类型],[城乡])",
      "生师比的稳健偏离（同类型、城乡）",
      "robust deviation of 生师比 (among the same 类型, 城乡)",
    ],
    ["ROUND([a]/3,2)", "ROUND([a]/3,2)", "ROUND([a]/3,2)"],
  ])("%s", (formula, zh, en) => {
    const parsed = parseFormula(formula);
    if (!parsed.ok) throw new Error(formula);
    expect(explain(parsed.value, "zh")).toBe(zh);
    expect(explain(parsed.value, "en")).toBe(en);
  });
});
