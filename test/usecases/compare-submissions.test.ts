import type { FileReading } from "../../src/domain/snapshot";
import { compareSubmissions, type SchoolComparison } from "../../src/usecases/compare-submissions";
import { filed, prepared } from "../core/write/small-district";
import { fileOf, sheetOf } from "../support/workbook-text";

const sources = prepared();
const header = "学校代码|学校名称|幼儿数|女童|面积|经费|课程";
const own = (row: string, file = "城关幼儿园.xlsx") => fileOf(file, sheetOf("幼儿园", `${header}\n${row}`));
const good = "'0001|城关幼儿园|180|90|900.5|12.5|美术";

const compare = (before: readonly FileReading[], after: readonly FileReading[]) =>
  compareSubmissions(sources, { before, after });
function only(before: readonly FileReading[], after: readonly FileReading[]): SchoolComparison {
  const { schools } = compare(before, after);
  const [school, ...others] = schools;
  if (!school || others.length > 0) throw new Error(`${String(schools.length)} schools were compared`);
  return school;
}
const rules = (some: SchoolComparison["fixed"]) => some.map(({ rule, code }) => rule ?? code);

describe("a second submission", () => {
  it.each<
    [what: string, before: string, after: string, expected: readonly [fixed: string[], open: string[], fresh: string[]]]
  >([
    ["mends what was asked", "'0001|城关幼儿园|80|90|900.5|12.5|美术", good, [["R1"], [], []]],
    [
      "leaves it as it was",
      "'0001|城关幼儿园|80|90|900.5|12.5|美术",
      "'0001|城关幼儿园|80|85|900.5|12.5|美术",
      [[], ["R1"], []],
    ],
    ["makes another error", good, "'0001|城关幼儿园|180|90|90.5|12.5|约", [[], [], ["R2"]]],
    [
      "mends one and makes another",
      "'0001|城关幼儿园|约180|90|900.5|12.5|美术",
      "'0001|城关幼儿园|80|90|900.5|12.5|美术",
      [["cell-not-number"], [], ["R1"]],
    ],
  ])("%s", (_what, before, after, expected) => {
    const school = only([own(before)], [own(after)]);
    expect([rules(school.fixed), rules(school.stillOpen), rules(school.fresh)]).toEqual(expected);
  });

  it("changes what nobody asked for, cell by cell", () => {
    const school = only([own("'0001|城关幼儿园|80|90|900.5|12.5|美术")], [own("'0001|城关幼儿园|180|85|905.5||")]);
    // The rule named both children's counts; 经费 is kept in 元.
    expect(school.changedUnasked).toEqual([
      { form: "幼儿园", element: "面积", row: "", cell: "幼儿园!E2", from: "900.5", to: "905.5", difference: "+5" },
      { form: "幼儿园", element: "经费", row: "", cell: "幼儿园!F2", from: "125000", to: "" },
      { form: "幼儿园", element: "课程", row: "", cell: "幼儿园!G2", from: "美术", to: "" },
    ]);
    expect(school.identical).toBe(false);
  });

  it("counts as asked only what the school was really asked", () => {
    const [before, after] = [own("'0001|城关幼儿园|80|90|900.5|12.5|美术"), own(good)];
    const { schools } = compareSubmissions(sources, {
      before: [before],
      after: [after],
      asked: new Map([["0001", []]]),
    });
    expect(schools[0]?.changedUnasked).toMatchObject([
      { element: "幼儿数", from: "80", to: "180", difference: "+100" },
    ]);
  });

  it("is the same whatever it is called and wherever it stands", () => {
    const moved = fileOf("城关幼儿园(最终版).xlsx", sheetOf("幼儿园", `某县\n${header}\n${good}`));
    expect(only([own(good)], [moved])).toMatchObject({ identical: true, changedUnasked: [], fixed: [], fresh: [] });
  });

  it("stands as it was for schools that did not send again", () => {
    const others = own("'0002|柳林幼儿园|40|50|360|3|音乐", "柳林幼儿园.xlsx");
    const { schools, clauses } = compare([own(good), others], [own(good)]);
    expect(schools.map(({ school, identical }) => [school.code, identical])).toEqual([["0001", true]]);
    expect(clauses).toEqual([]);
  });

  it("comes first for a school that had sent nothing", () => {
    const school = only([own("'0002|柳林幼儿园|120|50|360|3|音乐", "柳林幼儿园.xlsx")], [own(good)]);
    expect([rules(school.fixed), school.changedUnasked, school.identical]).toEqual([["not-filed"], [], false]);
  });

  it("takes the place of the school's row in a list of several schools", () => {
    const { schools, clauses } = compare([filed()], [own("'0001|城关幼儿园|181|90|900.5|12.5|美术")]);
    expect(schools.map(({ school, changedUnasked }) => [school.code, changedUnasked.map(({ to }) => to)])).toEqual([
      ["0001", ["181"]],
    ]);
    expect(clauses.map(({ id, from, to }) => [id, from, to])).toContainEqual([
      "N1",
      "全县在园幼儿450人",
      "全县在园幼儿451人",
    ]);
  });

  it("stands under its own name even when the list it replaces a row of is called the same", () => {
    const again = fileOf("幼儿园.xlsx", sheetOf("幼儿园", `${header}\n'0001|城关幼儿园|180|95|900.5|12.5|美术`));
    const { schools } = compare([filed()], [again]);
    expect(schools.map(({ school, changedUnasked }) => [school.code, changedUnasked.map(({ to }) => to)])).toEqual([
      ["0001", ["95"]],
    ]);
  });
});
