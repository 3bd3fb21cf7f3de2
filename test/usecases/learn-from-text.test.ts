import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { draftReport } from "../../src/core/build-report";
import { narrateBlank } from "../../src/core/narrate/blank-form";
import { compileDefinition } from "../../src/definitions/compile-definition";
import { learnFromText } from "../../src/usecases/learn-from-text";
import { prepareReport } from "../../src/usecases/prepare-report";
import { printedText, readStatements, wording } from "../golden/statements";

const roster = readWorkbookFile(
  readFileSync(join(__dirname, "../../samples/district-2023/roster.xlsx")),
  "roster.xlsx",
);
const prepared = prepareReport({ builtin: "work-summary" }, roster);
if (!prepared.ok) throw new Error(prepared.problem.lines.join("\n"));
const district = prepared.value;
/** The figures of a year nobody has filed yet. */
const { figures } = draftReport({ ...district, readings: [] });
const learn = (text: string) => learnFromText(district, figures, text);

describe("learning a text that hides its numbers", () => {
  const statements = readStatements("district-2023").filter(({ id }) =>
    ["S4-001", "S4-006", "S4-017", "S4-022", "S4-025", "S4-044", "S4-048", "S4-053"].includes(id),
  );
  const { slots, rows, unbound } = learn(statements.map(wording).join("。\n"));

  it("proposes a slot for every mask, none of them as sure", () => {
    expect(unbound).toEqual([]);
    expect(slots.length).toBeGreaterThanOrEqual(12);
    expect(slots.map(({ sureness }) => sureness)).not.toContain("sure");
  });

  it("prints the masks back in the blank form", () => {
    const compiled = compileDefinition(
      { ...district.definition.source, narrative: rows },
      { parameters: district.parameters, rosterColumns: Object.keys(district.schools[0]?.attributes ?? {}) },
    );
    if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join("\n"));
    const { text } = printedText(narrateBlank(compiled.value, district.definition.source.parameters));
    for (const statement of statements) expect(text).toContain(wording(statement));
  });

  it.each([
    ["已建成在线教室xxx间", "已建成在线教室{在线教室数:形xxx}"],
    ["总建筑面积近xxxxx平方米", "总建筑面积{新建园建筑面积:近 形xxxxx}"],
    ["共开展研学活动xx场、xxxx余人次", "共开展研学活动{研学活动场次:形xx}、{研学活动人次:余 形xxxx}"],
  ])("%s", (sentence, template) => {
    expect(learn(sentence).rows.at(-1)?.text).toBe(template);
  });

  it("lists a mask that no name is near", () => {
    const { slots: none, unbound: listed } = learn("慰问xx人");
    expect([none, listed.map(({ why }) => why)]).toEqual([[], ["没有填数，句子里也没有认得的指标名"]]);
  });
});
