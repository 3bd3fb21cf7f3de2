import { compare, divide, exactFromCell, multiply } from "../../domain/exact";
import type { Benchmark, Figure, FigureValue, WithheldReason } from "../../domain/figure";
import type { CompiledIndicator } from "../../definitions/compiled";
import type { Indicator } from "../../definitions/definition";
import type { NameReading } from "../../definitions/name-scope";
import type { TargetValue } from "../../definitions/named-values";
import { withSubmitted } from "../../definitions/with-submitted";
import { evaluate } from "../../formula/evaluate";
import type { Tree } from "../../formula/tree";
import type { Value } from "../../formula/value";
import { coverageOf, type ExpectedSchools } from "./coverage";
import type { District, LastYear } from "./district";
import { gapReasons, schoolsOf, type Gap } from "./gaps";
import { lineageOf, type PartTrace } from "./lineage";
import type { Slice } from "./slices";

/** Totals of one slice as they came out, with everything that happened on the way. */
interface Parts {
  readonly numerator: Value;
  readonly denominator?: Value;
  readonly gaps: readonly Gap[];
  readonly traces: readonly PartTrace[];
  readonly reads: readonly NameReading[];
}

/** Rows left out of a form's totals. */
type LeftOut = ReadonlyMap<string, ReadonlySet<number>>;

/** The figure of one slice: totals first, then their exact quotient, then what stands against telling it. */
export function figureOfSlice(
  district: District,
  compiled: CompiledIndicator,
  slice: Slice,
  expected: ExpectedSchools,
): Figure {
  const { indicator, uses } = compiled;
  const full = computeParts(district, compiled, slice, new Map());
  const gaps = [...undecidedGaps(slice), ...full.gaps];
  const skips = gaps.length > 0 && indicator.ifMissing === "跳过";
  const parts = skips ? computeParts(district, compiled, slice, rowsToLeave(slice, gaps)) : full;
  const reads = parts.reads.flatMap(({ figure }) => (figure ? [figure] : []));
  return {
    key: slice.key,
    indicator: indicator.name,
    slice: slice.slice,
    kind: indicator.kind,
    unit: indicator.unit,
    value: valueOf(district, indicator, slice, parts, skips ? [] : gaps),
    partial: skips || reads.some(({ partial }) => partial),
    ...(parts.numerator.type === "number" ? { numerator: parts.numerator.value } : {}),
    ...(parts.denominator?.type === "number" ? { denominator: parts.denominator.value } : {}),
    ...pastOf(district, indicator, slice),
    ...targetOf(district.named.target(indicator, slice.slice)),
    coverage: coverageOf(expected, slice.slice, schoolsOf(gaps), reads),
    lineage: lineageOf(district, compiled, slice.slice, parts.traces),
    uses,
  };
}

function computeParts(
  district: District,
  { indicator, numerator, denominator }: CompiledIndicator,
  slice: Slice,
  leftOut: LeftOut,
): Parts {
  const gaps: Gap[] = [];
  const traces: PartTrace[] = [];
  const reads: NameReading[] = [];
  const names = district.scope((reading) => reads.push(reading));
  const rowsByForm = new Map([...slice.forms].map(([form, { rows }]) => [form, without(rows, leftOut.get(form))]));
  const compute = (part: PartTrace["part"], tree: Tree): Value =>
    evaluate(tree, {
      ...names,
      ...(indicator.form === undefined ? {} : { form: indicator.form }),
      rows: (form) => rowsByForm.get(form) ?? [],
      trace: (total) => {
        traces.push({ part, total });
        gaps.push(...gapsOf(district, total));
      },
    });
  const top = compute("numerator", numerator);
  const bottom = denominator && compute("denominator", denominator);
  return { numerator: top, ...(bottom ? { denominator: bottom } : {}), gaps, traces, reads };
}

const without = (rows: readonly number[], left: ReadonlySet<number> | undefined): readonly number[] =>
  left ? rows.filter((row) => !left.has(row)) : rows;

/** Blank cells a total met, and rows it counted that only say a school has filed no records. */
function gapsOf(district: District, { form, rows, values, criteria, missing }: PartTrace["total"]): readonly Gap[] {
  const view = district.forms.get(form);
  if (!view) return [];
  const column = values[0] ?? criteria[0] ?? "";
  const unfiled = view.unfiledRecords.size === 0 ? [] : rows.filter((row) => view.unfiledRecords.has(row));
  return [...missing.map((cell) => ({ view, ...cell })), ...unfiled.map((row) => ({ view, row, column }))];
}

