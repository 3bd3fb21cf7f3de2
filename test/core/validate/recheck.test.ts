import fc from "fast-check";
import type { Collection } from "../../../src/domain/collected";
import type { CellTrial } from "../../../src/domain/diagnosis";
import { integer } from "../../../src/domain/exact";
import { recheckOf } from "../../../src/core/validate/recheck";
import { validate } from "../../../src/core/validate/validate";
import { collected, definition } from "../diagnose/slipped-school";

const school = "E01";
const collection = collected();
const recheck = recheckOf(definition, collection, []);

const places = [
  ...["在校生数", "男生", "女生", "一年级", "二年级", "面积", "经费"].map((element) => ({ form: "在校生", element, row: 0 })),
  ...[0, 1, 2, 3].flatMap((row) => ["人数", "其中女"].map((element) => ({ form: "年龄", element, row }))),
]; // prettier-ignore

const trial = fc
  .record({ place: fc.constantFrom(...places), value: fc.integer({ min: 0, max: 500 }) })
  .map(({ place, value }): CellTrial => ({ ...place, to: { type: "number", value: integer(value) } }));

function changed(trials: readonly CellTrial[]): Collection {
  const tables = new Map(collection.tables);
  for (const { form, element, row, to } of trials) {
    const table = tables.get(form);
    const readings = [...(table?.columns.get(element) ?? [])];
    const at = readings[row]?.at;
    readings[row] = { state: "reported", value: to, ...(at && { at }) };
    if (table) tables.set(form, { ...table, columns: new Map(table.columns).set(element, readings) });
  }
  return { ...collection, tables };
}

const failures = (of: Collection): readonly string[] =>
  validate(definition, of, [])
    .findings.filter((finding) => finding.school === school)
    .map(({ rule = "" }) => rule)
    .sort();

describe("judging again", () => {
  it("says of changed cells what judging everything would say", () => {
    fc.assert(
      fc.property(fc.array(trial, { minLength: 1, maxLength: 3 }), (trials) => {
        const again = recheck(school, trials);
        const reached = new Set(again.map(({ rule, row }) => `${rule} ${String(row)}`));
        const untouched = recheck(school, []).filter(({ rule, row }) => !reached.has(`${rule} ${String(row)}`));
        const failing = [...again, ...untouched].filter(({ verdict }) => verdict === "fail").map(({ rule }) => rule);
        expect(failing.sort()).toEqual(failures(changed(trials)));
      }),
    );
  });

  it("leaves alone rules that read nothing of what was changed", () => {
    const to = { type: "number", value: integer(1) } as const;
    const rules = (form: string, element: string) =>
      new Set(recheck(school, [{ form, element, row: 0, to }]).map(({ rule }) => rule));
    expect(rules("在校生", "经费")).toEqual(new Set(["经费"]));
    expect(rules("年龄", "人数")).toEqual(new Set(["年龄", "女"]));
  });

  it("judges only the rows a change can reach", () => {
    const to = { type: "number", value: integer(1) } as const;
    const rows = recheck(school, [{ form: "年龄", element: "其中女", row: 2, to }]).map(({ rule, row }) => [rule, row]);
    expect(rows).toEqual([["女", 2]]);
  });

  it("keeps to the rules it is asked about", () => {
    expect(new Set(recheck(school, [], new Set(["女"])).map(({ rule }) => rule))).toEqual(new Set(["女"]));
  });

  it("tells how far the sides are apart, and the cells behind them", () => {
    const to = { type: "number", value: integer(150) } as const;
    const [sexes] = recheck(school, [{ form: "在校生", element: "男生", row: 0, to }]);
    expect(sexes).toMatchObject({ rule: "性别", verdict: "fail", isEquality: true, gap: integer(-10) });
    expect(sexes?.cells()).toHaveLength(3);
  });
});
