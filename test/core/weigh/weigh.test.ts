import { aggregate } from "../../../src/core/aggregate/aggregate";
import { calculationFrom } from "../../../src/core/aggregate/recalculate";
import { buildReport, type DistrictReport } from "../../../src/core/build-report";
import { collect } from "../../../src/core/collect/collect";
import { figurePrinter } from "../../../src/core/narrate/figure-text";
import { narrate } from "../../../src/core/narrate/narrate";
import { reteller } from "../../../src/core/narrate/retell";
import { recheckOf } from "../../../src/core/validate/recheck";
import { differencesOf, printedTexts, type PrintedReport } from "../../../src/core/weigh/printed-report";
import type { Recomputation } from "../../../src/core/weigh/recomputation";
import { findingTrials, weigh, type WeighInput } from "../../../src/core/weigh/weigh";
import type { Collection } from "../../../src/domain/collected";
import type { Effect } from "../../../src/domain/effect";
import type { Finding } from "../../../src/domain/finding";
import type { FileReading } from "../../../src/domain/snapshot";
import type { PreparedReport } from "../../../src/usecases/prepare-report";
import { readSample, reportOf as countyReport } from "../../support/sample-county";
import { statisticsDistrict } from "../../support/statistics-district";
import { fileOf, sheetOf } from "../../support/workbook-text";
import { filed, prepared, reportOf } from "../write/small-district";

const ids = (effect: Effect | undefined): readonly string[] | undefined => effect?.clauses;
const effectOf = ({ effects }: DistrictReport, code: Finding["code"], rule?: string): Effect | undefined =>
  [...effects].find(([finding]) => finding.code === code && (rule === undefined || finding.rule === rule))?.[1];

describe("what hangs on a finding", () => {
  it("is every sentence that waits for a number that is not one", () => {
    const report = reportOf([filed({ "0002": "'0002|柳林幼儿园|约120|50|360|3.3333|音乐" })]);
    expect(ids(effectOf(report, "cell-not-number"))).toEqual(["N1", "N2"]);
  });

  it("is told though another school's error withholds the same sentence", () => {
    const report = reportOf([
      filed({ "0002": "'0002|柳林幼儿园|约120|50|360|3.3333|音乐", "0003": "'0003|星星幼儿园|六十|30|0.3|—|美术" }),
    ]);
    const clauses = [...report.effects].flatMap(([{ code }, effect]) =>
      code === "cell-not-number" ? [ids(effect)] : [],
    );
    expect(clauses).toEqual([
      ["N1", "N2"],
      ["N1", "N2"],
    ]);
  });

  it("is nothing where no sentence and no figure of one rests on the cell", () => {
    const report = reportOf([filed({ "0002": "'0002|柳林幼儿园|120|50|不详|3.3333|音乐" })]);
    const effect = effectOf(report, "cell-not-number");
    expect(ids(effect)).toEqual([]);
    expect(effect?.figures).toContain("面积差异");
  });

  it("is what a failed comparison's cells print, with the number that would make it hold", () => {
    const report = reportOf([filed({ "0004": '\'0004|=HYPERLINK("x")园|90|91|720|1|体育' })]);
    expect(ids(effectOf(report, "rule-failed", "R1"))).toEqual(["N1", "N2"]);
  });

  it("is the number that only looks odd, put as other schools have it", () => {
    const report = reportOf([filed({ "0003": "'0003|星星幼儿园|6000|30|300|—|美术" })]);
    expect(ids(effectOf(report, "rule-failed", "R2"))).toEqual(["N1", "N2"]);
  });

  it("is everything that waits for a school that has sent nothing", () => {
    const three = fileOf(
      "幼儿园.xlsx",
      sheetOf("幼儿园", "学校代码|学校名称|幼儿数|女童|面积|经费|课程\n'0001|城关幼儿园|180|90|900|1|美术"),
    );
    expect([...reportOf([three]).effects.values()].map(ids)).toEqual(Array(3).fill(["N1", "N2"]));
  });

  it("is not said of a sheet that nobody recognised", () => {
    const report = reportOf([filed(), fileOf("其他.xlsx", sheetOf("杂表", "甲|乙\n1|2"))]);
    const stray = report.collection.findings.find(({ code }) => code === "sheet-unrecognised");
    expect(stray).toBeDefined();
    expect(report.effects.has(stray as Finding)).toBe(false);
  });

  it("is nothing at all, and costs nothing, where all is well", () => {
    const { effects } = reportOf([filed({ "0003": "'0003|星星幼儿园|60|30|300|—|美术" })]);
    expect([...effects]).toEqual([]);
  });
});

/** Everything computed again from the start, in place of what only can differ. */
function bruteForce(
  { definition, parameters }: PreparedReport,
  trial: { readonly worlds: () => { readonly asIs: Collection; readonly repaired: readonly Collection[] } },
): Effect {
  const printed = (world: Collection): PrintedReport => {
    const nothing = { findings: [], tallies: [], blocked: new Map<string, Finding>() };
    const figures = aggregate(definition, world, nothing, parameters);
    return {
      texts: printedTexts(narrate(definition, figures, parameters)),
      figures,
      print: figurePrinter(definition, figures, parameters),
    };
  };
  const { asIs, repaired } = trial.worlds();
  return differencesOf(printed(asIs), repaired.map(printed));
}