const undecidedGaps = (slice: Slice): readonly Gap[] =>
  [...slice.forms.values()].flatMap(({ view, undecided }) =>
    undecided.flatMap(({ row, columns }) => columns.map((column) => ({ view, row, column }))),
  );

/** A row that lacks one part of a ratio leaves both; in another form its school does. */
function rowsToLeave(slice: Slice, gaps: readonly Gap[]): LeftOut {
  return new Map(
    [...slice.forms].map(([form, { view, rows }]) => {
      const own = new Set(gaps.filter((gap) => gap.view.name === form).map(({ row }) => row));
      const schools = schoolsOf(gaps.filter((gap) => gap.view.name !== form));
      return [
        form,
        new Set(rows.filter((row) => own.has(row) || schools.has(view.table.rows[row]?.school.code ?? ""))),
      ];
    }),
  );
}

function valueOf(
  district: District,
  indicator: Indicator,
  slice: Slice,
  parts: Parts,
  gaps: readonly Gap[],
): FigureValue {
  if (slice.failure) return withheld(slice.failure);
  if (gaps.length > 0) return { state: "withheld", reasons: gapReasons(district, gaps) };
  const { numerator, denominator } = parts;
  const absent = [numerator, ...(denominator ? [denominator] : [])].flatMap((value) => whyAbsent(value, parts.reads));
  if (absent.length > 0) return { state: "withheld", reasons: absent };
  if (!denominator) return numerator.type === "number" ? scaled(indicator, numerator.value) : asFigureValue(numerator);
  if (numerator.type !== "number" || denominator.type !== "number") return withheld(notANumber);
  const quotient = divide(numerator.value, denominator.value);
  return quotient ? scaled(indicator, quotient) : withheld({ why: "zero-denominator" });
}

const withheld = (reason: WithheldReason): FigureValue => ({ state: "withheld", reasons: [reason] });
const notANumber: WithheldReason = { why: "no-value", detail: "公式没有得到数" };

/** Why a part is not there: what the figures and parameters it read are waiting for, else its own cause. */
function whyAbsent(value: Value, reads: readonly NameReading[]): readonly WithheldReason[] {
  if (value.type !== "missing" && value.type !== "error" && value.type !== "not-applicable") return [];
  const handedOn = [...new Set(reads.flatMap(({ reasons }) => reasons))];
  if (value.type === "not-applicable") return [{ why: "no-value", detail: "不适用" }];
  if (value.type === "error" && !handedOn.includes(value.reason)) return [value.reason];
  return handedOn.length > 0 ? handedOn : [{ why: "no-value", detail: "所需的格是空白" }];
}

function scaled(indicator: Indicator, value: Figure["numerator"] & object): FigureValue {
  const number = indicator.factor === 1 ? value : multiply(value, exactFromCell(indicator.factor));
  const cap = indicator.cap === undefined ? undefined : exactFromCell(indicator.cap);
  return cap && compare(number, cap) > 0 ? withheld({ why: "above-cap", cap }) : { state: "number", value: number };
}

function asFigureValue(value: Value): FigureValue {
  switch (value.type) {
    case "number":
      return { state: "number", value: value.value };
    case "date":
      return { state: "number", value: exactFromCell(value.value) };
    case "text":
      return { state: "text", text: value.value };
    case "boolean":
      return { state: "boolean", value: value.value };
    case "list":
      return { state: "list", items: value.items };
    case "missing":
    case "not-applicable":
    case "error":
      return withheld(notANumber);
  }
}

/** Past values as written; what last year's submissions come to counts where 对比 or a 历史 row names 上年. */
function pastOf(
  { named, lastYear }: District,
  indicator: Indicator,
  { key, slice }: Slice,
): Pick<Figure, "past" | "lastYear"> {
  const written = named.history(indicator, slice).map(({ parameter: _, ...past }) => past);
  const submitted = lastYear && submittedLastYear(lastYear, key);
  if (!submitted) return { past: written };
  const labels = [...indicator.compare.map(named.periodLabel), ...written.map(({ label }) => label)];
  if (!labels.includes(submitted.label)) return { past: written, lastYear: submitted };
  return { past: withSubmitted(written, submitted), lastYear: submitted };
}

/** What last year's submissions come to, for comparing this year's figure with; undefined while it is withheld. */
function submittedLastYear({ figures }: LastYear, key: string): Benchmark | undefined {
  const figure = figures.get(key);
  if (figure?.value.state !== "number") return undefined;
  return { label: "上年", value: figure.value.value, submissions: figure.coverage };
}

function targetOf(target: TargetValue | undefined): { target?: Benchmark } {
  if (!target) return {};
  const { row: _, ...benchmark } = target;
  return { target: benchmark };
}
