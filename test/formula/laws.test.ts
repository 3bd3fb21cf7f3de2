import fc from "fast-check";
import { fraction } from "../../src/domain/exact";
import { callShapes } from "../../src/formula/call-shapes";
import { nodes } from "../../src/formula/columns-of";
import { evaluate } from "../../src/formula/evaluate";
import { explain } from "../../src/formula/explain";
import { parseFormula } from "../../src/formula/parse-formula";
import { printExcel } from "../../src/formula/print-excel";
import { printFormula } from "../../src/formula/print-formula";
import { type BinaryOperator, type FunctionName, type Tree, functionNames } from "../../src/formula/tree";
import type { Value } from "../../src/formula/value";
import { excelNames } from "./excel-names";
import { type TestCell, type TestTable, tableScope } from "./table-scope";

const at = { start: 0, end: 0 };
const columnNames = ["甲", "乙", "丙"] as const;
const operators: readonly BinaryOperator[] = ["+", "-", "*", "/", "&", "=", "<>", "<", "<=", ">", ">="];

const cell: fc.Arbitrary<TestCell> = fc.oneof(
  fc.constantFrom<TestCell>(null, "—", "#", 0, "", "是", "否", "公办", "<>x", "*", true, false),
  fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8),
  fc.integer({ min: 1, max: 60000 }).map((date) => ({ date })),
);
const table: fc.Arbitrary<TestTable> = fc
  .array(fc.tuple(cell, cell, cell), { maxLength: 6 })
  .map((rows) => Object.fromEntries(columnNames.map((name, index) => [name, rows.map((row) => row[index] ?? null)])));

const wholeColumn: fc.Arbitrary<Tree> = fc
  .constantFrom(...columnNames)
  .map((name) => ({ node: "column", name, thisRow: false, at }));
const leaf: fc.Arbitrary<Tree> = fc.oneof(
  fc
    .tuple(fc.bigInt({ min: 0n, max: 100000n }), fc.constantFrom(1n, 2n, 8n, 100n))
    .map(([numerator, denominator]): Tree => ({ node: "number", value: fraction(numerator, denominator), at })),
  fc.constantFrom("", "公办", ">=1", '说"好"', "*").map((value): Tree => ({ node: "text", value, at })),
  fc.boolean().map((value): Tree => ({ node: "boolean", value, at })),
  wholeColumn,
  fc.constantFrom(...columnNames, "没有").map((name): Tree => ({ node: "column", name, thisRow: true, at })),
  fc.constantFrom("大班额线", "公办率").map((name): Tree => ({ node: "name", name, at })),
);

/** Trees the parser can give: every call is of its function's shape. */
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom<"+" | "-">("+", "-"), tie("tree"))
      .map(([operator, operand]): Tree => ({ node: "sign", operator, operand, at })),
    fc
      .tuple(fc.constantFrom(...operators), tie("tree"), tie("tree"))
      .map(([operator, left, right]): Tree => ({ node: "binary", operator, left, right, at })),
    fc.constantFrom(...functionNames).chain((name) => callOf(name, tie("tree"))),
  ),
}));

function callOf(name: FunctionName, argument: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  const shape = callShapes[name];
  const byRole = {
    value: argument,
    column: wholeColumn,
    name: fc.constantFrom<Tree>({ node: "name", name: "公办率", at }),
  };
  const count = fc.constantFrom(
    ...[0, 1, 2].map((more) =>
      shape.parity === undefined ? Math.min(shape.least + more, shape.most) : shape.least + 2 * more,
    ),
  );
  return count.chain((length) =>
    fc
      .tuple(...Array.from({ length }, (_, index) => byRole[shape.role(index)]))
      .map((parts): Tree => ({ node: "call", name, arguments: parts, at })),
  );
}

/** What somebody who reads a formula in words has to find there. A criterion's operator is told in words. */
function namedIn(formula: Tree): readonly string[] {
  return [...nodes(formula)].flatMap((node): readonly string[] => {
    switch (node.node) {
      case "number":
        return [printFormula(node)];
      case "column":
      case "name":
        return [node.name];
      case "fields":
        return [node.from, node.to];
      case "text":
        return [node.value.replace(/^[<>=]+/u, "")];
      case "boolean":
      case "sign":
      case "binary":
      case "call":
        return [];
    }
  });
}

const withoutPlaces = (value: Tree): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === "at" ? undefined : typeof part === "bigint" ? part.toString() : part,
    ),
  );

const number = (value: Value): string =>
  value.type === "number" ? `${String(value.value.numerator)}/${String(value.value.denominator)}` : value.type;
const parsed = (formula: string): Tree => {
  const result = parseFormula(formula);
  if (!result.ok) throw new Error(`${formula}: ${JSON.stringify(result.problem)}`);
  return result.value;
};

