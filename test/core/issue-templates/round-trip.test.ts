import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { collect } from "../../../src/core/collect/collect";
import { elementFactor } from "../../../src/core/collect/element-factor";
import { isUnitText } from "../../../src/core/collect/unit";
import { cardSheet } from "../../../src/core/issue-templates/card-sheet";
import type { FormSheet } from "../../../src/core/issue-templates/form-sheet";
import { tableSheet } from "../../../src/core/issue-templates/table-sheet";
import { templateMaker, type TemplateSet } from "../../../src/core/issue-templates/template-workbook";
import type { Collection } from "../../../src/domain/collected";
import type { CellInput, SheetEdit } from "../../../src/domain/edit";
import type { School } from "../../../src/domain/school";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { CompiledDefinition, CompiledForm } from "../../../src/definitions/compiled";
import type { DataElement } from "../../../src/definitions/definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { loadBuiltin } from "../../../src/definitions/builtin";
import { compiledOf, elementOf, formOf } from "../../support/definition-builders";

const words = { isUnit: isUnitText, factor: (element: DataElement) => elementFactor(element, undefined, []) };
const school: School = {
  code: "0012",
  name: "城关=SUM(1)学校",
  aliases: [],
  attributes: { 学校代码: "0012", 学校名称: "城关=SUM(1)学校", 学段: "小学", 城乡: "城区" },
};

function compiledBuiltin(): CompiledDefinition {
  const loaded = loadBuiltin("work-report");
  const parsed = loaded.ok ? parseDefinition(loaded.value) : loaded;
  const compiled = parsed.ok
    ? compileDefinition(parsed.value, {
        parameters: [],
        rosterColumns: ["学校代码", "学校名称", "学段", "城乡", "办别", "简称", "乡镇", "县属", "中心校", "普惠"],
      })
    : parsed;
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return compiled.value;
}

function valueFor(definition: CompiledDefinition, element: DataElement, index: number): CellInput {
  switch (element.type) {
    case "整数":
      return { number: Math.max(element.min ?? 0, Math.min(element.max ?? 1e6, index + 1)) };
    case "小数":
    case "金额":
      return { number: Math.max(element.min ?? 0, Math.min(element.max ?? 1e6, index + 1.25)) };
    case "日期":
      return { number: 44_900, format: "yyyy-mm-dd" };
    case "是否":
      return { text: "是" };
    case "代码":
      return { text: definition.codes.get(element.codes ?? "")?.[0]?.label ?? "甲" };
    case "文本":
      return { text: "文" };
  }
}

const layoutOf = (form: CompiledForm): FormSheet =>
  form.form.layout === "卡片"
    ? cardSheet(form, form.form.name, words)
    : tableSheet(form, school, form.form.name, words);

/** Types a value into the first row of every entry of the form's sheet. */
function filledIn(definition: CompiledDefinition, form: CompiledForm, sheet: SheetEdit): SheetEdit {
  const rows = sheet.rows.map((row) => [...row]);
  form.elements.forEach((element, index) => {
    const at = layoutOf(form).entries.get(element.name);
    const row = at && rows[at.top];
    if (row) row[at.left] = valueFor(definition, element, index);
  });
  return { ...sheet, rows };
}

async function collectedFrom(
  definition: CompiledDefinition,
  fill: (sheet: SheetEdit) => SheetEdit,
  more: Partial<TemplateSet> = {},
) {
  const forms = [...definition.forms.values()];
  const sheets = templateMaker({ definition, parameters: [], words, ...more })(school, forms);
  const reading = readWorkbookFile(await writeWorkbookFile(sheets.map(fill)), "填报.xlsx");
  return collect(definition, [school], [reading]);
}

const formOfSheet = (definition: CompiledDefinition, { role }: SheetEdit): CompiledForm | undefined =>
  definition.forms.get(role.replace("template:", ""));

