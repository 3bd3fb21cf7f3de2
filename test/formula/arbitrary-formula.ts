import fc from "fast-check";

/**
 * Formulas people could write over the table of formula-sheet.ts, as texts. Amounts stay exact in binary where a formula
 * rounds or compares (quarters, no quotients), and divisors stay off zero, so that a spreadsheet's binary fractions make
 * no difference between the two routes. No text comes out empty: in a cell that is a blank.
 */
type Text = fc.Arbitrary<string>;

/** `#` in a pattern stands for the next part. */
function formula(pattern: string, ...parts: readonly Text[]): Text {
  return fc.tuple(...parts).map((texts) => {
    const rest = [...texts];
    return pattern.replaceAll("#", () => rest.shift() ?? "");
  });
}

const amountColumn: Text = fc.constantFrom("[a]", "[b]", "[n]");
const ownAmount: Text = fc.constantFrom("[@a]", "[@b]", "[@n]");
const literal: Text = fc.integer({ min: 0, max: 2000 }).map((quarters) => String(quarters / 4));
const positive: Text = fc.integer({ min: 1, max: 40 }).map(String);
const divisor: Text = fc.oneof(fc.constant("[n]"), positive);
const order: Text = fc.constantFrom("=", "<>", "<", "<=", ">", ">=");
const sign: Text = fc.constantFrom("+", "-", "*");
const place: Text = fc.integer({ min: 0, max: 3 }).map(String);

const { exact, number, condition, text } = fc.letrec<Record<"exact" | "number" | "condition" | "text", string>>(
  (tie) => {
    const [exactly, numbers, conditions, texts] = [tie("exact"), tie("number"), tie("condition"), tie("text")];
    return {
      exact: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.oneof(amountColumn, literal),
        formula("(##-1)", literal, fc.constant("+")),
        formula("(###)", amountColumn, sign, literal),
        formula("(###)", exactly, sign, literal),
        formula("(#+#)", exactly, exactly),
        formula("-#", amountColumn),
        formula("ABS(#)", exactly),
        formula("IF(#,#,#)", conditions, exactly, exactly),
        formula("IFBLANK(#,#)", amountColumn, literal),
        formula("N(#)", conditions),
        formula("LEN(#)", texts),
      ),
      number: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        exactly,
        formula("#/#", exactly, divisor),
        formula("(#+#)", numbers, numbers),
        formula("ROUND(#,#)", exactly, place),
        formula("ROUNDUP(#,#)", exactly, place),
        formula("ROUNDDOWN(#,#)", exactly, place),
        formula("SUM(#,#)", ownAmount, ownAmount),
        formula("AVERAGE(#,#)", ownAmount, ownAmount),
        formula("MIN(#,#,#)", ownAmount, ownAmount, literal),
        formula("MAX(#,#)", ownAmount, literal),
        fc.constantFrom(
          "SUM([@[a]:[n]])",
          "COUNTA([@[校名]:[b]])",
          "COUNTIFS([乡镇],[@乡镇])",
          "SUMIFS([n],[办别],[@办别])",
        ),
        formula("IFERROR(#/[b],#)", exactly, literal),
        formula("IF(#,#,#)", conditions, numbers, numbers),
      ),
      condition: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        formula("###", exactly, order, exactly),
        formula("#/##0.5", exactly, divisor, fc.constantFrom("<=", ">", ">=")),
        fc.constantFrom(
          '[办别]="公办"',
          '[办别]<>"公办"',
          '[普惠]="是"',
          '[乡镇]="东"',
          '[a]=""',
          '[b]<>""',
          "ISBLANK([a]+[b])",
        ),
        formula("AND(#,#)", conditions, conditions),
        formula("OR(#,#)", conditions, conditions),
        formula("NOT(#)", conditions),
      ),
      text: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.constantFrom("[校名]", "[办别]", "[乡镇]", '"小"', '"说""好"""'),
        formula("#&#", texts, texts),
        formula("LEFT(#,#)", texts, positive),
        formula("RIGHT(#,#)", texts, positive),
        formula("MID(#,1,#)", texts, positive),
        formula("IF(#,#,#)", conditions, texts, texts),
      ),
    };
  },
);

/** A formula of one row: a number, a yes or no, or words. */
export const rowFormula: Text = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 3, arbitrary: condition },
  { weight: 1, arbitrary: text },
);

const criterion: Text = fc.oneof(
  fc.constantFrom(
    '[办别],"公办"',
    '[办别],"<>公办"',
    '[普惠],"是"',
    '[校名],"*小"',
    '[校名],"<>?小"',
    '[乡镇],"<>"',
    '[乡镇],""',
    '[办别],"<>"',
  ),
  formula('#,"##"', amountColumn, fc.constantFrom("", ">", ">=", "<", "<=", "<>"), literal),
  formula('#,">="&#+#', amountColumn, literal, positive),
);
const criteria: Text = fc.oneof(criterion, formula("#,#", criterion, criterion));

/** What runs down the rows inside a total: no total, and no row meant by name. */
const inner: Text = fc.oneof(amountColumn, exact, formula("#/#", exact, divisor));

const total: Text = fc.oneof(
  formula("SUM(#)", inner),
  formula("SUM(#,#)", amountColumn, amountColumn),
  formula("SUMIFS(#,#)", fc.oneof(amountColumn, exact), criteria),
  formula("COUNTA(#)", fc.oneof(amountColumn, fc.constantFrom("[校名]", "[a]+[b]"))),
  formula("COUNTIFS(#)", criteria),
  formula("AVERAGE(#)", inner),
  formula("AVERAGEIFS(#,#)", amountColumn, criteria),
  formula("MAX(#)", inner),
  formula("MIN(#)", inner),
  formula("MAXIFS(#,#)", amountColumn, criteria),
  formula("MINIFS(#,#)", amountColumn, criteria),
  formula("MEDIAN(#)", inner),
  formula("去重计数(#)", fc.constantFrom("[乡镇]", "[校名]", "[办别]")),
  formula("去重计数(#,#)", fc.constantFrom("[乡镇]", "[校名]"), criteria),
  formula("差异系数(#,[n])", fc.constantFrom("[a]", "[b]", "[a]+[b]")),
);

/** A figure of the district: totals, what is made of them, or a list of names. */
export const figureFormula: Text = fc.oneof(
  { weight: 6, arbitrary: total },
  { weight: 2, arbitrary: formula("#/SUM([n])", total) },
  { weight: 2, arbitrary: formula("###", total, fc.constantFrom("+", "-", "*"), total) },
  { weight: 1, arbitrary: formula("IFERROR(#/#,#)", total, total, literal) },
  { weight: 1, arbitrary: formula("IF(#>=#,#,#)", formula("COUNTIFS(#)", criteria), positive, total, total) },
  { weight: 1, arbitrary: formula("名单([校名],#)", criteria) },
);
