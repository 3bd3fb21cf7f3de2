import * as fc from "fast-check";
import { aggregate } from "../../../src/core/aggregate/aggregate";
import { add, exactText, integer, zero } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import { compiledOf, elementOf, formOf, indicatorOf } from "../../support/definition-builders";
import { collectionOf, confrontationOf, schoolOf, tableOf, type TestRow } from "./collection-builders";

const columns = ["学生", "教师"];
const definition = compiledOf({
  forms: [formOf("学校")],
  elements: columns.map((name) => elementOf("学校", name)),
  indicators: [
    indicatorOf("学生数", { form: "学校", numerator: "SUM([学生])", groupBy: ["乡镇"] }),
    indicatorOf("大校学生数", { form: "学校", numerator: 'SUMIFS([学生],[学生],">=500")', groupBy: ["乡镇"] }),
    indicatorOf("生师比", {
      form: "学校",
      kind: "均值",
      numerator: "SUM([学生])",
      denominator: "SUM([教师])",
      ifMissing: "跳过",
    }),
    indicatorOf("差异", { form: "学校", kind: "指数", numerator: "差异系数([教师],[学生])" }),
  ],
});

interface Report {
  readonly pupils: number | null;
  readonly teachers: number | null;
  readonly town: string;
}
const report = (pupils: fc.Arbitrary<number | null>): fc.Arbitrary<Report> =>
  fc.record({ pupils, teachers: pupils, town: fc.constantFrom("东", "西", "南") });
const filled = fc.array(report(fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 30 });
const withBlanks = fc.array(report(fc.option(fc.integer({ min: 1, max: 1000 }), { freq: 3 })), {
  minLength: 1,
  maxLength: 30,
});

const compute = (reports: readonly Report[]): ReadonlyMap<string, Figure> =>
  aggregate(
    definition,
    collectionOf(
      tableOf(
        "学校",
        columns,
        reports.map(
          ({ pupils, teachers, town }, index): TestRow => ({
            school: schoolOf(String(index), { 乡镇: town }),
            cells: { 学生: pupils, 教师: teachers },
          }),
        ),
      ),
    ),
    confrontationOf(),
    [],
  );

const told = ({ value }: Figure): string => (value.state === "number" ? exactText(value.value) : value.state);

describe("district totals", () => {
  it("do not depend on the order of the schools", () => {
    fc.assert(
      fc.property(withBlanks, (reports) => {
        const [there, back] = [compute(reports), compute([...reports].reverse())];
        for (const [key, figure] of there) expect(told(figure)).toBe(told(back.get(key) ?? figure));
        expect(new Set(back.keys())).toEqual(new Set(there.keys()));
      }),
    );
  });

  it("do not depend on how the schools are grouped into townships", () => {
    fc.assert(
      fc.property(filled, (reports) => {
        const all = compute(reports);
        for (const name of ["学生数", "大校学生数"]) {
          const slices = [...all.values()].filter(({ indicator, slice }) => indicator === name && slice.length === 1);
          const sum = slices.reduce(
            (total, { value }) => (value.state === "number" ? add(total, value.value) : total),
            zero,
          );
          expect(all.get(name)?.value).toEqual({ state: "number", value: sum });
        }
        const together = compute(reports.map((one) => ({ ...one, town: "东" })));
        expect(together.get("学生数")?.value).toEqual(all.get("学生数")?.value);
      }),
    );
  });

  it("rest on every school once, in one slice of a group", () => {
    fc.assert(
      fc.property(filled, (reports) => {
        const all = compute(reports);
        const slices = [...all.values()].filter(({ indicator, slice }) => indicator === "学生数" && slice.length === 1);
        const counted = slices
          .flatMap(({ lineage }) => lineage.flatMap(({ role, rows }) => (role === "value" ? rows : [])))
          .sort((a, b) => a - b);
        expect(counted).toEqual(reports.map((_, index) => index));
      }),
    );
  });

  it("are told only when every school needed is in, and otherwise name those that are not", () => {
    fc.assert(
      fc.property(withBlanks, (reports) => {
        const figure = compute(reports).get("学生数");
        const missing = reports.flatMap(({ pupils }, index) => (pupils === null ? [String(index)] : []));
        expect(figure?.value.state).toBe(missing.length === 0 ? "number" : "withheld");
        expect(figure?.coverage).toEqual({
          expected: reports.length,
          counted: reports.length - missing.length,
          missing,
        });
      }),
    );
  });

  it("of the schools that reported both parts are a quotient of their totals", () => {
    fc.assert(
      fc.property(withBlanks, (reports) => {
        const both = reports.filter(({ pupils, teachers }) => pupils !== null && teachers !== null);
        const [top, bottom] = [both.map(({ pupils }) => pupils ?? 0), both.map(({ teachers }) => teachers ?? 0)].map(
          (values) => integer(values.reduce((a, b) => a + b, 0)),
        );
        const figure = compute(reports).get("生师比");
        expect(figure?.partial).toBe(both.length < reports.length);
        expect(figure?.numerator).toEqual(top);
        expect(figure?.denominator).toEqual(bottom);
      }),
    );
  });

  it("are the same each time, from input that is not changed", () => {
    fc.assert(
      fc.property(withBlanks, (reports) => {
        expect(compute(reports)).toEqual(compute(reports));
      }),
    );
  });
});