describe("a workbook filled in from a template", () => {
  const unscoped = (definition: CompiledDefinition): CompiledDefinition => ({
    ...definition,
    forms: new Map([...definition.forms].map(([name, { scope: _, ...form }]) => [name, form])),
  });
  const builtin = unscoped(compiledBuiltin());

  it("is taken whole: every value read, no cell refused, nothing to find", async () => {
    const collection = await collectedFrom(builtin, (sheet) => {
      const form = formOfSheet(builtin, sheet);
      return form ? filledIn(builtin, form, sheet) : sheet;
    });
    expect(collection.findings.map(({ code, message }) => [code, message])).toEqual([]);
    expect(collection.ledger.map(({ state, school: owner, rejected }) => [state, owner, rejected])).toEqual([
      ["accepted", "0012", []],
    ]);
    const unread = [...builtin.forms.values()].flatMap(({ form, elements }) =>
      elements
        .filter(({ name }) => collection.tables.get(form.name)?.columns.get(name)?.[0]?.state !== "reported")
        .map(({ name }) => `${form.name} ${name}`),
    );
    expect(unread).toEqual([]);
  }, 60_000);

  it("left empty files nothing and is no error of its own", async () => {
    const { ledger, findings } = await collectedFrom(builtin, (sheet) => sheet);
    expect(ledger[0]?.rejected).toEqual([]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["filed-empty"]));
  }, 60_000);
});

describe("the layouts of a definition", () => {
  const form = formOf("卡", { layout: "卡片" });
  const definition = compiledOf({
    forms: [form, formOf("清", { layout: "清单" })],
    elements: [
      elementOf("卡", "定位格", { at: "D6" }),
      elementOf("卡", "总数", { unit: "人" }),
      elementOf("卡", "小学男", { at: "小学/男" }),
      elementOf("卡", "小学女", { at: "小学/女" }),
      elementOf("卡", "初中男", { at: "初中/男" }),
      elementOf("卡", "经费", { at: "收入/拨款", type: "金额", unit: "元", filedIn: "万元" }),
      elementOf("清", "人数", { at: "学生/人数", unit: "人" }),
      elementOf("清", "女生", { at: "学生/其中/女生", unit: "人" }),
      elementOf("清", "备注", { type: "文本", required: false }),
    ],
  });

  const fill = (sheet: SheetEdit): SheetEdit => {
    const own = formOfSheet(definition, sheet);
    return own ? filledIn(definition, own, sheet) : sheet;
  };
  const columns = ["定位格", "总数", "小学男", "小学女", "初中男", "经费", "人数", "女生", "备注"];
  const valuesOf = ({ tables }: Collection): readonly unknown[] =>
    [...tables.values()]
      .flatMap((table) => columns.flatMap((column) => table.columns.get(column)?.[0] ?? []))
      .map((reading) => (reading.state === "reported" ? reading.value.value : reading.state));

  it("give back every value: by address, beside a label, in a grid, under merged headings", async () => {
    const collection = await collectedFrom(definition, fill);
    expect(collection.findings).toEqual([]);
    expect(valuesOf(collection)).toEqual([
      ...[1, 2, 3, 4, 5].map((value) => ({ numerator: BigInt(value), denominator: 1n })),
      { numerator: 62_500n, denominator: 1n },
      { numerator: 1n, denominator: 1n },
      { numerator: 2n, denominator: 1n },
      "文",
    ]);
  });

  it("never give back last year's values, whatever stands beside the entries", async () => {
    const previous = await collectedFrom(definition, fill);
    const thisYear = await collectedFrom(definition, fill, { previous });
    expect(valuesOf(thisYear)).toEqual(valuesOf(previous));
    expect(thisYear.findings).toEqual([]);
    const blank = await collectedFrom(definition, (sheet) => sheet, { previous });
    expect(new Set(valuesOf(blank))).toEqual(new Set(["missing"]));
    expect(blank.ledger[0]?.used).toBe(0);
  });

  it("account for every cell that is there for the school's eyes only", async () => {
    const previous = await collectedFrom(definition, fill);
    const shown = (edit: SheetEdit): number =>
      edit.rows.flat().filter((cell) => cell !== null && "number" in cell).length;
    const sheets = templateMaker({ definition, parameters: [], words, previous })(school, [
      ...definition.forms.values(),
    ]);
    expect(sheets.map(shown)).toEqual([6, 2, 0, 0, 0, 0, 0]);
    const { ledger } = await collectedFrom(definition, (sheet) => sheet, { previous });
    const [account] = ledger;
    const ignored = Object.values(account?.ignored ?? {}).reduce((sum, count) => sum + count, 0);
    expect(account?.ignored["template-aid"]).toBeGreaterThan(50);
    expect([account?.rejected, ignored]).toEqual([[], account?.nonEmpty]);
  });
});
