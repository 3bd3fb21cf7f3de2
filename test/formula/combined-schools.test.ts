import { decimalText } from "../../src/domain/exact";
import { collect } from "../../src/core/collect/collect";
import { evaluate } from "../../src/formula/evaluate";
import { formColumns } from "../../src/formula/form-columns";
import { noValue } from "../../src/formula/values";
import { compiledOf, elementOf, formOf, tree } from "../support/definition-builders";
import { openWorkbookOf, sheetOf } from "../support/workbook-text";

const nothing = () => noValue("no-such-column");
const base = { named: nothing, indicator: nothing, parameter: nothing, lastYear: nothing, cumulative: nothing };

/** The primary part of a shared resource: as declared, else by pupils weighted 1 : 1.1 (: 1.32 for senior pupils). */
const formula = "IFBLANK([小学部图书],[图书]*[小学生]/([小学生]+1.1*[初中生]+1.32*[高中生]))";

function primaryPart(filed: string): string | undefined {
  const numbers = ["小学生", "初中生", "高中生", "图书", "小学部图书"];
  const definition = compiledOf({
    forms: [formOf("学校")],
    elements: [
      ...numbers.map((name) => elementOf("学校", name, { required: false })),
      elementOf("学校", "小学图书", { type: "小数", formula }),
    ],
  });
  const school = { code: "1", name: "一贯制学校", aliases: [], attributes: {} };
  const sheet = sheetOf("学校", `学校名称 | ${numbers.join(" | ")}\n一贯制学校 | ${filed}`);
  const table = collect(definition, [school], [openWorkbookOf(sheet)]).tables.get("学校");
  const derived = definition.forms.get("学校")?.derived;
  if (!table || !derived) throw new Error("the form was not collected");
  const columns = formColumns(table, derived, [], new Map(), () => ({ ...base, columns: () => undefined }));
  const value = evaluate(tree("[小学图书]"), { ...base, form: "学校", row: 0, columns: () => columns });
  return value.type === "number" ? decimalText(value.value, 4) : undefined;
}

describe("what the primary part of a combined school has of a shared resource", () => {
  it.each([
    ["primary and junior, 1 : 1.1", "166 | 210 | 0 | 23226 | ", "9711.6272"],
    ["all three stages, 1 : 1.1 : 1.32", "1 | 1 | 1 | 342 | ", "100"],
    ["as the school has declared it", "166 | 210 | 0 | 23226 | 9000", "9000"],
    ["nothing without pupils to share it", "0 | 0 | 0 | 23226 | ", undefined],
  ])("is told by a field of the definition: %s", (_what, filed, part) => {
    expect(primaryPart(filed)).toBe(part);
  });
});
