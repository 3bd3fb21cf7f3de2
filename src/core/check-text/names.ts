import { divide, integer, isZero, magnitude, multiply, subtract, type Exact } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import type { Mention, Prose } from "../../domain/prose";
import { familyOf, measureWords } from "../../definitions/measure-words";
import { parameterKey } from "../../domain/parameter";
import type { Direction } from "./directions";
import { lastYearOf, pastValues } from "./past-values";
import type { ReportSources } from "./report-values";
import { isPoints, isRateUnit, sameUnit } from "./same-unit";
import { sliceTitle } from "./says";
import { settledWords } from "./wording";

/** A value a number may be meant to tell, found by what it is called. */
export interface NamedValue {
  readonly title: string;
  readonly value: Exact;
  readonly unit: string;
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
  readonly past?: string;
  readonly figure?: Figure;
  /** Decimals the report prints it with. */
  readonly decimals: number;
  /** Whether the name stands right before the number. */
  readonly isClose: boolean;
}

interface Named {
  readonly names: readonly string[];
  readonly value: NamedValue;
}

/** Finds what a number may be called by the words before it, and after it where it stands first. */
export type FindByName = (prose: Prose, mention: Mention) => readonly NamedValue[];

export function findByName({ definition, figures, parameters }: ReportSources): FindByName {
  const words = measureWords(definition.source.codes);
  const named: readonly Named[] = [
    ...[...figures.values()].flatMap((figure) => namedFigure(figure, definition.indicators, words)),
    ...parameters.flatMap((row): readonly Named[] =>
      row.value?.type === "number" && row.use !== "历史" && row.use !== "目标"
        ? [
            {
              names: [row.name],
              value: {
                title: row.name,
                value: row.value.value,
                unit: row.kind === "率" ? "%" : (familyOf(words, row.unit ?? "")[0] ?? ""),
                figures: [],
                parameters: [parameterKey(row)],
                decimals: 0,
                isClose: false,
              },
            },
          ]
        : [],
    ),
  ];
  const members = new Set([...figures.values()].flatMap(({ slice }) => slice.map(({ member }) => member)));
  return (prose, mention) => {
    const context = contextOf(prose, mention);
    const found = named.flatMap(({ names, value }) => {
      if (!unitFits(mention, value)) return [];
      const name = names.find((one) => context.near.includes(one) || context.far.includes(one));
      if (name === undefined || !slicesFit(value, context, members, name)) return [];
      if ((value.past !== undefined) !== context.isPast) return [];
      const tail = context.near.slice(context.near.lastIndexOf(name) + name.length);
      return [{ name, value: { ...value, isClose: context.near.includes(name) && closing.test(tail) } }];
    });
    const longest = Math.max(...found.map(({ name }) => name.length), 0);
    return found.filter(({ name }) => name.length === longest).map(({ value }) => value);
  };
}

/** What may stand between a name and its number. */
const closing = /^(?:已|仅|数|人数|总数|率|为|共|有|的|是|控制在|稳定在|保持在|由|从|降至|提高到|全县)*$/u;

interface Context {
  readonly near: string;
  readonly far: string;
  readonly isPast: boolean;
}

function contextOf(prose: Prose, mention: Mention): Context {
  const clause = prose.clauses[mention.clause];
  const sentence = prose.clauses.filter(({ sentence: of }) => of === clause?.sentence);
  const from = sentence[0]?.at.start ?? mention.at.start;
  const near = settledWords(mention.before === "" ? mention.after : mention.before);
  return {
    near,
    far: settledWords(prose.text.slice(clause?.at.start ?? from, clause?.at.end ?? mention.at.end)),
    isPast: /上年为|上年的|去年为|去年的|\d{4}年的/u.test(mention.before.replace(/较上年|比去年|比上年/gu, "")),
  };
}

function namedFigure(
  figure: Figure,
  indicators: ReportSources["definition"]["indicators"],
  words: ReturnType<typeof measureWords>,
): readonly Named[] {
  const indicator = indicators.get(figure.indicator)?.indicator;
  if (!indicator || figure.value.state !== "number") return [];
  const names = namesOf([figure.indicator, ...(indicator.short === undefined ? [] : [indicator.short])]);
  const unit = figure.kind === "率" ? "%" : (familyOf(words, figure.unit)[0] ?? figure.unit);
  const base = {
    title: sliceTitle(figure),
    unit,
    figures: [figure.key],
    parameters: [],
    figure,
    decimals: decimalsOf(indicator.format),
    isClose: false,
  };
  return [
    { names, value: { ...base, value: figure.value.value } },
    ...pastValues(figure).map((past) => ({
      names,
      value: { ...base, title: `${base.title}(${past.label})`, value: past.value, past: past.label },
    })),
  ];
}

const decimalsOf = (format: string): number => /\.([0#]*)/u.exec(format)?.[1]?.length ?? 0;

/** Names as they stand in sentences: 本科上线人数 is also 本科上线. */
const namesOf = (names: readonly string[]): readonly string[] =>
  [
    ...new Set(names.flatMap((name) => [settledWords(name), settledWords(name.replace(/(?:人数|总数|数)$/u, ""))])),
  ].filter((name) => name.length >= 3 || names.includes(name));

function unitFits({ unit }: Mention, value: NamedValue): boolean {
  if (isRateUnit(unit) || isPoints(unit)) return value.unit === "%";
  if (value.unit === "%") return false;
  return unit === "" || value.unit === "" || sameUnit(unit, value.unit);
}

/** A slice is meant when its members are named, the whole when no member is. */
function slicesFit(
  { figure }: NamedValue,
  { near, far }: Context,
  members: ReadonlySet<string>,
  name: string,
): boolean {
  const text = (near + far).replaceAll(name, "").replaceAll("中小学", "");
  if (!figure) return true;
  if (figure.slice.length === 0) return ![...members].some((member) => member.length > 1 && text.includes(member));
  return figure.slice.every(({ member }) => text.includes(member));
}

export interface Change {
  readonly size: Exact;
  /** Absent where nothing changed. */
  readonly direction?: Direction;
}

/** The change since last year, as a number of this unit would tell it; undefined where that has no meaning. */
export function changeSince(figure: Figure, unit: string): Change | undefined {
  const { value, kind } = figure;
  const then = lastYearOf(figure)?.value;
  if (value.state !== "number" || !then) return undefined;
  const change = subtract(value.value, then);
  const size = sizeIn(unit, kind, magnitude(change), then);
  return size && { size, ...(!isZero(change) && { direction: change.numerator > 0n ? "up" : "down" }) };
}

function sizeIn(unit: string, kind: Figure["kind"], change: Exact, then: Exact): Exact | undefined {
  if (isPoints(unit)) return kind === "率" ? multiply(change, integer(100)) : undefined;
  if (isRateUnit(unit)) return kind === "率" ? undefined : divide(change, magnitude(then));
  return change;
}
