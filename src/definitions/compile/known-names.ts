import type { Parameter } from "../../domain/parameter";
import { nearestName } from "../../formula/nearest-name";
import type { DataElement, Form, Indicator, SettledDefinition } from "../definition";
import { groupBy } from "./group-by";
import { measureWords, type MeasureWords } from "../measure-words";

/** One form with every column a formula may name in it: fields, 派生 fields and roster columns. */
export interface KnownForm {
  readonly form: Form;
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly columns: ReadonlySet<string>;
}

/** Every name a definition may use, from itself, the parameters given beside it, and the roster. */
export interface KnownNames {
  readonly definition: SettledDefinition;
  readonly forms: ReadonlyMap<string, KnownForm>;
  readonly rosterColumns: ReadonlySet<string>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Rows by name, those of 目标 and 历史 under their indicator's name. */
  readonly parameters: ReadonlyMap<string, readonly Parameter[]>;
  /** Names of 方案·设置. */
  readonly settings: ReadonlyMap<string, string | number>;
  readonly codeLists: ReadonlySet<string>;
  readonly words: MeasureWords;
}

/** Columns every school of the roster has, whatever else its file holds. */
const columnsOfEveryRoster = ["学校代码", "学校名称"];

export function knownNames(
  definition: SettledDefinition,
  parameters: readonly Parameter[],
  rosterColumns: readonly string[],
): KnownNames {
  const roster = new Set([...columnsOfEveryRoster, ...rosterColumns]);
  const forms = definition.forms.map((form): [string, KnownForm] => {
    const elements = new Map(
      definition.elements.filter((element) => element.form === form.name).map((element) => [element.name, element]),
    );
    return [form.name, { form, elements, columns: new Set([...elements.keys(), ...roster]) }];
  });
  return {
    definition,
    forms: new Map(forms),
    rosterColumns: roster,
    indicators: new Map(definition.indicators.map((indicator) => [indicator.name, indicator])),
    parameters: groupBy(parameters, ({ name }) => name),
    settings: new Map(Object.entries(definition.profile.names)),
    codeLists: new Set(definition.codes.map(({ list }) => list)),
    words: measureWords(definition.codes),
  };
}

/** Whether a bare name means anything: 历史 rows alone make no name. */
export const isKnownName = (known: KnownNames, name: string): boolean =>
  known.indicators.has(name) ||
  known.settings.has(name) ||
  (known.parameters.get(name) ?? []).some(({ use }) => use !== "历史");

export const nearestKnownName = (known: KnownNames, name: string): string | undefined =>
  nearestName(name, [...known.indicators.keys(), ...known.parameters.keys(), ...known.settings.keys()]);
