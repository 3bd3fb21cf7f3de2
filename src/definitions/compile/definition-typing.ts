import type { FigureKind } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import { declaredType } from "../../formula/declared-type";
import type { ColumnType, FormTyping, FormulaType, IndicatorTyping, TypingScope } from "../../formula/formula-type";
import type { DataElement, Indicator } from "../definition";
import { groupCodes } from "../group-codes";
import type { KnownForm, KnownNames } from "./known-names";

/**
 * What formulas of one definition are typed against. It starts from what the cells declare; 派生 fields and indicators
 * are replaced by what their formulas give as these are typed, one after another.
 */
export class DefinitionTyping {
  private readonly columns: ReadonlyMap<string, Map<string, ColumnType>>;
  private readonly indicators: Map<string, IndicatorTyping>;
  private readonly forms: ReadonlyMap<string, FormTyping>;
  private readonly parameters: ReadonlyMap<string, FormulaType>;

  constructor(known: KnownNames) {
    this.columns = new Map([...known.forms].map(([name, form]) => [name, columnTypes(form, known.rosterColumns)]));
    this.indicators = new Map(
      [...known.indicators].map(([name, indicator]) => [name, indicatorTyping(indicator, known)]),
    );
    const roster: FormTyping = {
      rowUnit: "所",
      columns: new Map([...known.rosterColumns].map((name) => [name, textColumn])),
    };
    this.forms = new Map([
      [rosterForm, roster],
      ...[...known.forms].map(([name, { form }]): [string, FormTyping] => [
        name,
        { rowUnit: form.rowUnit, columns: this.columns.get(name) ?? new Map<string, ColumnType>() },
      ]),
    ]);
    this.parameters = new Map([
      ...[...known.settings].map(([name, value]): [string, FormulaType] => [
        name,
        { kind: typeof value === "string" ? "文本" : "数" },
      ]),
      ...[...known.parameters].flatMap(([name, rows]) => parameterType(name, rows, known.indicators.get(name))),
    ]);
  }

  scope(at: TypingScope["at"]): TypingScope {
    return { at, forms: this.forms, indicators: this.indicators, parameters: this.parameters };
  }

  indicator(name: string): IndicatorTyping | undefined {
    return this.indicators.get(name);
  }

  settleColumn(form: string, name: string, type: FormulaType): void {
    const columns = this.columns.get(form);
    columns?.set(name, { ...columns.get(name), type });
  }

  settleIndicator(name: string, type: FormulaType): void {
    const typing = this.indicators.get(name);
    if (typing) this.indicators.set(name, { ...typing, type });
  }
}

/** The name under which 范围, which sees roster columns only, is typed. */
export const rosterForm = "名录";

const textColumn: ColumnType = { type: { kind: "文本" } };

function columnTypes({ elements }: KnownForm, rosterColumns: ReadonlySet<string>): Map<string, ColumnType> {
  const fields = [...elements].map(([name, element]): [string, ColumnType] => [name, columnType(element)]);
  const joined = [...rosterColumns]
    .filter((name) => !elements.has(name))
    .map((name): [string, ColumnType] => [name, textColumn]);
  return new Map([...fields, ...joined]);
}

const columnType = (element: DataElement): ColumnType => ({
  type: elementType(element),
  ...(element.nonAdditive.length > 0 && { nonAdditive: element.nonAdditive }),
});

/** What a field holds, by its 类型 and 单位; a number without a unit is a bare number. */
export function elementType({ type, unit, stockFlow }: DataElement): FormulaType {
  switch (type) {
    case "日期":
    case "文本":
    case "是否":
      return { kind: type };
    case "代码":
      return { kind: "文本" };
    case "整数":
    case "小数":
    case "金额":
      break;
  }
  const kept = unit ?? (type === "金额" ? "元" : undefined);
  if (kept === undefined) return { kind: "数" };
  if (kept === "%") return { kind: "率" };
  if (kept.includes("/")) return declaredType("均值", kept);
  return { kind: "量", unit: kept, ...(stockFlow !== undefined && { time: stockFlow }) };
}

function indicatorTyping(indicator: Indicator, known: KnownNames): IndicatorTyping {
  const history = (known.parameters.get(indicator.name) ?? []).filter(({ use }) => use === "历史");
  return {
    type: declaredType(indicator.kind, indicator.unit),
    groups: new Map(indicator.groupBy.map((group) => [group, membersOf(indicator, group, known)])),
    periods: [...indicator.compare, ...history.flatMap(({ period }) => period ?? [])],
    isRatio: indicator.kind === "率" && !indicator.format.endsWith("%"),
  };
}

/** Undefined for a group without a code list: its members are whatever the schools write. */
function membersOf(indicator: Indicator, group: string, { definition }: KnownNames): readonly string[] | undefined {
  const codes = groupCodes(definition, indicator, group);
  return codes.length === 0 ? undefined : codes.map(({ label }) => label);
}

const kinds: readonly FigureKind[] = ["数", "量", "率", "均值", "指数", "名次", "名单", "文字", "是否"];

/**
 * A name that only has 历史 rows is none. Rows under an indicator's name are of its kind and unit. A number whose 类型 and
 * 单位 are blank goes with any number.
 */
function parameterType(
  name: string,
  rows: readonly Parameter[],
  indicator: Indicator | undefined,
): readonly (readonly [string, FormulaType])[] {
  const named = rows.filter(({ use }) => use !== "历史");
  if (named.length === 0) return [];
  if (indicator) return [[name, declaredType(indicator.kind, indicator.unit)]];
  const unit = named.find((row) => row.unit !== undefined)?.unit;
  const declared = kinds.find((kind) => named.some((row) => row.kind === kind));
  if (declared !== undefined) return [[name, declaredType(declared, unit ?? "")]];
  if (named.some(({ use, value }) => use === "文字" || value?.type === "text")) return [[name, { kind: "文本" }]];
  if (unit === undefined) return [[name, { kind: "数" }]];
  return [[name, declaredType(unit === "%" ? "率" : unit.includes("/") ? "均值" : "量", unit)]];
}
