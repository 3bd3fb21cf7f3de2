import fc from "fast-check";
import { buildReport, draftReport, type ReportDraft, type ReportInput } from "../../../src/core/build-report";
import { noCasework, type Casework, type Correction, type Explanation } from "../../../src/domain/casework";
import { cellKey, type Reading } from "../../../src/domain/cell";
import type { Collection } from "../../../src/domain/collected";
import { filed, prepared, rowsOf, sheetOfRole } from "../write/small-district";

const correction = (more: Partial<Correction> = {}): Correction => ({
  school: "0001",
  form: "幼儿园",
  element: "幼儿数",
  key: [],
  was: "180",
  now: "200",
  reason: "电话核实，漏填一个班",
  by: "王股长",
  ...more,
});
const explanation = (more: Partial<Explanation> = {}): Explanation => ({
  school: "0003",
  rule: "R2",
  reason: "借用社区用房，未计入",
  by: "李园长",
  ...more,
});

const sources = prepared();
const inputOf = (casework: Partial<Casework>, rows: Readonly<Record<string, string>>): ReportInput => ({
  ...sources,
  readings: [filed(rows)],
  casework: { ...noCasework, ...casework },
  run: 1,
  at: "2023-01-05T09:00:00",
});
const run = (casework: Partial<Casework> = {}, rows: Readonly<Record<string, string>> = {}): ReportDraft =>
  draftReport(inputOf(casework, rows));
const correcting = (one: Partial<Correction>, rows?: Readonly<Record<string, string>>) =>
  run({ corrections: [correction(one)] }, rows);

const readingOf = ({ collection }: ReportDraft, element: string, row = 0): Reading | undefined =>
  collection.tables.get("幼儿园")?.columns.get(element)?.[row];
const number = (reading: Reading | undefined): number | undefined =>
  reading?.state === "reported" && reading.value.type === "number"
    ? Number(reading.value.value.numerator) / Number(reading.value.value.denominator)
    : undefined;
const codes = ({ collection, confrontation }: ReportDraft): readonly string[] =>
  [...collection.findings, ...confrontation.findings].map(({ rule, code }) => rule ?? code);

describe("a correction", () => {
  it("stands in place of the school's value, which is kept beside it", () => {
    const report = correcting({});
    expect(number(readingOf(report, "幼儿数"))).toBe(200);
    const at = readingOf(report, "幼儿数")?.at;
    const kept = at && report.collection.corrected?.get(cellKey(at));
    expect(number(kept?.received)).toBe(180);
    expect(kept?.correction).toEqual(correction());
  });

  it("is written in the unit the value is kept in", () => {
    // Filed as 12.5 万元.
    expect(number(readingOf(correcting({ element: "经费", was: "125000", now: "135000" }), "经费"))).toBe(135000);
    expect(codes(correcting({ element: "经费", was: "12.5", now: "13.5" }))).toContain("correction-outdated");
  });

  it("moves the figures and the formulas that add them up again", () => {
    const total = (report: ReportDraft) => report.figures.get("幼儿总数")?.value;
    expect(total(correcting({}))).not.toEqual(total(run()));
    const whole = buildReport(inputOf({ corrections: [correction()] }, {}));
    const row = rowsOf(sheetOfRole(whole, "data:幼儿园"))[0];
    expect(row?.get("幼儿数")).toBe(200);
  });

  it.each<[what: string, rows: Readonly<Record<string, string>>, one: Partial<Correction>, settled: string]>([
    [
      "a word where a number belongs",
      { "0001": "'0001|城关幼儿园|约180|90|900.5|12.5|美术" },
      { was: "约180" },
      "cell-not-number",
    ],
    ["a required cell that is blank", { "0001": "'0001|城关幼儿园||90|900.5|12.5|美术" }, { was: "" }, "cell-required"],
    ["a broken formula", { "0001": "'0001|城关幼儿园|#REF!|90|900.5|12.5|美术" }, { was: "#REF!" }, "cell-error-value"],
    ["a rule that fails", { "0001": "'0001|城关幼儿园|80|90|900.5|12.5|美术" }, { was: "80" }, "R1"],
  ])("settles %s", (_what, rows, one, settled) => {
    expect(codes(run({}, rows))).toContain(settled);
    const report = correcting(one, rows);
    expect(codes(report)).not.toContain(settled);
    expect(number(readingOf(report, "幼儿数"))).toBe(200);
  });

  it.each<[what: string, one: Partial<Correction>, code: string, severity: string]>([
    ["without a person", { by: "" }, "correction-unconfirmed", "notice"],
    ["with a reason of one word", { reason: "核实" }, "correction-unconfirmed", "notice"],
    ["without a value", { now: "" }, "correction-unconfirmed", "notice"],
    ["of a value the school no longer sends", { was: "175" }, "correction-outdated", "warning"],
    ["of a school that is not on the roster", { school: "0009" }, "correction-unmatched", "warning"],
    ["of a form nobody collects", { form: "小学" }, "correction-unmatched", "warning"],
    ["of a field that is computed", { element: "生均面积" }, "correction-unmatched", "warning"],
    ["to something that is no number", { now: "约200" }, "casework-unreadable", "warning"],
    ["to less than nothing", { now: "-1" }, "casework-unreadable", "warning"],
  ])("%s does not count and says so", (_what, one, code, severity) => {
    const report = correcting(one);
    expect(report.collection.findings).toEqual([expect.objectContaining({ code, severity })]);
    expect(report.collection.tables).toEqual(run().collection.tables);
    expect(report.collection.corrected).toBeUndefined();
  });

  it("of a school that has not filed does not stand for its filing", () => {
    const report = correcting({ was: "" }, { "0001": "" });
    expect(codes(report)).toEqual(expect.arrayContaining(["correction-unmatched", "not-filed"]));
  });

  it("gives way to a later one of the same cell", () => {
    const report = run({ corrections: [correction(), correction({ now: "190" })] });
    expect(number(readingOf(report, "幼儿数"))).toBe(190);
    expect(report.collection.findings).toMatchObject([{ code: "correction-unmatched", severity: "notice" }]);
  });
});

