import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paragraphText, type Clause, type Narrative, type Span } from "../../../src/domain/narrative";
import { readCounty, reportOf } from "../../support/sample-county";

type Origin = "computed" | "parameter" | "free text";

interface Statement {
  readonly id: string;
  readonly class: string;
  readonly text: string;
}

const spaceless = (text: string): string => text.replace(/\s+/gu, "");

const statements: readonly Statement[] = readFileSync(join(__dirname, "statements.tsv"), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [id = "", kind = "", text = ""] = line.split("\t");
    return { id, class: kind, text: spaceless(text) };
  });

/** Every printed piece with the clause it stands in, so that a statement is known by its place in the text. */
function pieces(
  narrative: Narrative,
): readonly { readonly text: string; readonly span?: Span; readonly clause?: Clause }[] {
  return narrative.blocks.flatMap((block) => {
    if (block.type === "heading") return [{ text: block.text }];
    const printed = block.clauses.flatMap((clause) => [
      { text: clause.join },
      ...clause.spans.map((span) => ({ text: span.text, span, clause })),
    ]);
    return [...printed, { text: paragraphText(block).endsWith("。") ? "。" : "" }];
  });
}

/** The county's own words for a statement: from school cells, from a parameter a person answers for, or free text. */
function originOf(statement: Statement, narrative: Narrative, isText: (key: string) => boolean): Origin | undefined {
  const all = pieces(narrative);
  let text = "";
  const owner: number[] = [];
  all.forEach((piece, index) => {
    for (const character of spaceless(piece.text)) {
      text += character;
      owner.push(index);
    }
  });
  const start = text.indexOf(statement.text);
  if (start < 0) return undefined;
  const inside = new Set(owner.slice(start, start + statement.text.length));
  const sources = [...inside].flatMap((index) => {
    const { span, clause } = all[index] ?? {};
    return [
      ...(span?.type === "slot" ? [...span.figures, ...span.parameters] : []),
      ...(clause?.conditionSources ?? []),
    ];
  });
  if (sources.some((key) => !key.includes("|") || !/^(标准|目标|历史|区域|人口|局填|文字)\|/u.test(key)))
    return "computed";
  return sources.some((key) => !isText(key)) ? "parameter" : "free text";
}

describe("the county's published report", () => {
  const county = readCounty("wenshang-2022");
  const report = reportOf(county);
  const isText = (key: string): boolean => key.startsWith("文字|");
  const origins = new Map(statements.map((statement) => [statement.id, originOf(statement, report.narrative, isText)]));

  it.each(statements.map(({ id, text }) => [id, text] as const))("%s is printed: %s", (id) => {
    expect(origins.get(id)).toBeDefined();
  });

  it.each(statements.filter((statement) => statement.class !== "none").map(({ id, text }) => [id, text] as const))(
    "%s is computed from school cells: %s",
    (id) => {
      expect(origins.get(id)).toBe("computed");
    },
  );

  it("says most of them from school cells", () => {
    const count = (origin: Origin): number => [...origins.values()].filter((one) => one === origin).length;
    const [computed, parameter, free] = [count("computed"), count("parameter"), count("free text")];
    process.stdout.write(
      `statements: ${String(computed)} computed : ${String(parameter)} from parameters : ${String(free)} free text\n`,
    );
    expect(computed + parameter + free).toBe(80);
    expect(computed).toBeGreaterThanOrEqual(66);
  });

  it("has no error and withholds nothing", () => {
    const errors = [...report.collection.findings, ...report.confrontation.findings].filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ message }) => message)).toEqual([]);
    const withheld = [...report.figures.values()]
      .filter(({ value }) => value.state === "withheld")
      .map(({ key }) => key);
    expect(withheld).toEqual([]);
  });

  it("prints no ××", () => {
    const unready = report.narrative.blocks.flatMap((block) =>
      block.type === "paragraph"
        ? block.clauses.filter(({ readiness }) => readiness !== "ready").map(({ id }) => id)
        : [],
    );
    expect(unready).toEqual([]);
  });

  it("accounts for every non-empty cell of every file", () => {
    for (const { nonEmpty, used, ignored, rejected } of report.collection.ledger) {
      expect(used + Object.values(ignored).reduce((sum, count) => sum + count, 0) + rejected.length).toBe(nonEmpty);
    }
    expect(report.collection.ledger).toHaveLength(county.readings.length);
  });
});
