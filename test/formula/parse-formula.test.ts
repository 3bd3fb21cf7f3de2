import { parseFormula } from "../../src/formula/parse-formula";
import type { Tree } from "../../src/formula/tree";
import { exactText } from "../../src/domain/exact";

/** A tree in Lisp-like brackets: how it was bound is all these tests look at. */
function shape(tree: Tree): string {
  switch (tree.node) {
    case "number":
      return exactText(tree.value);
    case "text":
      return `'${tree.value}'`;
    case "boolean":
      return tree.value ? "T" : "F";
    case "column":
      return `${tree.form ?? ""}[${tree.thisRow ? "@" : ""}${tree.name}]`;
    case "fields":
      return `[${tree.from}..${tree.to}]`;
    case "name":
      return tree.name;
    case "sign":
      return `(${tree.operator} ${shape(tree.operand)})`;
    case "binary":
      return `(${shape(tree.left)} ${tree.operator} ${shape(tree.right)})`;
    case "call":
      return `${tree.name}(${tree.arguments.map(shape).join(" ")})`;
  }
}

function read(text: string): string {
  const parsed = parseFormula(text);
  return parsed.ok ? shape(parsed.value) : parsed.problem.map(({ code, at }) => `${code}@${String(at)}`).join(" ");
}

describe("a formula is bound as Excel binds it", () => {
  it.each([
    ["1+2*3", "(1 + (2 * 3))"],
    ["=1-2-3", "((1 - 2) - 3)"],
    ["(1-2)/3", "((1 - 2) / 3)"],
    ["-2*3", "((- 2) * 3)"],
    ["--1", "(- (- 1))"],
    ["50%*[a]", "(0.5 * [a])"],
    ['"a"&1+2', "('a' & (1 + 2))"],
    ['"a"&"b"="ab"', "(('a' & 'b') = 'ab')"],
    ["[a]+1>=[b]*2", "(([a] + 1) >= ([b] * 2))"],
    ["([a]>1)=([b]>1)", "(([a] > 1) = ([b] > 1))"],
    ['"说""好"""', "'说\"好\"'"],
    ["“公办”", "'公办'"],
    ["“说“好”””", "'说“好”'"],
    ['"“快乐校园”示范学校"', "'“快乐校园”示范学校'"],
    ["true", "T"],
    ["班级[学生数]", "班级[学生数]"],
    ["[@学部]", "[@学部]"],
    ["班级[@学生数]", "班级[@学生数]"],
    ["SUM([@[一年级]:[六年级]])", "SUM([一年级..六年级])"],
    ['sumifs([a],[b],"公办")', "SUMIFS([a] [b] '公办')"],
    ['指标(上线率,"上年")', "指标(上线率 '上年')"],
    ['参数(均衡线,"指标1",[学部])', "参数(均衡线 '指标1' [学部])"],
    ["0.125", "0.125"],
  ])("%s", (text, bound) => {
    expect(read(text)).toBe(bound);
  });

  it.each([
    ["ＳＵＭ（［在园幼儿数］，［＠女］）", "SUM([在园幼儿数] [@女])"],
    ["［ａ］≥３", "([a] >= 3)"],
    ["[a]≤1", "([a] <= 1)"],
    ["[a]≠1", "([a] <> 1)"],
    ["[a]＞＝1", "([a] >= 1)"],
    ["[a]×2÷3", "(([a] * 2) / 3)"],
    ["１２．５％＋1", "(0.125 + 1)"],
    ["SUM([＠[一年级]：[六年级]])", "SUM([一年级..六年级])"],
    ["＝1　+ 2", "(1 + 2)"],
    ['"１，２"', "'１，２'"],
  ])("full-width %s reads as its half-width twin", (text, bound) => {
    expect(read(text)).toBe(bound);
  });
});

describe("a formula that cannot be read says where and why", () => {
  it.each([
    ['"公办', "E-L01@1"],
    ["[a]+[在校生", "E-L01@5"],
    ["=[@[a]:[b", "E-L01@2"],
    ["600分以上+1", "E-L02@1"],
    ["[2班]", "E-L02@2"],
    ["1e8", "E-L02@1"],
    ["", "E-P01@1"],
    ["1+", "E-P01@3"],
    ["1+*2", "E-P01@3"],
    ["1 2", "E-P01@3"],
    ["[其中:女]", "E-P01@4"],
    ["[在校生(人)]", "E-P01@5"],
    ["[a]^2", "E-P01@4"],
    ["{1,2}", "E-P01@1"],
    ["Sheet1!A1", "E-P01@7"],
    ["[a]%", "E-P01@4"],
    ["IF([a]>1,,2)", "E-P01@10"],
    ["IF([a]>1,2)", "E-P01@11"],
    ["SUM()", "E-P01@5"],
    ["ABS(1,2)", "E-P01@8"],
    ["SUMIFS([a],[b])", "E-P01@15"],
    ['COUNTIFS([a]+1,"x")', "E-P01@10"],
    ['COUNTIFS([@a],"x")', "E-P01@10"],
    ['指标("公办率")', "E-P01@4"],
    ["1+[@[a]:[b]]", "E-P01@3"],
    ["ABS([@[a]:[b]])", "E-P01@5"],
    ["(1+2", "E-P02@1"],
    ["SUM([a]", "E-P02@4"],
    ["1+2)", "E-P02@4"],
    [")", "E-P02@1"],
    ["1<[a]<3", "E-P03@6"],
    ["[a]=[b]=[c]", "E-P03@8"],
    ["SUMIF([a],1)+XLOOKUP(1)", "E-N03@1 E-N03@14"],
    [`${"(".repeat(33)}1${")".repeat(33)}`, "E-P04@33"],
    ["1+".repeat(500) + "1", "E-P04@1001"],
  ])("%s", (text, fault) => {
    expect(read(text)).toBe(fault);
  });

  it("reads 1,000 characters and 32 levels", () => {
    expect(parseFormula("1+".repeat(499) + "12").ok).toBe(true);
    expect(parseFormula(`${"(".repeat(32)}1${")".repeat(32)}`).ok).toBe(true);
  });

  it.each([
    ["SUMIF([a])", "SUMIFS"],
    ["countif([a])", "COUNTIFS"],
    ["AVERAGEIF([a])", "AVERAGEIFS"],
    ["差异糸数([a],[b])", "差异系数"],
    ["SUMME([a])", "SUM"],
  ])("%s: the nearest function is named", (text, near) => {
    const parsed = parseFormula(text);
    expect(parsed).toMatchObject({ ok: false, problem: [{ code: "E-N03", at: 1, parts: { near } }] });
  });

  it("an extent is the stretch of the text as typed", () => {
    const parsed = parseFormula("= SUM( [甲] ) / 12.5%");
    expect(parsed).toMatchObject({
      ok: true,
      value: { at: { start: 2, end: 20 }, left: { at: { start: 2, end: 12 } }, right: { at: { start: 15, end: 20 } } },
    });
  });
});