describe("members of a group", () => {
  const groups = ["类型", "城乡"] as const;
  const cube = compiledOf({
    forms: [formOf("学校")],
    elements: ["学生", ...groups].map((name) => elementOf("学校", name)),
    indicators: [indicatorOf("学生数", { form: "学校", numerator: "SUM([学生])", groupBy: [...groups] })],
  });
  const rows = fc.array(
    fc.record({
      学生: fc.integer({ min: 0, max: 900 }),
      类型: fc.constantFrom("小学", "初中", "高中", "—", null),
      城乡: fc.constantFrom("城区", "镇区", "乡村", "—", null),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const compute = (given: readonly TestRow["cells"][]): readonly Figure[] => {
    const table = tableOf("学校", ["学生", ...groups], given.map((cells, index) => ({ school: schoolOf(String(index)), cells }))); // prettier-ignore
    return [...aggregate(cube, collectionOf(table), confrontationOf(), []).values()];
  };
  const memberIn = ({ slice }: Figure, group: string) => slice.find((one) => one.group === group)?.member;
  const other = (group: string): string => (group === "类型" ? "城乡" : "类型");

  it.each(groups)(
    "of %s add up to the whole, but for rows it does not apply to; a blank leaves all of them open",
    (group) => {
      fc.assert(
        fc.property(rows, (given) => {
          const figures = compute(given);
          for (const whole of figures.filter((figure) => memberIn(figure, group) === undefined)) {
            const pinned = memberIn(whole, other(group));
            const parts = figures.filter((figure) => memberIn(figure, group) !== undefined && memberIn(figure, other(group)) === pinned); // prettier-ignore
            const own = given.filter((cells) => pinned === undefined || cells[other(group) as "类型"] === pinned);
            const isOpen = own.some((cells) => cells[group] === null);
            if (isOpen) expect(parts.map(({ value }) => value.state)).toEqual(parts.map(() => "withheld"));
            const values = [whole, ...parts].map(({ value }) => (value.state === "number" ? value.value : undefined));
            if (isOpen || values.includes(undefined)) continue;
            const outside = own.filter((cells) => cells[group] === "—").reduce((sum, cells) => sum + cells["学生"], 0);
            const [total = zero, ...members] = values.map((value) => value ?? zero);
            expect(exactText(members.reduce(add, integer(outside)))).toBe(exactText(total)); // prettier-ignore
          }
        }),
        { numRuns: 80 },
      );
    },
  );
});
