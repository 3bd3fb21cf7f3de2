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
      "（若（办别=公办或普惠=是）则在园，否则0）合计",
      "total of (if (办别=公办 or 普惠=是) then 在园, else 0)",
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
    ["ROUND([a]/3,2)", "（a÷3）（四舍五入到2位小数）", "(a÷3) (rounded to 2 decimals)"],
    [
      "ROUNDUP([a],0)+ROUNDDOWN([b],1)",
      "a（进到0位小数）+b（舍到1位小数）",
      "a (rounded up to 0 decimals)+b (rounded down to 1 decimals)",
    ],
    ["ABS([a]-[b])<=1", "（a-b）的绝对值≤1", "absolute value of (a-b)≤1"],
    [
      "N([a]>=1)+N([b]>=1)",
      "（a≥1）（是为1，否为0）+（b≥1）（是为1，否为0）",
      "(a≥1) (1 if so, else 0)+(b≥1) (1 if so, else 0)",
    ],
    ["YEAR([批准日期])-MONTH([批准日期])", "批准日期的年份-批准日期的月份", "year of 批准日期-month of 批准日期"],
    ["[批准日期]>=DATE(2022,9,1)", "批准日期≥2022年9月1日", "批准日期≥2022-9-1"],
    ["LEN([代码])=10", "代码的字数=10", "length of 代码=10"],
    [
      "LEFT([代码],6)&RIGHT([代码])&MID([代码],3,2)",
      "（代码的前6个字&代码的后1个字）&代码第3个字起的2个字",
      "(first 6 characters of 代码&last 1 characters of 代码)&2 characters of 代码 from the 3th on",
    ],
    ['AND(OR([a]>1,[b]>1),NOT([c]="是"))', "（a>1或b>1）且并非（c=是）", "(a>1 or b>1) and not (c=是)"],
  ])("%s", (formula, zh, en) => {
    const parsed = parseFormula(formula);
    if (!parsed.ok) throw new Error(formula);
    expect(explain(parsed.value, "zh")).toBe(zh);
    expect(explain(parsed.value, "en")).toBe(en);
  });
});