function weighingOf(sources: PreparedReport, report: DistrictReport, previous?: Collection) {
  const { definition, parameters, findings } = sources;
  const { collection, confrontation, figures, causes } = report;
  const input: WeighInput = {
    definition,
    collection,
    findings: [...findings, ...collection.findings, ...confrontation.findings],
    blocked: confrontation.blocked,
    causes,
    figures,
    ...(previous && { previous }),
  };
  const recomputation: Recomputation = {
    calculation: (base, known) => calculationFrom(definition, parameters, base, known),
    retell: reteller(definition, parameters),
    print: (known) => figurePrinter(definition, known, parameters),
    recheck: recheckOf(definition, collection, parameters, previous),
  };
  return { input, recomputation };
}

function trialsOf(sources: PreparedReport, report: DistrictReport, previous?: Collection) {
  const { input, recomputation } = weighingOf(sources, report, previous);
  return findingTrials(input, recomputation).trials;
}

const sorted = ({ clauses, figures }: Effect) => ({ clauses: [...clauses].sort(), figures: [...figures].sort() });

it("weighs the gravest findings only where there are more than can be weighed in time", () => {
  const report = reportOf([
    filed({
      "0002": "'0002|柳林幼儿园|约120|50|360|3.3333|音乐",
      "0003": "'0003|星星幼儿园|6000|30|300|—|美术",
    }),
  ]);
  const { input, recomputation } = weighingOf(prepared(), report);
  expect(new Set(input.findings.map(({ severity }) => severity)).size).toBeGreaterThan(1);
  const weighed = [...weigh(input, recomputation, 1).keys()];
  expect(weighed.map(({ severity }) => severity)).toEqual(["error"]);
});

describe("weighing only what can differ", () => {
  it.each([
    ["a number that is not one", { "0002": "'0002|柳林幼儿园|约120|50|360|3.3333|音乐" }],
    ["two errors in one school", { "0004": '\'0004|=HYPERLINK("x")园|90|91|多|1|体育' }],
    ["a required cell left blank", { "0001": "'0001|城关幼儿园||90|900.5|12.5|美术" }],
  ])("gives what a whole new report gives: %s", (_, rows: Readonly<Record<string, string>>) => {
    const [sources, report] = [prepared(), reportOf([filed(rows)])];
    const trials = trialsOf(sources, report);
    expect(trials.length).toBeGreaterThan(0);
    for (const trial of trials)
      expect(sorted(report.effects.get(trial.finding) as Effect)).toEqual(sorted(bruteForce(sources, trial)));
  });

  it("gives what a whole new report gives for findings of many kinds of the faulty county", () => {
    const county = readSample("wenshang-2022-dirty");
    const report = countyReport(county);
    const trials = trialsOf(county, report);
    const kinds = new Map(
      trials
        .filter((_, place) => place % 6 === 1)
        .map((trial) => [`${trial.finding.code} ${trial.finding.rule ?? ""}`, trial]),
    );
    expect(kinds.size).toBeGreaterThan(3);
    for (const [kind, trial] of kinds)
      expect({ kind, ...sorted(report.effects.get(trial.finding) as Effect) }).toEqual({
        kind,
        ...sorted(bruteForce(county, trial)),
      });
  }, 120_000);

  it("gives what a whole new report gives where last year's data stand in", () => {
    const { readings, previousReadings, ...district } = statisticsDistrict({ schools: 30, seed: 1 });
    const sources: PreparedReport = { ...district, findings: [] };
    const previous = collect(district.definition, district.schools, previousReadings);
    const faulty = readings.slice(1).map((reading, place) => (place % 3 === 1 ? tenfold(reading) : reading));
    const report = buildReport({ ...sources, readings: faulty, previous, run: 1, at: "2025-10-20T09:00:00" });
    const trials = trialsOf(sources, report, previous);
    expect(trials.length).toBeGreaterThan(2);
    expect([...report.effects.values()].some(({ clauses }) => clauses.length > 0)).toBe(true);
    for (const trial of trials.slice(0, 4))
      expect(sorted(report.effects.get(trial.finding) as Effect)).toEqual(sorted(bruteForce(sources, trial)));
  }, 120_000);
});

/** Every number of the fifth row of the second sheet, ten times as large. */
function tenfold(reading: FileReading): FileReading {
  if (reading.state === "unreadable") return reading;
  const sheets = reading.workbook.sheets.map((sheet, place) =>
    place !== 1
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row, at) =>
            at === 4 ? row.map((cell) => (typeof cell === "number" ? cell * 10 : cell)) : row,
          ),
        },
  );
  return { ...reading, workbook: { ...reading.workbook, sheets } };
}
