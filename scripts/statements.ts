// Runs the five sample reports from their submissions to their sentences and prints how many of the sentences the real
// reports hold come out to the character, and what each is made from.
import { narrateBlank } from "../src/core/narrate/blank-form";
import {
  maskPattern,
  printedText,
  readStatements,
  wording,
  type Origin,
  type Statement,
} from "../test/golden/statements";
import { draftOf, readSample, type SampleName } from "../test/support/sample-county";

const reports: readonly (readonly [string, SampleName])[] = [
  ["000", "city-2021"],
  ["001", "district-2019"],
  ["002", "city-forum-2021"],
  ["003", "wenshang-2022"],
  ["004", "district-2023"],
];

interface Outcome {
  readonly statement: Statement;
  /** Undefined when the sentence is not printed as it should be. */
  readonly origin?: Origin;
}

function outcomesOf(name: SampleName): readonly Outcome[] {
  const sample = readSample(name);
  const open = printedText(draftOf(sample).narrative);
  const blank = printedText(narrateBlank(sample.definition, sample.definition.source.parameters));
  return readStatements(name).map((statement) => {
    const words = wording(statement);
    const told = statement.masked ? maskPattern(words).exec(open.text)?.[0] : words;
    const isPrinted = !statement.masked || blank.text.includes(words);
    const origin = isPrinted && told !== undefined ? open.originOf(told) : undefined;
    return { statement, ...(origin === undefined ? {} : { origin }) };
  });
}

const columns = [
  "report",
  "statements",
  "printed",
  "computed",
  "parameter",
  "free text",
  "not",
  "full/partial computed",
];
const rows: (readonly (string | number)[])[] = [];
const notes: string[] = [];
const all: Outcome[] = [];

function rowOf(label: string, outcomes: readonly Outcome[]): readonly (string | number)[] {
  const count = (origin: Origin | undefined): number => outcomes.filter((outcome) => outcome.origin === origin).length;
  const owed = outcomes.filter(({ statement }) => statement.class !== "none");
  const paid = owed.filter(({ origin }) => origin === "computed");
  return [
    label,
    outcomes.length,
    outcomes.length - count(undefined),
    count("computed"),
    count("parameter"),
    count("free text"),
    count(undefined),
    `${String(paid.length)}/${String(owed.length)}`,
  ];
}

for (const [report, name] of reports) {
  const outcomes = outcomesOf(name);
  all.push(...outcomes);
  rows.push(rowOf(`${report} ${name}`, outcomes));
  for (const { statement, origin } of outcomes) {
    const { id, text, corrected } = statement;
    if (origin === undefined) notes.push(`${id} not printed: ${wording(statement)}`);
    else if (statement.class !== "none" && origin !== "computed") notes.push(`${id} not from school cells: ${text}`);
    if (corrected !== undefined) notes.push(`${id} put right: ${text} → ${corrected}`);
  }
}
rows.push(rowOf("all", all));

const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => String(row[at]).length)));
const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => String(cell)[at === 0 ? "padEnd" : "padStart"](widths[at] ?? 0)).join("  ");
process.stdout.write(`${[line(columns), ...rows.map(line), "", ...notes].join("\n")}\n`);
process.exitCode = all.every(({ origin }) => origin !== undefined) ? 0 : 1;
