import type { Parameter } from "../../domain/parameter";
import type { ReportDefinition } from "../definition";
import type { TableKey } from "../definition-tables";
import type { Faults } from "./faults";
import type { KnownForm, KnownNames } from "./known-names";

/** Rows that name other rows: forms, columns, code lists, indicators and clauses must exist, and no two rows may be called the same. */
export function checkReferences(definition: ReportDefinition, known: KnownNames, faults: Faults): void {
  checkUnique(definition, "forms", "name", ({ name }) => name, faults);
  checkUnique(definition, "elements", "name", ({ form, name }) => `${form}·${name}`, faults);
  checkUnique(definition, "codes", "code", ({ list, code }) => `${list}·${code}`, faults);
  checkUnique(definition, "rules", "id", ({ id }) => id, faults);
  checkUnique(definition, "indicators", "id", ({ id }) => id, faults);
  checkUnique(definition, "indicators", "name", ({ name }) => name, faults);
  checkUnique(definition, "narrative", "id", ({ id }) => id, faults);
  checkForms(definition, known, faults);
  checkElements(definition, known, faults);
  checkIndicators(definition, known, faults);
  checkParameters(definition, known, faults);
  checkNarrative(definition, faults);
  for (const [row, { form }] of definition.rules.entries()) {
    if (!known.forms.has(form)) faults.add({ table: "rules", row, column: "form" }, unknownForm(form));
  }
}

type Row<K extends TableKey> = ReportDefinition[K][number];

function checkUnique<K extends TableKey>(
  definition: ReportDefinition,
  table: K,
  column: string,
  keyOf: (row: Row<K>) => string,
  faults: Faults,
): void {
  const seen = new Set<string>();
  const rows: readonly Row<K>[] = definition[table];
  for (const [row, values] of rows.entries()) {
    const key = keyOf(values);
    if (seen.has(key)) faults.add({ table, row, column }, `“${key}”写了两次。→ 改名，或删去一行`);
    seen.add(key);
  }
}

function checkForms({ forms, elements }: ReportDefinition, known: KnownNames, faults: Faults): void {
  for (const [row, { name, keys }] of forms.entries()) {
    if (elements.every(({ form }) => form !== name))
      faults.add({ table: "forms", row, column: "name" }, `表“${name}”没有字段。→ 在“方案·字段”里补上，或删去这张表`);
    checkColumns(keys, known.forms.get(name), known, (message) =>
      faults.add({ table: "forms", row, column: "keys" }, message),
    );
  }
}

function checkElements({ elements }: ReportDefinition, known: KnownNames, faults: Faults): void {
  for (const [row, element] of elements.entries()) {
    const add = (column: string, message: string): void => faults.add({ table: "elements", row, column }, message);
    const form = known.forms.get(element.form);
    if (form === undefined) add("form", unknownForm(element.form));
    checkColumns(element.nonAdditive, form, known, (message) => add("nonAdditive", message));
    if (element.codes !== undefined && !known.codeLists.has(element.codes))
      add("codes", `没有代码表“${element.codes}”。→ 在“方案·代码”里补上`);
    if (element.type === "代码" && element.codes === undefined) add("codes", "类型是代码，没有写代码表。→ 补上");
    if (element.min !== undefined && element.max !== undefined && element.min > element.max)
      add("max", "上限小于下限。→ 核对");
  }
}

function checkIndicators({ indicators }: ReportDefinition, known: KnownNames, faults: Faults): void {
  for (const [row, { name, form, groupBy }] of indicators.entries()) {
    const add = (column: string, message: string): void => faults.add({ table: "indicators", row, column }, message);
    const ofForm = form === undefined ? undefined : known.forms.get(form);
    if (form !== undefined && ofForm === undefined) add("form", unknownForm(form));
    if (form === undefined && groupBy.length > 0) add("form", "有分组的指标要写表名。→ 补上");
    checkColumns(groupBy, ofForm, known, (message) => add("groupBy", message));
    const parameter = (known.parameters.get(name) ?? []).find((row) => !carriesIndicatorName(row));
    if (parameter || known.settings.has(name))
      add("name", `“${name}”也是${parameter ? "参数" : "设置"}的名称。→ 其中一个改名`);
  }
}

/** 目标, 历史 and 标准 rows may stand under an indicator's name, and so may 区域 rows that say which region (键1). */
const carriesIndicatorName = ({ use, key1 }: Parameter): boolean =>
  use === "目标" || use === "历史" || use === "标准" || (use === "区域" && key1 !== undefined);

function checkParameters({ parameters }: ReportDefinition, known: KnownNames, faults: Faults): void {
  for (const [row, { use, name }] of parameters.entries()) {
    if ((use === "目标" || use === "历史") && !known.indicators.has(name))
      faults.add(
        { table: "parameters", row, column: "name" },
        `没有指标“${name}”，${use}行要写指标的名称。→ 核对名称，或改用途`,
      );
  }
}

function checkNarrative({ narrative }: ReportDefinition, faults: Faults): void {
  const ids = new Set(narrative.map(({ id }) => id));
  for (const [row, { id, depends, level, text }] of narrative.entries()) {
    if (depends !== undefined && (depends === id || !ids.has(depends)))
      faults.add({ table: "narrative", row, column: "depends" }, `没有另一条编号为“${depends}”的文稿。→ 核对编号`);
    if (text === "" && level !== "段")
      faults.add({ table: "narrative", row, column: "text" }, `${level}没有写模板。→ 补上，或删去这一行`);
  }
}

function checkColumns(
  columns: readonly string[],
  form: KnownForm | undefined,
  known: KnownNames,
  add: (message: string) => void,
): void {
  if (form === undefined) return;
  for (const column of columns) {
    if (!form.columns.has(column) && !known.rosterColumns.has(column))
      add(`表“${form.form.name}”和名录都没有“${column}”一列。→ 核对名称`);
  }
}

const unknownForm = (form: string): string => `没有表“${form}”。→ 核对表名，或在“方案·表样”里补上`;
