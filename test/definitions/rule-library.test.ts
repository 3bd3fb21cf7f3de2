import { ruleLibrary } from "../../src/definitions/rule-library";
import { parseLibraryRules } from "../../src/definitions/rule-library/library-rule.schema";
import { columnsOf, nodes } from "../../src/formula/columns-of";
import { parseFormula } from "../../src/formula/parse-formula";

const rules = [...ruleLibrary.values()];
/** Rules of each group of the list. */
const numbered = { A: 7, B: 11, C: 6, D: 18, E: 11, F: 7, G: 8, H: 4 };

describe("the rule library", () => {
  it("has every one of the 72 numbers but E10, which the second route of every figure stands for", () => {
    const numbers = Object.entries(numbered).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => `${group}${String(index + 1)}`),
    );
    const told = new Set(rules.map(({ rule }) => rule));
    expect(numbers).toHaveLength(72);
    expect(numbers.filter((number) => !told.has(number))).toEqual(["E10"]);
    expect([...told].filter((number) => !numbers.includes(number))).toEqual([]);
  });

  it("calls an entry by its number, with a letter where a number has several", () => {
    const odd = rules.filter(({ id, rule }) => {
      const several = rules.filter((other) => other.rule === rule).length > 1;
      return several ? !new RegExp(`^${rule}[a-z]$`, "u").test(id) : id !== rule;
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it("explains every column and form its formulas read, and no other", () => {
    const unexplained = rules.flatMap((rule) => {
      if (rule.by === "reader") return [];
      const trees = [rule.formula, rule.when].flatMap((text) => {
        const parsed = text === undefined ? undefined : parseFormula(text);
        return parsed?.ok ? [parsed.value] : [];
      });
      const read = new Set([
        ...trees.flatMap(columnsOf).flatMap(({ name, form }) => (form === undefined ? [name] : [name, form])),
        ...trees
          .flatMap((tree) => [...nodes(tree)])
          .flatMap((node) => (node.node === "fields" ? [node.from, node.to] : [])),
      ]);
      const explained = [...Object.keys(rule.columns), ...Object.keys(rule.forms ?? {})];
      const roster = ["学校代码"];
      return [
        ...[...read].filter((name) => !explained.includes(name) && !roster.includes(name)),
        ...explained.filter((name) => !read.has(name)),
      ].map((name) => `${rule.id} ${name}`);
    });
    expect(unexplained).toEqual([]);
  });

  it("refuses a rule that is not written as one", () => {
    expect(() => parseLibraryRules([{ id: "D1", rule: "D1", by: "formula" }])).toThrow();
  });
});
