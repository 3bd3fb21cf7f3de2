import type { ExcelSpelling } from "../../src/formula/excel-spelling";
import { parseFormula } from "../../src/formula/parse-formula";
import { type ExcelUse, printExcel, printFilter } from "../../src/formula/print-excel";
import type { Tree } from "../../src/formula/tree";
import { excelNames } from "./excel-names";

function tree(formula: string): Tree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`${formula}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

/** The formula, then one line per helper column. */
function printed(formula: string, use: ExcelUse, given: Partial<ExcelSpelling> = {}): readonly string[] {
  const printing = printExcel(tree(formula), excelNames(given), use);
  if (!printing.ok) return [printing.problem.reason];
  return [printing.value.formula, ...printing.value.helpers.map(({ name, rowFormula }) => `${name} ${rowFormula}`)];
}

const figure: ExcelUse = { as: "figure" };

describe("an indicator's part as one Excel formula", () => {
  it.each<readonly [string, readonly string[]]>([
    ["SUM([在园])", ["=SUM(园[在园])"]],
    ["SUM([a],[b],3)", ["=SUM(园[a],园[b])+3"]],
    ['SUMIFS([在园],[办别],"公办")', ['=SUMIFS(园[在园],园[办别],"公办")']],
    ['SUMIFS([在园],[办别],"<>公办")', ['=SUMIFS(园[在园],园[办别],"<>公办",园[办别],"<>",园[办别],"<>—")']],
    ['SUMIFS([a],[b],"*小学")', ['=SUMIFS(园[a],园[b],"*小学",园[b],"<>—")']],
    ['COUNTIFS([b],"")', ['=COUNTIFS(园[b],"")']],
    ['COUNTIFS([b],"<>")', ['=COUNTIFS(园[b],"<>",园[b],"<>—")']],
    ['COUNTIFS([学生数],">="&大班额线)', ['=IF(LEN(<大班额线>)=0,"",COUNTIFS(园[学生数],">="&<大班额线>))']],
    [
      'COUNTIFS([批准],">="&DATE(2017,1,1),[营利],"非营利")',
      ['=COUNTIFS(园[批准],">="&DATE(2017,1,1),园[营利],"非营利")'],
    ],
    ['COUNTIFS([批准],">=2017-01-01")', ['=COUNTIFS(园[批准],">=42736")']],
    ["COUNTA([园])", ['=COUNTIFS(园[园],"<>",园[园],"<>—")']],
    ["COUNTA([派生率])", ["=COUNTIFS(园[旗1],1)", '旗1 =IF(OR(LEN(@派生率)=0,@派生率="—"),0,1)']],
    [
      'COUNTIFS([派生率],"<>5")',
      ['=COUNTIFS(园[派生率],"<>5",园[旗1],1,园[派生率],"<>—")', '旗1 =IF(OR(LEN(@派生率)=0,@派生率="—"),0,1)'],
    ],
    ["SUM([a]+[b])", ["=SUM(园[算1])", '算1 =IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),"—",@a+@b))']],
    [
      'SUM(IF(OR([办别]="公办",[普惠]="是"),[在园],0))',
      [
        "=SUM(园[算1])",
        '算1 =IF(OR(@办别="公办",@普惠="是"),IF(LEN(@在园)=0,"",@在园),IF(OR(LEN(@办别)=0,LEN(@普惠)=0),"",IF(OR(@办别="—",@普惠="—"),"—",0)))',
      ],
    ],
    ["SUM([a])/SUM([b])", ["=SUM(园[a])/SUM(园[b])"]],
    ["(SUM([a])-SUM([b]))*2", ["=(SUM(园[a])-SUM(园[b]))*2"]],
    ["SUM([a])-(SUM([b])-1)", ["=SUM(园[a])-(SUM(园[b])-1)"]],
    ["AVERAGE([a])", ["=AVERAGE(园[a])"]],
    ['AVERAGEIFS([a],[b],"x")', ['=AVERAGEIFS(园[a],园[b],"x")']],
    ["MAX([a])", ['=IF(COUNTIFS(园[a],">=-1E+300")=0,"",MAX(园[a]))']],
    ['MINIFS([a],[b],"x")', ['=IF(COUNTIFS(园[a],">=-1E+300",园[b],"x")=0,"",_xlfn.MINIFS(园[a],园[b],"x"))']],
    ["MEDIAN([a])", ["=MEDIAN(园[a])"]],
    [
      '去重计数([乡镇],[同步],"否")',
      [
        "=ROUND(SUM(园[重2]),0)",
        '旗1 =IF(AND(LEN(@乡镇)>0,@乡镇<>"—",COUNTIFS(@同步,"否")>0),1,0)',
        "重2 =IF(@旗1=1,1/COUNTIFS(园[乡镇],@乡镇,园[旗1],1),0)",
      ],
    ],
    [
      "差异系数([x],[n])",
      [
        "=IF(SUM(园[p1])*SUM(园[q3])/SUM(园[x2])^2-1<10^-13,0,SQRT(SUM(园[p1])*SUM(园[q3])/SUM(园[x2])^2-1))",
        'p1 =IF(AND(ISNUMBER(@x),ISNUMBER(@n),N(@n)>0),@n,"")',
        'x2 =IF(AND(ISNUMBER(@x),ISNUMBER(@n),N(@n)>0),@x,"")',
        'q3 =IF(AND(ISNUMBER(@x),ISNUMBER(@n),N(@n)>0),@x*@x/@n,"")',
      ],
    ],
    [
      '名单([园名],[收回],"已")',
      [
        "=MID(_xlfn.CONCAT(园[名3]),2,9999)",
        '旗1 =IF(AND(LEN(@园名)>0,@园名<>"—",COUNTIFS(@收回,"已")>0),1,0)',
        '键2 =IF(@旗1=1,@园名,"")',
        '名3 =IF(@旗1=1,IF(MATCH(@园名,园[键2],0)=@序,"、"&@园名,""),"")',
      ],
    ],
    [
      'MAX(指标(差异1,"小"),指标(差异1,"初"))',
      ['=IF(OR(LEN(<差异1|小>)=0,LEN(<差异1|初>)=0),"",MAX(<差异1|小>,<差异1|初>))'],
    ],
    ["甲/乙", ['=IF(OR(LEN(<甲>)=0,LEN(<乙>)=0),"",<甲>/<乙>)']],
  ])("%s", (formula, lines) => {
    expect(printed(formula, figure, { newFunction: (name) => (name === "MAXIFS" ? name : `_xlfn.${name}`) })).toEqual(
      lines,
    );
  });

  it("a filter and a slice narrow every total of the form, and no total of another", () => {
    const restrict = { form: "园", criteria: [{ column: "乡镇", criterion: '"东"' }], flags: ["旗9"] };
    expect(printed("SUM([a])/COUNTA([b])", figure, { restrict })).toEqual([
      '=SUMIFS(园[a],园[乡镇],"东",园[旗9],1)/COUNTIFS(园[b],"<>",园[b],"<>—",园[乡镇],"东",园[旗9],1)',
    ]);
    expect(printed("MEDIAN([a])", figure, { restrict })).toEqual([
      "=MEDIAN(园[算1])",
      '算1 =IF(COUNTIFS(@乡镇,"东",@旗9,1)>0,@a,"")',
    ]);
    expect(printed("SUM(班[a])", figure, { restrict })).toEqual(["=SUM(班[a])"]);
  });

  it("equal row formulas share one helper column", () => {
    expect(printed("SUM([a]*2)/MAX([a]*2)", figure)).toHaveLength(2);
  });
});

describe("缺报数 of a figure", () => {
  it.each([
    ["SUM([a])", '=COUNTIFS(园[a],"")+COUNTIFS(园[a],"?*",园[a],"<>—")'],
    ["COUNTA([a])", '=COUNTIFS(园[a],"")'],
    ['COUNTIFS([a],"是")', '=COUNTIFS(园[a],"")'],
    [
      'COUNTIFS([a],"是",[b],"<>x")',
      '=COUNTIFS(园[a],"",园[b],"<>x",园[b],"<>",园[b],"<>—")+COUNTIFS(园[b],"",园[a],"是")+COUNTIFS(园[a],"",园[b],"")',
    ],
    ['COUNTIFS([a],"")', undefined],
    ["SUM([a])/SUM([a])", '=COUNTIFS(园[a],"")+COUNTIFS(园[a],"?*",园[a],"<>—")'],
    ["甲/乙", undefined],
  ])("%s", (formula, missing) => {
    const printing = printExcel(tree(formula), excelNames(), figure);
    expect(printing.ok && printing.value.missing).toBe(missing);
  });
});

describe("a derived field: blank in, blank out; — in, — out", () => {
  it.each([
    ["[园舍]/[在园]", '=IF(OR(LEN(@园舍)=0,LEN(@在园)=0),"",IF(OR(@园舍="—",@在园="—"),"—",@园舍/@在园))'],
    ["-[a]*2", '=IF(LEN(@a)=0,"",IF(@a="—","—",-@a*2))'],
    [
      "SUM([@[一]:[六]])",
      '=IF(OR(LEN(@一)=0,LEN(@中间)=0,LEN(@六)=0),"",IF(AND(@一="—",@中间="—",@六="—"),"—",SUM(@一,@中间,@六)))',
    ],
    ["MIN([@a],[@b],9)", '=IF(OR(LEN(@a)=0,LEN(@b)=0),"",MIN(@a,@b,9))'],
    [
      "COUNTA([@[a]:[b]])",
      '=IF(OR(LEN(@a)=0,@a="—"),0,1)+IF(OR(LEN(@中间)=0,@中间="—"),0,1)+IF(OR(LEN(@b)=0,@b="—"),0,1)',
    ],
    ["IFBLANK([a],0)", "=IF(LEN(@a)=0,0,@a)"],
    ["IFERROR([a]/[b],0)", '=IFERROR(IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),"—",@a/@b)),0)'],
    ["IF([普惠],1,0)", '=IF(LEN(@普惠)=0,"",IF(@普惠="—","—",IF(@普惠="是",1,0)))'],
    ["N([a]>=1)+N([b]>=1)", '=IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),"—",N(@a>=1)+N(@b>=1)))'],
    ["[a]>=[b]", '=IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),"—",IF(@a>=@b,"是","否")))'],
    ["[a]/[b]>=0.85", '=IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),"—",IF(@a/@b-0.85>=-1E-9*0.85,"是","否")))'],
    ["[办学类型]=218", '=IF(LEN(@办学类型)=0,"",IF(@办学类型="—","—",IF(@办学类型="218","是","否")))'],
    ['[a]=""', '=IF(LEN(@a)=0,"是","否")'],
    ['[a]<>""', '=IF(LEN(@a)>0,"是","否")'],
    ["NOT(ISBLANK([a]))", '=IF(LEN(@a)=0,"否","是")'],
    [
      "AND([a]>1,[b]>1)",
      '=IF(AND(IF(OR(LEN(@a)=0,@a="—"),TRUE,@a>1),IF(OR(LEN(@b)=0,@b="—"),TRUE,@b>1)),IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),"—","是")),"否")',
    ],
    ['[a]&"说""好"', '=IF(LEN(@a)=0,"",IF(@a="—","—",@a&"说""好"))'],
    [
      '参数(线,"指标1",[学部])',
      '=IF(OR(LEN(@学部)=0,LEN(<线&"指标1"&@学部>)=0),"",IF(@学部="—","—",<线&"指标1"&@学部>))',
    ],
  ])("%s", (formula, expected) => {
    expect(printed(formula, { as: "field" })).toEqual([expected]);
  });
});

describe("a rule's verdict", () => {
  it.each<readonly [string, string | undefined, string]>([
    [
      "[a]<=[b]",
      undefined,
      '=IFERROR(IF(OR(LEN(@a)=0,LEN(@b)=0),"未判",IF(OR(@a="—",@b="—"),"不涉及",IF(@a<=@b,"通过","不符"))),"未判")',
    ],
    [
      "[a]+[b]=[c]",
      undefined,
      '=IFERROR(IF(OR(LEN(@a)=0,LEN(@b)=0,LEN(@c)=0),"未判",IF(OR(@a="—",@b="—",@c="—"),"不涉及",IF(ABS(@a+@b-@c)<=1E-9*MAX(ABS(@a+@b),ABS(@c)),"通过","不符"))),"未判")',
    ],
    [
      "[a]=[b]",
      "0.01",
      '=IFERROR(IF(OR(LEN(@a)=0,LEN(@b)=0),"未判",IF(OR(@a="—",@b="—"),"不涉及",IF(ABS(@a-@b)<=0.01*(1+1E-9),"通过","不符"))),"未判")',
    ],
    [
      "[a]<=[b]",
      "5%",
      '=IFERROR(IF(OR(LEN(@a)=0,LEN(@b)=0),"未判",IF(OR(@a="—",@b="—"),"不涉及",IF(@a-@b<=5%*ABS(@b)*(1+1E-9),"通过","不符"))),"未判")',
    ],
    [
      "[二]=上年([一])",
      "MAX(5%,5)",
      '=IFERROR(IF(OR(LEN(@二)=0,IFERROR(LEN(<上年一>)=0,FALSE)),"未判",IF(OR(@二="—",IFERROR(<上年一>="—",TRUE)),"不涉及",IF(ABS(@二-<上年一>)<=MAX(5%*ABS(<上年一>),5)*(1+1E-9),"通过","不符"))),"未判")',
    ],
    [
      "COUNTIFS([码],[@码])=1",
      undefined,
      '=IFERROR(IF(LEN(@码)=0,"未判",IF(@码="—","不涉及",IF(COUNTIFS(园[码],@码)=1,"通过","不符"))),"未判")',
    ],
  ])("%s, tolerance %s", (formula, tolerance, expected) => {
    expect(printed(formula, { as: "rule", ...(tolerance === undefined ? {} : { tolerance }) })).toEqual([expected]);
  });
});

describe("a filter", () => {
  const filtered = (formula: string): unknown => {
    const printing = printFilter(tree(formula), "园", excelNames());
    if (!printing.ok) return printing.problem.reason;
    const { restriction, helpers } = printing.value;
    return [
      restriction.criteria.map(({ column, criterion }) => `${column} ${criterion}`),
      helpers.map(({ rowFormula }) => rowFormula),
    ];
  };
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['[办别]="公办"', ['办别 "公办"'], []],
    ['AND([食堂]="无",[n]>=5,7>[m])', ['食堂 "无"', 'n ">=5"', 'm "<7"'], []],
    ["[办学类型]=218", ['办学类型 "218"'], []],
    ['[a]<>"否"', ['a "<>否"', 'a "<>"', 'a "<>—"'], []],
    ['[a]=""', ['a ""'], []],
    ['[a]<>""', ['a "<>"'], []],
    ['[派生]<>""', [], ["=IF(LEN(@派生)>0,1,0)"]],
    ['[a]="x*"', [], ['=IF(LEN(@a)=0,"",IF(@a="—",0,IF(@a="x*",1,0)))']],
    ["[a]>[b]", [], ['=IF(OR(LEN(@a)=0,LEN(@b)=0),"",IF(OR(@a="—",@b="—"),0,IF(@a>@b,1,0)))']],
    ["[a]>=线", [], ['=IF(OR(LEN(@a)=0,LEN(<线>)=0),"",IF(@a="—",0,IF(@a>=<线>,1,0)))']],
    ['OR([a]="x",[b]="y")', [], ['=IF(OR(@a="x",@b="y"),1,IF(OR(LEN(@a)=0,LEN(@b)=0),"",0))']],
    ['AND([c]="z",NOT([a]="x"))', ['c "z"'], ['=IF(LEN(@a)=0,"",IF(@a="—",0,IF(@a="x",0,1)))']],
  ])("%s", (formula, criteria, flags) => {
    expect(filtered(formula)).toEqual([criteria, flags]);
  });
});

describe("what Excel cannot say is named", () => {
  it.each<readonly [string, ExcelUse, string]>([
    ['累计(投入,"2016年")', figure, "earlier-periods-not-in-workbook"],
    ["上年([a])=1", { as: "rule" }, "last-year-not-in-workbook"],
    ["AVERAGE([a],[b])", figure, "no-excel-form"],
    ["SUM([a]-[@a])", { as: "field" }, "no-excel-form"],
    ["指标(甲,[a])", { as: "field" }, "no-excel-form"],
    ["稳健偏离([a],[办别])<=3.5", { as: "rule" }, "no-excel-form"],
    ['指标(甲,"初中")', figure, "no-such-cell"],
    [`"${"长".repeat(900)}"&"${"甲".repeat(80)}"`, figure, "ok"],
  ])("%s", (formula, use, reason) => {
    const printing = printExcel(
      tree(formula),
      excelNames({ lastYear: () => undefined, indicator: () => undefined }),
      use,
    );
    expect(printing.ok ? "ok" : printing.problem.reason).toBe(reason);
  });

  it("long texts are cut into literals of 250 characters", () => {
    const [formula] = printed(`"${"长".repeat(300)}"&"尾"`, figure);
    expect(formula).toBe(`="${"长".repeat(250)}"&"${"长".repeat(50)}"&"尾"`);
  });

  it("a formula of more than 8,000 characters is not written", () => {
    const field = Array.from({ length: 60 }, () => "IF([a]>1,[b],[c])")
      .join("+")
      .slice(0, 900)
      .replace(/\+[^+]*$/, "");
    expect(
      printed(
        field,
        { as: "field" },
        { cell: (_form, column) => `一个很长很长很长的表名[[#This Row],[${column}]]`.repeat(4) },
      ),
    ).toEqual(["too-long"]);
  });
});
