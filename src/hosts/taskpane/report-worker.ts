import { readWorkbookFile } from "../../adapters/xlsx/read-workbook-file";
import { buildReport, type DistrictReport } from "../../core/build-report";
import { workReport } from "../../definitions/work-report";
import type { FileReading } from "../../domain/snapshot";
import { prepareReport, type SheetsOrJson } from "../../usecases/prepare-report";
import { showReport, type ShownReport } from "../../usecases/show-report";
import type { Answer, NumberedAnswer, NumberedQuestion, Question, SourceFile } from "./worker-messages";

// Everything that takes long: reading files and computing the report. The report stays here, and the pane asks for
// what it shows.
const readings: FileReading[] = [];
let current: { readonly report: DistrictReport; readonly shown: ShownReport } | undefined;

function answerTo(question: Question): Answer {
  switch (question.ask) {
    case "read":
      return { answer: "read", reading: readFile(question.file) };
    case "take":
      readings.push(...question.readings);
      return { answer: "taken" };
    case "compute":
      return compute(question);
    case "edit": {
      const edit = report().report.edits[question.index];
      if (!edit) throw new RangeError(`the report has no edit ${String(question.index)}`);
      return { answer: "edit", edit };
    }
    case "trace":
      return { answer: "trace", trace: report().shown.trace(question.figure) };
  }
}

function report(): NonNullable<typeof current> {
  if (!current) throw new Error("no report has been computed");
  return current;
}

function compute({ definition, roster, parameters, run, at }: Extract<Question, { ask: "compute" }>): Answer {
  const prepared = prepareReport(
    definition ? sheetsOrJson(definition) : { json: workReport },
    readFile(roster),
    parameters && sheetsOrJson(parameters),
  );
  if (!prepared.ok) return { answer: "refused", problem: prepared.problem };
  const built = buildReport({ ...prepared.value, readings, run, at });
  const shown = showReport(prepared.value, built);
  current = { report: built, shown };
  return { answer: "report", report: shown.summary, edits: built.edits.length };
}

const readFile = ({ file, bytes }: SourceFile): FileReading => readWorkbookFile(new Uint8Array(bytes), file);

/** A file that is no JSON is read as a workbook, which says why when it is neither. */
function sheetsOrJson(source: SourceFile): SheetsOrJson {
  if (!source.file.toLowerCase().endsWith(".json")) return { workbook: readFile(source) };
  try {
    return { json: JSON.parse(new TextDecoder().decode(source.bytes)) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { workbook: { state: "unreadable", file: source.file, why: "not-a-workbook" } };
    throw error;
  }
}

self.onmessage = ({ data: { number, question } }: MessageEvent<NumberedQuestion>) => {
  self.postMessage(numberedAnswer(number, question));
};

function numberedAnswer(number: number, question: Question): NumberedAnswer {
  try {
    return { number, answer: answerTo(question) };
  } catch (error) {
    // A worker's exception would reach the pane as an event without its question.
    return { number, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
