import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { collect } from "../../../src/core/collect/collect";
import type { SheetEdit } from "../../../src/domain/edit";
import type { School } from "../../../src/domain/school";
import { filledTemplate, school, templateDefinition } from "../../support/school-template";

type Json = Parameters<NonNullable<Parameters<typeof templateDefinition>[0]>>[0];

const filled = { "基本情况!B7": 800, "基本情况!B8": 390, "校舍!C7": 9000, "校舍!D7": 5000 };
const current = templateDefinition();

/** What collecting says about the template of a file made from another definition, or sent by another school. */
async function told(change: (json: Json) => object, sender: School = school, alter = (sheet: SheetEdit) => sheet) {
  const sheets = filledTemplate(filled, { definition: templateDefinition(change) }).map(alter);
  const reading = readWorkbookFile(await writeWorkbookFile(sheets), "填报.xlsx");
  const { findings } = collect(current, [...new Set([school, sender])], [reading]);
  return findings
    .filter(({ code }) => code.startsWith("template-"))
    .map(({ code, severity, message, school: about }) => [code, severity, message, about]);
}

const without = (name: string) => (json: Json) => ({
  ...json,
  elements: json.elements.filter((element) => element.name !== name),
});

describe("a file made from a template", () => {
  it("is not remarked on when it is this year's own", async () => {
    expect(await told((json) => json)).toEqual([]);
  });

  it("may have been issued before the rules and sentences of the report were changed", async () => {
    const changed = (json: Json) => ({ ...json, title: "新标题", rules: json.rules.slice(1) });
    expect(await told(changed)).toEqual([]);
  });

  it("is old when it does not ask for what is asked for now", async () => {
    expect(await told(without("建校日期"))).toEqual([
      ["template-old", "warning", "填报.xlsx用的是旧模板，少了基本情况·建校日期", school.code],
    ]);
  });

  it("is old when it asks for more, or for the same in another way", async () => {
    const more = (json: Json) => ({
      ...json,
      elements: [...json.elements, { form: "校舍", name: "绿化面积", type: "小数", unit: "㎡" }],
    });
    const bounded = (json: Json) => ({ ...json, elements: json.elements.map((element) => ({ ...element, min: 0 })) });
    const says = (words: string) => [["template-old", "warning", `填报.xlsx用的是旧模板，${words}`, school.code]];
    expect(await told(more)).toEqual(says("多了校舍·绿化面积"));
    expect(await told(bounded)).toEqual(says("填报要求已有变动"));
  });

  it("is another report's, or another year's", async () => {
    expect(await told((json) => ({ ...json, id: "other" }))).toEqual([
      ["template-other", "error", "填报.xlsx用的是另一套报表的模板", school.code],
    ]);
    expect(await told((json) => ({ ...json, period: "2021年" }))).toEqual([
      ["template-other", "error", "填报.xlsx用的是2021年的模板，这次收的是2022年", school.code],
    ]);
  });

  it("is another school's when only the name on the forms was changed", async () => {
    const copier: School = { code: "3708300002", name: "东关小学", aliases: [], attributes: {} };
    const renamed = (sheet: SheetEdit): SheetEdit =>
      sheet.role.startsWith("template:")
        ? {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.map((cell) =>
                cell !== null && "text" in cell
                  ? { text: cell.text.replace(school.code, copier.code).replace(school.name, copier.name) }
                  : cell,
              ),
            ),
          }
        : sheet;
    expect(await told((json) => json, copier, renamed)).toEqual([
      ["template-other", "error", `填报.xlsx是东关小学的数，用的却是学校代码${school.code}的模板`, copier.code],
    ]);
  });
});
