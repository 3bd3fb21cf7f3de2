import { cellKey } from "../../../src/domain/cell";
import type { ProbableCause, SlipKind } from "../../../src/domain/diagnosis";
import { type Row, diagnosed, firstCause, lastYearsAges } from "./slipped-school";

const changed = (cause: ProbableCause | undefined): Row =>
  Object.fromEntries((cause?.changes ?? []).map(({ element, from, written }) => [element, `${from} → ${written}`]));

describe("the likeliest cause", () => {
  it.each<readonly [string, SlipKind, Row, Row]>([
    ["yuan in a column of 万元", "times-ten-thousand", { 经费: "3862000" }, { 经费: "3862000 → 386.2" }],
    ["a tenth of a thousandth", "divided-by-ten-thousand", { 经费: "0.03862" }, { 经费: "0.03862 → 386.2" }],
    ["a nought too many", "times-power-of-ten", { 在校生数: "3120" }, { 在校生数: "3120 → 312" }],
    ["mu in a column of ㎡", "area-in-mu", { 面积: "6.32" }, { 面积: "6.32 → 4213.33" }],
    ["a minus", "sign", { 男生: "-160" }, { 男生: "-160 → 160" }],
    ["two digits the other way round", "digits-transposed", { 男生: "106" }, { 男生: "106 → 160" }],
    ["one wrong digit", "digit-wrong", { 二年级: "165" }, { 二年级: "165 → 105" }],
    ["a part added twice", "stage-counted-twice", { 在校生数: "423" }, { 在校生数: "423 → 312" }],
    ["a part left out", "part-left-out", { 在校生数: "207" }, { 在校生数: "207 → 312" }],
    ["parts changed, total not", "total-not-updated", { 在校生数: "299" }, { 在校生数: "299 → 312" }],
    ["last year's number", "last-year", { 二年级: "99" }, { 二年级: "99 → 105" }],
    ["the neighbour's number", "typed-twice", { 三年级: "105" }, { 三年级: "105 → 111" }],
    ["a cell left blank", "part-left-out", { 二年级: "" }, { 二年级: " → 105" }],
    [
      "two cells swapped",
      "cells-swapped",
      { 在校生数: "160", 男生: "312" },
      { 在校生数: "160 → 312", 男生: "312 → 160" },
    ],
    [
      "a run one column off",
      "column-shifted",
      { 男生: "", 女生: "160", 一年级: "152" },
      { 男生: " → 160", 女生: "160 → 152", 一年级: "152 → 96" },
    ],
  ])("of %s is told", (_, slip, typed, changes) => {
    const cause = firstCause(diagnosed(typed));
    expect(cause?.slip).toBe(slip);
    expect(changed(cause)).toEqual(changes);
    expect(cause?.clearsAll).toBe(true);
  });

  it("of a run of records one row off is told, with the number that was lost", () => {
    const cause = firstCause(diagnosed({}, ["/35", "71/40", "82/46", "94/31"]));
    expect(cause?.slip).toBe("row-shifted");
    expect(cause?.changes.map(({ written }) => written)).toEqual(["71", "82", "94", "65"]);
  });

  it("of two columns typed in each other's place is told", () => {
    const cause = firstCause(diagnosed({}, ["35/71", "40/82", "46/94", "31/65"]));
    expect(cause?.slip).toBe("columns-swapped");
    expect(cause?.changes).toHaveLength(8);
    expect(cause?.clearsAll).toBe(true);
  });
});

describe("a form of last year's numbers", () => {
  it("is told as such: it is to be sent again, nothing in it is put right", () => {
    const cause = firstCause(diagnosed({}, lastYearsAges));
    expect(cause).toMatchObject({ slip: "last-year", changes: [], says: "年龄像是整表报了上年的数，请报本年的" });
  });
});

describe("a cause", () => {
  it("says what was done, what to do and what comes of it", () => {
    expect(firstCause(diagnosed({ 经费: "3862000" }))?.says).toBe(
      "经费像是按元填了，应填万元：3862000 → 386.2，改后规则全过",
    );
  });

  it("keeps the new value in the element's unit and gives the cell", () => {
    const { collection, causes, findings } = diagnosed({ 经费: "3862000" });
    const [change] = firstCause({ collection, causes, findings })?.changes ?? [];
    expect(change).toMatchObject({ form: "在校生", element: "经费", row: 0 });
    expect(change?.to).toEqual({ type: "number", value: { numerator: 3_862_000n, denominator: 1n } });
    const reading = collection.tables.get("在校生")?.columns.get("经费")?.[0];
    expect(change?.at && cellKey(change.at)).toBe(reading?.at && cellKey(reading.at));
  });

  it("is one of at most three, for every finding it clears", () => {
    const { causes, findings } = diagnosed({ 在校生数: "423" });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.length).toBeGreaterThan(1);
    for (const finding of errors) {
      const some = causes.get(finding) ?? [];
      expect(some.length).toBeGreaterThan(0);
      expect(some.length).toBeLessThanOrEqual(3);
      expect(some[0]?.slip).toBe("stage-counted-twice");
    }
  });

  it("is found without last year's file too", () => {
    expect(firstCause(diagnosed({ 男生: "106" }, undefined, false))?.slip).toBe("digits-transposed");
  });
});

describe("nothing is proposed", () => {
  it("for a school whose rules all pass", () => {
    expect(diagnosed({}).causes.size).toBe(0);
  });

  it("for a notice", () => {
    const { findings, causes } = diagnosed({});
    const notices = findings.filter(({ severity }) => severity === "notice");
    expect(notices).not.toHaveLength(0);
    expect(notices.filter((finding) => causes.has(finding))).toEqual([]);
  });

  it("that would make an error rule fail that passes now", () => {
    const { causes } = diagnosed({ 男生: "150", 二年级: "115" });
    for (const cause of [...causes.values()].flat()) expect(cause.clears).toBeGreaterThan(0);
    const repaired = [...causes.values()].flat().flatMap(({ changes }) => changes.map(({ element }) => element));
    expect(repaired).not.toContain("在校生数");
  });
});