describe("laws of the formula language", () => {
  it("a printed formula reads back as the same tree", () => {
    fc.assert(
      fc.property(tree, (original) => {
        const text = printFormula(original);
        fc.pre(text.length <= 1000);
        expect(withoutPlaces(parsed(text))).toEqual(withoutPlaces(original));
      }),
      { numRuns: 500 },
    );
  });

  it("any text is read or refused with a place inside it, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc
            .array(
              fc.constantFrom(
                "[",
                "]",
                "@",
                "(",
                ")",
                "SUM",
                "甲",
                ",",
                "，",
                "1",
                '"',
                "“",
                "=",
                "≥",
                ":",
                "%",
                " ",
                "-",
              ),
            )
            .map((parts) => parts.join("")),
        ),
        (text) => {
          const result = parseFormula(text);
          if (result.ok) return;
          expect(result.problem.length).toBeGreaterThan(0);
          for (const { at: place } of result.problem) expect(place).toBeLessThanOrEqual(text.length + 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("evaluation gives a value whatever the tree and the columns", () => {
    fc.assert(
      fc.property(tree, table, fc.option(fc.nat(5)), (formula, rows, row) => {
        const scope = tableScope({ 学校: rows }, row === null ? {} : { row });
        expect(evaluate(formula, scope).type).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });

  it("every formula has words and an Excel formula or a reason why not", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom("figure" as const, "field" as const, "rule" as const), (formula, as) => {
        expect(explain(formula, "zh")).not.toContain("undefined");
        const printing = printExcel(formula, excelNames(), { as });
        if (printing.ok) expect(printing.value.formula).toMatch(/^=./);
        else expect(printing.problem.reason).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it.each(["zh", "en"] as const)(
    "a formula in words (%s) names every column, name, number and criterion in it",
    (language) => {
      fc.assert(
        fc.property(tree, (formula) => {
          const words = explain(formula, language);
          for (const named of namedIn(formula)) expect(words).toContain(named);
        }),
        { numRuns: 300 },
      );
    },
  );

  it("a total does not depend on the order of the rows", () => {
    const formulas = [
      "SUM([甲])",
      'SUMIFS([甲],[乙],"公办")',
      "COUNTA([丙])",
      "MEDIAN([甲])",
      "去重计数([乙])",
      "MAX([甲])",
    ].map(parsed);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), fc.nat(), (rows, turn) => {
        const cut = rows.length === 0 ? 0 : turn % rows.length;
        const turned = [...rows.slice(cut), ...rows.slice(0, cut)].reverse();
        const scopes = [rows, turned].map((given) =>
          tableScope({
            学校: Object.fromEntries(columnNames.map((name, index) => [name, given.map((row) => row[index] ?? null)])),
          }),
        );
        for (const formula of formulas) {
          const [one, other] = scopes.map((scope) => number(evaluate(formula, scope)));
          expect(other).toBe(one);
        }
      }),
    );
  });

  it("totals of parts add up to the total of the whole, exactly", () => {
    const formula = parsed("SUM([甲])");
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -100000, max: 100000 }).map((cents) => cents / 100),
          { minLength: 1, maxLength: 30 },
        ),
        fc.nat(),
        (amounts, at_) => {
          const cut = at_ % amounts.length;
          const sum = (rows: readonly number[]): Value =>
            evaluate(formula, tableScope({ 学校: { 甲: amounts } }, { rows: () => rows }));
          const rows = amounts.map((_, row) => row);
          const parts = [sum(rows.slice(0, cut)), sum(rows.slice(cut))];
          const whole = sum(rows);
          const added = evaluate(
            { node: "binary", operator: "=", left: nameTree("和"), right: nameTree("总"), at },
            tableScope({ 学校: {} }, { named: (name) => (name === "总" ? whole : addUp(parts)) }),
          );
          expect(number(addUp(parts))).toBe(number(whole));
          expect(added).toEqual({ type: "boolean", value: true });
        },
      ),
    );
  });

  it("a ratio of totals is the exact quotient, not a quotient of rounded numbers", () => {
    const formula = parsed("SUM([甲])/SUM([乙])");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(100000), fc.integer({ min: 1, max: 100000 })), { minLength: 1, maxLength: 20 }),
        (rows) => {
          const scope = tableScope({ 学校: { 甲: rows.map(([a]) => a), 乙: rows.map(([, b]) => b) } });
          const [top, bottom] = [rows.reduce((sum, [a]) => sum + a, 0), rows.reduce((sum, [, b]) => sum + b, 0)];
          expect(evaluate(formula, scope)).toEqual({ type: "number", value: fraction(BigInt(top), BigInt(bottom)) });
        },
      ),
    );
  });
});

const nameTree = (name: string): Tree => ({ node: "name", name, at });

function addUp(parts: readonly Value[]): Value {
  const [a, b] = parts;
  return a && b
    ? evaluate(
        { node: "binary", operator: "+", left: nameTree("a"), right: nameTree("b"), at },
        tableScope({ 学校: {} }, { named: (name) => (name === "a" ? a : b) }),
      )
    : { type: "missing" };
}
