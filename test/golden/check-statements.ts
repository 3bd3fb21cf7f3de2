import { narrateBlank } from "../../src/core/narrate/blank-form";
import { printedText, readStatements, maskPattern, wording, type Origin } from "./statements";
import { draftOf, readSample, type SampleName } from "../support/sample-county";

/**
 * Declares the tests of one report: every statement is printed to the character, from the sample's submissions where
 * the report shows its figures and from the blank form where it hides them.
 */
export function checkStatements(name: SampleName): void {
  const statements = readStatements(name);
  const sample = readSample(name);
  const report = draftOf(sample);
  const open = printedText(report.narrative);
  const blank = printedText(narrateBlank(sample.definition, sample.definition.source.parameters));
  const printed = statements.map((statement) => [statement.id, wording(statement), statement] as const);

  it.each(printed)("%s is printed: %s", (_, words, { masked }) => {
    expect((masked ? blank : open).text).toContain(words);
  });

  const masked = printed.filter(([, , statement]) => statement.masked);
  if (masked.length > 0)
    it.each(masked)("%s prints its numbers once there are submissions: %s", (_, words) => {
      expect(open.text).toMatch(maskPattern(words));
    });

  const origin = (words: string, isMasked: boolean): Origin | undefined =>
    open.originOf(isMasked ? (maskPattern(words).exec(open.text)?.[0] ?? words) : words);
  it.each(printed.filter(([, , statement]) => statement.class !== "none"))(
    "%s is computed from school cells: %s",
    (_, words, statement) => {
      expect(origin(words, statement.masked)).toBe("computed");
    },
  );

  it("has no error and withholds nothing", () => {
    const errors = [...report.collection.findings, ...report.confrontation.findings].filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ message }) => message)).toEqual([]);
    const withheld = [...report.figures.values()].filter(({ value }) => value.state === "withheld");
    expect(withheld.map(({ key }) => key)).toEqual([]);
  });

  it("prints no ××", () => {
    const clauses = report.narrative.blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
    expect(clauses.filter(({ readiness }) => readiness !== "ready").map(({ id }) => id)).toEqual([]);
  });

  it("accounts for every non-empty cell of every file", () => {
    for (const { nonEmpty, used, ignored, rejected } of report.collection.ledger)
      expect(used + Object.values(ignored).reduce((sum, count) => sum + count, 0) + rejected.length).toBe(nonEmpty);
    expect(report.collection.ledger).toHaveLength(sample.readings.length);
  });
}
