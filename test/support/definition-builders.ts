import { exactFromCell, parseExact, type Exact } from "../../src/domain/exact";
import type { Figure, FigureValue, SliceMember } from "../../src/domain/figure";
import { figureKey } from "../../src/domain/figure";
import type { Parameter, ParameterUse } from "../../src/domain/parameter";
import type {
  CompiledDefinition,
  CompiledForm,
  CompiledIndicator,
  CompiledNarrativeRow,
} from "../../src/definitions/compiled";
import type {
  Code,
  DataElement,
  Form,
  Indicator,
  NarrativeRow,
  Profile,
  ReportDefinition,
} from "../../src/definitions/definition";
import { defaultFormat, defaults, defaultScale } from "../../src/definitions/definition-tables";
import { measureWords } from "../../src/definitions/measure-words";
import { parseTemplate } from "../../src/definitions/parse-template";
import { nodes } from "../../src/formula/columns-of";
import { parseFormula } from "../../src/formula/parse-formula";
import type { Tree } from "../../src/formula/tree";

/** Small definitions for tests, put together without the checks that compiling makes. */
export interface DefinitionParts {
  readonly period?: string;
  readonly profile?: Partial<Profile>;
  readonly forms?: readonly Form[];
  readonly elements?: readonly DataElement[];
  readonly codes?: readonly Code[];
  readonly indicators?: readonly Indicator[];
  readonly narrative?: readonly NarrativeRow[];
}

export function compiledOf(parts: DefinitionParts): CompiledDefinition {
  const source: ReportDefinition = {
    format: "report-definition/1",
    id: "test",
    title: "测试",
    period: parts.period ?? "2022年",
    profile: {
      punctuation: "半角",
      headings: [],
      delta: "精确",
      mask: "无",
      changeWords: defaults.profile.changeWords,
      coverageNote: "不注",
      names: {},
      ...parts.profile,
    },
    forms: parts.forms ?? [],
    elements: parts.elements ?? [],
    codes: parts.codes ?? [],
    rules: [],
    indicators: parts.indicators ?? [],
    parameters: [],
    narrative: parts.narrative ?? [],
  };
  return {
    source,
    digest: "test",
    forms: new Map(source.forms.map((form) => [form.name, compiledForm(form, source.elements)])),
    codes: new Map(source.codes.map(({ list }) => [list, source.codes.filter((code) => code.list === list)])),
    rules: [],
    indicators: new Map((parts.indicators ?? []).map((indicator) => [indicator.name, compiledIndicator(indicator)])),
    narrative: source.narrative.map((row) => compiledRow(row, source.codes)),
    notices: [],
  };
}

function compiledForm(form: Form, elements: readonly DataElement[]): CompiledForm {
  const own = elements.filter((element) => element.form === form.name);
  return {
    form,
    elements: own.filter(({ formula }) => formula === undefined),
    derived: new Map(
      own.flatMap(({ name, formula }) => (formula === undefined ? [] : [[name, tree(formula)] as const])),
    ),
    ...(form.scope === undefined ? {} : { scope: tree(form.scope) }),
  };
}

function compiledIndicator(indicator: Indicator): CompiledIndicator {
  const trees = [indicator.numerator, indicator.denominator].flatMap((text) =>
    text === undefined ? [] : [tree(text)],
  );
  const [numerator, denominator] = trees;
  if (!numerator) throw new Error(`${indicator.name} has no numerator`);
  const names = trees.flatMap((one) => [...nodes(one)]).flatMap((node) => (node.node === "name" ? [node.name] : []));
  return {
    indicator,
    numerator,
    ...(denominator ? { denominator } : {}),
    ...(indicator.filter === undefined ? {} : { filter: tree(indicator.filter) }),
    uses: [...new Set(names)],
  };
}

function compiledRow(row: NarrativeRow, codes: readonly Code[]): CompiledNarrativeRow {
  const words = new Set([...measureWords(codes).values()].flat());
  const template = parseTemplate(row.text, (word) => words.has(word));
  if (!template.ok) throw new Error(`${row.text}: ${JSON.stringify(template.problem)}`);
  return { row, template: template.value, ...(row.when === undefined ? {} : { when: tree(row.when) }) };
}

export function tree(text: string): Tree {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

export function indicatorOf(name: string, parts: Partial<Indicator> = {}): Indicator {
  const kind = parts.kind ?? "量";
  const unit = parts.unit ?? (kind === "量" ? "人" : "");
  return {
    id: name,
    name,
    numerator: "0",
    factor: 1,
    kind,
    unit,
    format: defaultFormat(kind),
    scale: defaultScale(unit),
    better: "中性",
    ifMissing: "待补",
    groupBy: [],
    compare: [],
    ...parts,
  };
}

export const formOf = (name: string, parts: Partial<Form> = {}): Form => ({
  name,
  layout: "清单",
  periodType: "学年",
  keys: ["学校代码"],
  rowUnit: "所",
  headerRows: 1,
  nilReport: false,
  ...parts,
});

export const elementOf = (form: string, name: string, parts: Partial<DataElement> = {}): DataElement => ({
  form,
  name,
  aliases: [],
  type: "整数",
  required: true,
  blankMeans: "缺报",
  nonAdditive: [],
  ...parts,
});

export const clauseRow = (id: string, text: string, parts: Partial<NarrativeRow> = {}): NarrativeRow => ({
  id,
  level: "分句",
  join: ",",
  text,
  ifMissing: "印××",
  status: "定稿",
  ...parts,
});

/** `836/10346`, `0.066`, or a number. */
function exact(value: string | number): Exact {
  if (typeof value === "number") return exactFromCell(value);
  const [top, bottom] = value.split("/").map((part) => parseExact(part));
  if (!top) throw new Error(`${value} is not a number`);
  return bottom
    ? { numerator: top.numerator * bottom.denominator, denominator: top.denominator * bottom.numerator }
    : top;
}

const numberState = (value: string | number): FigureValue => ({ state: "number", value: exact(value) });

/** A computed figure: `members` has one entry per group of the indicator. */
export function figureOf(
  indicator: Indicator,
  value: FigureValue | string | number,
  members: readonly (string | undefined)[] = [],
  parts: Partial<Figure> = {},
): Figure {
  const slice = indicator.groupBy.flatMap((group, index): SliceMember[] => {
    const member = members[index];
    return member === undefined ? [] : [{ group, member }];
  });
  return {
    key: figureKey(indicator.name, members),
    indicator: indicator.name,
    slice,
    kind: indicator.kind,
    unit: indicator.unit,
    value: typeof value === "object" ? value : numberState(value),
    partial: false,
    past: [],
    coverage: { expected: 3, counted: 3, missing: [] },
    lineage: [],
    uses: [],
    ...parts,
  };
}

export const figuresOf = (...figures: readonly Figure[]): ReadonlyMap<string, Figure> =>
  new Map(figures.map((figure) => [figure.key, figure]));

export function parameterOf(
  use: ParameterUse,
  name: string,
  value: string | number | undefined,
  parts: Partial<Parameter> = {},
): Parameter {
  if (value === undefined) return { use, name, ...parts };
  if (typeof value === "string" && use === "文字") return { use, name, value: { type: "text", value }, ...parts };
  const asEntered = String(value);
  const number = asEntered.endsWith("%") ? exact(`${asEntered.slice(0, -1)}/100`) : exact(value);
  return { use, name, value: { type: "number", value: number, asEntered }, ...parts };
}

export const pastOf = (name: string, period: string, value: string | number, key1?: string): Parameter =>
  parameterOf("历史", name, value, { period, ...(key1 === undefined ? {} : { key1 }) });
