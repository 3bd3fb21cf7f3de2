import { integer } from "../../src/domain/exact";
import type { Figure } from "../../src/domain/figure";
import type { Clause, Narrative } from "../../src/domain/narrative";
import { figureEffects, type Suspect } from "../../src/usecases/figure-effects";

const figure = (key: string, more: Partial<Figure> = {}): Figure => ({
  key,
  indicator: key,
  slice: [],
  kind: "量",
  unit: "人",
  value: { state: "number", value: integer(1) },
  partial: false,
  past: [],
  coverage: { expected: 1, counted: 1, missing: [] },
  lineage: [],
  uses: [],
  ...more,
});
const clause = (id: string, figures: readonly string[], conditionSources: readonly string[] = []): Clause => ({
  id,
  join: "",
  spans: [
    { type: "words", text: id },
    ...figures.map((key) => ({
      type: "slot" as const,
      text: key,
      template: `{${key}}`,
      figures: [key],
      parameters: [],
    })),
  ],
  status: "定稿",
  readiness: "ready",
  reasons: [],
  conditionSources,
});

const figures = new Map(
  [
    figure("在校生数", {
      lineage: [{ part: "numerator", form: "基本情况", column: "在校生数", role: "value", rows: [0, 1] }],
    }),
    figure("生师比", { uses: ["在校生数"] }),
    figure("教师数", {
      value: { state: "withheld", reasons: [{ why: "missing", form: "基本情况", column: "教师数", schools: ["03"] }] },
    }),
    figure("校舍面积"),
  ].map((one) => [one.key, one]),
);
const narrative: Narrative = {
  blocks: [
    {
      type: "paragraph",
      id: "P",
      startsLine: true,
      clauses: [
        clause("C1", ["在校生数"]),
        clause("C2", ["生师比"]),
        clause("C3", [], ["在校生数"]),
        clause("C4", ["教师数"]),
        clause("C5", ["校舍面积"]),
      ],
    },
  ],
};
const effects = figureEffects(figures, narrative);

it.each<[string, Suspect, number]>([
  [
    "a cell that was counted: clauses that print the figure, decide by it, or print one made of it",
    { form: "基本情况", column: "在校生数", row: 1 },
    3,
  ],
  ["a cell of another row", { form: "基本情况", column: "在校生数", row: 2 }, 0],
  ["a cell of another form", { form: "幼儿园", column: "在校生数", row: 1 }, 0],
  ["a blank a figure waits for", { form: "基本情况", column: "教师数", row: 2, school: "03" }, 1],
  ["a school that has sent nothing", { school: "03" }, 1],
  ["a school nobody waits for", { school: "01" }, 0],
])("counts the clauses that could change with %s", (_, suspect, clauses) => {
  expect(effects.clausesAffected([suspect])).toBe(clauses);
});

it("counts a clause once, however many cells lead to it", () => {
  expect(effects.clausesAffected([0, 1].map((row) => ({ form: "基本情况", column: "在校生数", row })))).toBe(3);
});

it("names the clauses that use a figure", () => {
  expect(effects.clausesOf("在校生数").map(({ id }) => id)).toEqual(["C1", "C3"]);
});
