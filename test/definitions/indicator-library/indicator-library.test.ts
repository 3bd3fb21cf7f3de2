import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportDraft } from "../../../src/core/build-report";
import { compare, divide, exactText, parseExact, toNumber, type Exact } from "../../../src/domain/exact";
import { figureKey, type FigureValue } from "../../../src/domain/figure";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { indicatorLibrary } from "../../../src/definitions/indicator-library";
import { canonicalRosterColumns } from "../../../src/definitions/indicator-library/canonical-forms";
import { parseLibraryIndicators } from "../../../src/definitions/indicator-library/library-indicator.schema";
import { definitionOf, libraryReport } from "./library-district";

const entries = [...indicatorLibrary().values()];
const computed = entries.flatMap((entry) => (entry.by === "formula" ? [entry] : []));
/** Indicators of each theme of the yearly reports. */
const numbered = {
  A: 20,
  B: 10,
  C: 17,
  D: 31,
  E: 18,
  F: 4,
  G: 14,
  H: 5,
  I: 17,
  J: 10,
  K: 10,
  L: 10,
  M: 13,
  N: 8,
  O: 23,
};

/** A line of expected.tsv: what a figure of the district in district.txt is, worked out by hand; `~` before a decimal. */
interface Expected {
  readonly code: string;
  readonly slice: ReadonlyMap<string, string>;
  readonly value: string;
}

const expected: readonly Expected[] = readFileSync(join(__dirname, "expected.tsv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [code = "", slice = "", value = ""] = line.split("\t");
    const members = slice.split(";").flatMap((pair): readonly (readonly [string, string])[] => {
      const [group, member] = pair.split("=");
      return group !== undefined && member !== undefined ? [[group, member]] : [];
    });
    return { code, slice: new Map(members), value };
  });

/** Groups that the lines of an indicator ask for, in the order it offers them. */
const groupsOf = (code: string): readonly string[] => {
  const asked = expected.filter((line) => line.code === code).flatMap(({ slice }) => [...slice.keys()]);
  const entry = indicatorLibrary().get(code);
  return entry?.by === "formula" ? entry.groupBy.filter((group) => asked.includes(group)) : [];
};

describe("the indicator library", () => {
  it("has every one of the 210 numbers of the yearly reports", () => {
    const numbers = Object.entries(numbered).flatMap(([theme, count]) =>
      Array.from({ length: count }, (_, index) => theme + String(index + 1).padStart(2, "0")),
    );
    const told = new Set(entries.map(({ code }) => code.slice(0, 3)));
    expect(numbers).toHaveLength(210);
    expect(numbers.filter((number) => !told.has(number))).toEqual([]);
  });

  it("calls an entry by its number, with a letter where a number has several readings", () => {
    const odd = entries.filter(({ code }) => {
      const several = entries.filter((other) => other.code.slice(0, 3) === code.slice(0, 3)).length > 1;
      return several === (code.length === 3);
    });
    expect(odd.map(({ code }) => code)).toEqual([]);
  });

  it("has formulas of the kind and unit it declares over the canonical forms, in every group it offers", () => {
    const groups = new Map(computed.map(({ code, groupBy }) => [code, groupBy]));
    const parsed = parseDefinition(definitionOf(entries, (code) => groups.get(code) ?? []));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const rosterColumns = [...canonicalRosterColumns, "计为", "学段集"];
    const compiled = compileDefinition(parsed.value, { parameters: [], rosterColumns });
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where} ${message}`)).toEqual([]);
    expect(compiled.ok && compiled.value.indicators.size).toBe(computed.length);
  });

  it("says what a bureau must enter as a row of parameters, named like the indicator", () => {
    const rows = entries.flatMap((entry) => (entry.by === "parameter" ? [entry] : []));
    const json = {
      format: "report-definition/1",
      id: "entered",
      title: "局填",
      period: "2022年",
      parameters: rows.map(({ use, name, kind, unit }) => ({ use, name, kind, ...(unit !== "" && { unit }) })),
      indicators: rows.map(({ code, name }) => ({ id: code, name: `${name}指标`, library: code, numerator: name })),
    };
    const parsed = parseDefinition(json);
    const compiled = parsed.ok ? compileDefinition(parsed.value, { parameters: [], rosterColumns: [] }) : parsed;
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where} ${message}`)).toEqual([]);
  });

  it("refuses an indicator that is not written as one", () => {
    expect(() => parseLibraryIndicators([{ code: "A01", by: "formula" }])).toThrow();
  });
});

describe("the whole library, over a small district", () => {
  let report: ReportDraft;
  beforeAll(() => {
    report = libraryReport(groupsOf);
  });

  it("is filed without a finding", () => {
    expect(report.collection.findings).toEqual([]);
  });

  it("gives every figure", () => {
    const withheld = [...report.figures.values()].filter(({ value }) => value.state === "withheld");
    expect(withheld.map(({ key }) => key)).toEqual([]);
    const told = new Set([...report.figures.values()].map(({ indicator }) => indicator));
    expect(computed.filter(({ name }) => !told.has(name))).toEqual([]);
  });

  it("is worked out by hand to the last entry", () => {
    const lines = new Set(expected.map(({ code }) => code));
    expect(computed.filter(({ code }) => !lines.has(code)).map(({ code }) => code)).toEqual([]);
  });

  it.each(expected.map((line) => [line.code, [...line.slice.values()].join(), line] as const))(
    "%s %s is what the rows come to",
    (code, _members, { slice, value }) => {
      const entry = indicatorLibrary().get(code);
      const key = figureKey(
        entry?.name ?? "",
        groupsOf(code).map((group) => slice.get(group)),
      );
      const figure = report.figures.get(key)?.value;
      expect(agrees(figure, value) ? value : told(figure)).toBe(value);
    },
  );
});

function agrees(figure: FigureValue | undefined, value: string): boolean {
  if (figure?.state === "list") return figure.items.join("、") === value;
  if (figure?.state !== "number") return false;
  const isNear = value.startsWith("~");
  const wanted = isNear ? Number(value.slice(1)) : quotient(value);
  if (typeof wanted === "number") return Math.abs(toNumber(figure.value) - wanted) < 1e-12 * Math.max(1, wanted);
  return compare(figure.value, wanted) === 0;
}

/** `806/811` as an exact number. */
function quotient(text: string): Exact {
  const [over = "", under = "1"] = text.split("/");
  const [a, b] = [parseExact(over), parseExact(under)];
  const result = a && b && divide(a, b);
  if (!result) throw new Error(`not a number: ${text}`);
  return result;
}

const told = (figure: FigureValue | undefined): string =>
  figure?.state === "number" ? exactText(figure.value) : JSON.stringify(figure ?? "no figure");