describe("an explanation", () => {
  const thin = (report: ReportDraft) =>
    report.confrontation.findings.filter(({ rule, school }) => rule === "R2" && school === "0003");

  it("answers for a warning, which stays on record", () => {
    expect(thin(run())).toMatchObject([{ severity: "warning" }]);
    expect(thin(run({ explanations: [explanation()] }))).toMatchObject([{ explained: explanation() }]);
  });

  it.each<[what: string, one: Partial<Explanation>]>([
    ["of another school", { school: "0001" }],
    ["of another rule", { rule: "R1" }],
    ["without a person", { by: "" }],
    ["with too short a reason", { reason: "属实" }],
  ])("%s does not", (_what, one) => {
    expect(thin(run({ explanations: [explanation(one)] }))[0]?.explained).toBeUndefined();
  });

  it("of an error is refused, and the error stands", () => {
    const rows = { "0002": "'0002|柳林幼儿园|40|50|360|3.3333|音乐" };
    const report = run({ explanations: [explanation({ school: "0002", rule: "R1" })] }, rows);
    expect(codes(report)).toEqual(expect.arrayContaining(["R1", "explanation-refused"]));
    expect(report.confrontation.findings.find(({ rule }) => rule === "R1")?.explained).toBeUndefined();
    expect(report.confrontation.blocked).toEqual(run({}, rows).confrontation.blocked);
  });
});

describe("law", () => {
  const values = new Map([
    ["0001", { 幼儿数: "180", 女童: "90", 面积: "900.5", 经费: "125000", 课程: "美术" }],
    ["0003", { 幼儿数: "60", 女童: "30", 面积: "0.3", 经费: "—", 课程: "美术" }],
    ["0009", { 幼儿数: "1", 女童: "1", 面积: "1", 经费: "1", 课程: "" }],
  ]);
  const corrections = fc
    .array(
      fc.record({
        school: fc.constantFrom(...values.keys()),
        element: fc.constantFrom("幼儿数", "女童", "面积", "经费", "课程", "没有的"),
        isCurrent: fc.boolean(),
        now: fc.oneof(fc.nat(500).map(String), fc.constantFrom("", "—", "约5", "=1+1")),
        by: fc.constantFrom("", "王股长"),
      }),
      { maxLength: 6 },
    )
    .map((some) =>
      some.map(({ school, element, isCurrent, now, by }) => {
        const own: Readonly<Record<string, string>> = values.get(school) ?? {};
        return correction({ school, element, now, by, was: isCurrent ? (own[element] ?? "") : "7" });
      }),
    );

  const without = run();
  const whole = buildReport(inputOf({}, {}));

  it("taking the corrections away gives the same report again, cell for cell", () => {
    fc.assert(
      fc.property(corrections, (some) => {
        buildReport(inputOf({ corrections: some }, {}));
        expect(buildReport(inputOf({}, {}))).toEqual(whole);
      }),
      { numRuns: 5 },
    );
  });

  it("putting what was received back into every corrected cell gives the collection as it came", () => {
    fc.assert(
      fc.property(corrections, (some) => {
        expect(restored(run({ corrections: some }).collection)).toEqual(without.collection.tables);
      }),
      { numRuns: 60 },
    );
  });

  it("no cell differs from what was received unless it is listed as corrected", () => {
    fc.assert(
      fc.property(corrections, (some) => {
        const { tables, corrected = new Map<string, never>() } = run({ corrections: some }).collection;
        for (const [element, readings] of tables.get("幼儿园")?.columns ?? [])
          for (const [row, reading] of readings.entries()) {
            const received = without.collection.tables.get("幼儿园")?.columns.get(element)?.[row];
            if (!reading.at || !corrected.has(cellKey(reading.at))) expect(reading).toEqual(received);
          }
      }),
      { numRuns: 60 },
    );
  });

  function restored({ tables, corrected }: Collection): Collection["tables"] {
    const received = (reading: Reading): Reading => (reading.at && corrected?.get(cellKey(reading.at))?.received) ?? reading; // prettier-ignore
    return new Map(
      [...tables].map(([form, table]) => [
        form,
        { ...table, columns: new Map([...table.columns].map(([name, readings]) => [name, readings.map(received)])) },
      ]),
    );
  }
});
