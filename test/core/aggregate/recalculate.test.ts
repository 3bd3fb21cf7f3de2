import * as fc from "fast-check";
import { aggregate } from "../../../src/core/aggregate/aggregate";
import { calculationFrom } from "../../../src/core/aggregate/recalculate";
import type { Reading } from "../../../src/domain/cell";
import type { Collection, FormTable } from "../../../src/domain/collected";
import { integer } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import { compiledOf, elementOf, formOf, indicatorOf } from "../../support/definition-builders";
import { collectionOf, confrontationOf, schoolOf, tableOf } from "./collection-builders";

// Every way in which one cell reaches a figure: filter, group, criterion, derived field, total inside one, other figure.
const columns = ["学生", "教师", "类型"];
const definition = compiledOf({
  forms: [formOf("学校"), formOf("宿舍")],
  elements: [
    elementOf("学校", "学生"),
    elementOf("学校", "教师"),
    elementOf("学校", "类型", { type: "文本" }),
    elementOf("学校", "每师学生", { formula: "[学生]/[教师]" }),
    elementOf("学校", "宿舍床位", { formula: "SUMIFS(宿舍[床位],宿舍[学校代码],[@学校代码])" }),
    elementOf("宿舍", "床位"),
  ],
  indicators: [
    indicatorOf("学生数", { form: "学校", numerator: "SUM([学生])", groupBy: ["类型", "乡镇"] }),
    indicatorOf("大校学生数", { form: "学校", numerator: "SUM([学生])", filter: "[每师学生]>=10" }),
    indicatorOf("超编学生数", { form: "学校", numerator: 'SUMIFS([学生],[教师],">3")', groupBy: ["乡镇"] }),
    indicatorOf("寄宿学生数", { form: "学校", numerator: "SUM([学生])", filter: "[宿舍床位]>0" }),
    indicatorOf("生师比", {
      form: "学校",
      kind: "均值",
      numerator: "SUM([学生])",
      denominator: "SUM([教师])",
      ifMissing: "跳过",
    }),
    indicatorOf("两倍学生数", { numerator: "学生数*2" }),
    indicatorOf("床位", { form: "宿舍", numerator: "SUM([床位])" }),
  ],
});

const school = (index: number) => schoolOf(String(index), { 乡镇: index % 2 === 0 ? "东" : "西" });
const cell = fc.option(fc.integer({ min: 0, max: 60 }), { freq: 5 });
const row = fc.record({
  学生: cell,
  教师: cell,
  类型: fc.option(fc.constantFrom("小学", "初中"), { freq: 5 }),
  床位: cell,
});
const districts = fc.array(row, { minLength: 2, maxLength: 8 }).map((rows) =>
  collectionOf(
    tableOf("学校", columns, rows.map(({ 床位: _, ...cells }, index) => ({ school: school(index), cells }))), // prettier-ignore
    tableOf("宿舍", ["床位"], rows.map(({ 床位 }, index) => ({ school: school(index), cells: { 床位 } }))), // prettier-ignore
  ),
);

interface Change {
  readonly form: string;
  readonly column: string;
  readonly row: number;
  readonly value: number | null;
}
const change = fc.oneof(
  fc.record({ form: fc.constant("学校"), column: fc.constantFrom("学生", "教师"), row: fc.nat(7), value: cell }),
  fc.record({ form: fc.constant("宿舍"), column: fc.constant("床位"), row: fc.nat(7), value: cell }),
);

function changed(collection: Collection, { form, column, row: at, value }: Change): Collection {
  const table = collection.tables.get(form) as FormTable;
  const reading: Reading = value === null ? { state: "missing" } : { state: "reported", value: { type: "number", value: integer(value) } }; // prettier-ignore
  const readings = (table.columns.get(column) ?? []).map((one, place) => (place === at ? reading : one));
  return {
    ...collection,
    tables: new Map(collection.tables).set(form, { ...table, columns: new Map(table.columns).set(column, readings) }),
  };
}

const whole = (collection: Collection) => aggregate(definition, collection, confrontationOf(), []);
const valuesOf = (figures: ReadonlyMap<string, Figure>) =>
  [...figures].map(([key, { value, partial, coverage, lineage }]) => ({ key, value, partial, coverage, lineage }));

describe("computing again only what can differ", () => {
  it("gives every figure that computing everything gives, change after change", () => {
    fc.assert(
      fc.property(districts, fc.array(change, { minLength: 1, maxLength: 4 }), (district, changes) => {
        let [collection, calculation] = [district, calculationFrom(definition, [], district, whole(district))];
        for (const one of changes) {
          collection = changed(collection, one);
          calculation = calculation.recalculate(collection);
          expect(valuesOf(calculation.figures)).toEqual(valuesOf(whole(collection)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the very figures that no changed cell reaches", () => {
    const district = collectionOf(
      tableOf("学校", columns, [{ school: school(0), cells: { 学生: 30, 教师: 2, 类型: "小学" } }]),
      tableOf("宿舍", ["床位"], [{ school: school(0), cells: { 床位: 5 } }]),
    );
    const figures = whole(district);
    const after = calculationFrom(definition, [], district, figures).recalculate(
      changed(district, { form: "宿舍", column: "床位", row: 0, value: 9 }),
    ).figures;
    expect(after.get("床位")).not.toBe(figures.get("床位"));
    expect(after.get("学生数")).toBe(figures.get("学生数"));
    expect(after.get("寄宿学生数")).not.toBe(figures.get("寄宿学生数"));
  });
});
