import { zipSync } from "fflate";
import { readDocument } from "../../adapters/docx/read-document";
import { readWorkbookFile } from "../../adapters/xlsx/read-workbook-file";
import { isArchive, unpackArchive } from "../../adapters/files/unpack-archive";
import { writeWorkbookFile } from "../../adapters/xlsx/write-workbook-file";
import { buildReport, checkSubmissions, type DistrictReport } from "../../core/build-report";
import { readCasework } from "../../definitions/casework-sheets";
import { mergeCasework, noCasework } from "../../domain/casework";
import { ok, type Result } from "../../domain/result";
import type { FileReading } from "../../domain/snapshot";
import { checkPastedText } from "../../usecases/check-pasted-text";
import { collectLastYear, schoolsOfLastYear } from "../../usecases/collect-last-year";
import { compareVersions } from "../../usecases/compare-versions";
import { prepareReport, type PreparedReport, type SheetsOrJson } from "../../usecases/prepare-report";
import { returnSlips } from "../../usecases/return-slips";
import { showReport, type ShownReport } from "../../usecases/show-report";
import { staleAfter } from "../../usecases/stale-after";
import type { SourceProblem } from "../../usecases/source-problem";
import type {
  Answer,
  ComputeQuestion,
  NumberedAnswer,
  NumberedQuestion,
  Question,
  SourceFile,
} from "./worker-messages";

// Everything that takes long: reading files and computing the report. The report stays here, and the pane asks for
// what it shows.
const readings = { "this-year": [] as FileReading[], "last-year": [] as FileReading[] };
let current: ComputedReport | undefined;

interface ComputedReport {
  readonly prepared: PreparedReport;
  readonly report: DistrictReport;
  readonly shown: ShownReport;
  readonly at: string;
}

async function answerTo(question: Question): Promise<Answer> {
  switch (question.ask) {
    case "read":
      return { answer: "read", readings: readFiles(question.file) };
    case "take":
      readings[question.of].push(...question.readings);
      return { answer: "taken" };
    case "compute":
      return compute(question);
    case "edit": {
      const edit = computed().report.edits[question.index];
      if (!edit) throw new RangeError(`the report has no edit ${String(question.index)}`);
      return { answer: "edit", edit };
    }
    case "trace":
      return { answer: "trace", trace: computed().shown.trace(question.figure) };
    case "trace-cell": {
      const { role, row, column } = question.place;
      const trace = role === undefined ? undefined : computed().shown.traceCell({ role, row, column });
      return { answer: "trace-cell", ...(trace && { trace }) };
    }
    case "stale": {
      const { prepared, report } = computed();
      const decided = mergeCasework(prepared.casework ?? noCasework, question.casework);
      const refiled = checkSubmissions({ ...prepared, casework: decided, readings: readings["this-year"] });
      return { answer: "stale", sentences: staleAfter(prepared, report)(refiled).sentences };
    }
    case "proof":
      return {
        answer: "proof",
        workbook: new Uint8Array(await writeWorkbookFile([computed().shown.proofSheet().sheet])),
      };
    case "compare": {
      const { prepared, report } = computed();
      const comparison = compareVersions(prepared, readings["this-year"], report.collection, question.school);
      return { answer: "compare", ...(comparison && { comparison }) };
    }
    case "check-text": {
      const { prepared, report } = computed();
      return { answer: "check-text", check: checkPastedText(prepared, report, question.text, question.earlier) };
    }
    case "read-text": {
      const document = readDocument(new Uint8Array(question.file.bytes));
      return { answer: "read-text", ...(document.state === "read" && { text: document.text }) };
    }
    case "slips":
      return { answer: "slips", archive: await slipArchive(computed()) };
  }
}

function computed(): ComputedReport {
  if (!current) throw new Error("no report has been computed");
  return current;
}

function compute({
  definition,
  roster,
  parameters,
  previousRoster,
  casework,
  run,
  at,
  ...question
}: ComputeQuestion): Answer {
  const sources = prepareReport(
    "builtin" in definition ? definition : sheetsOrJson(definition),
    readFile(roster),
    parameters && sheetsOrJson(parameters),
  );
  if (!sources.ok) return { answer: "refused", problem: sources.problem };
  const onSheets = readCasework({ sheets: question.caseworkSheets }, sources.value);
  const { findings } = sources.value;
  const decided = mergeCasework(onSheets.casework, casework);
  const thisYear: PreparedReport = {
    ...sources.value,
    findings: [...findings, ...onSheets.findings],
    casework: decided,
  };
  const complete = withLastYear(thisYear, previousRoster);
  if (!complete.ok) return { answer: "refused", problem: complete.problem };
  const prepared = complete.value;
  const report = buildReport({ ...prepared, readings: readings["this-year"], run, at });
  const shown = showReport(prepared, report, readings["this-year"]);
  current = { prepared, report, shown, at };
  return { answer: "report", report: shown.summary, edits: report.edits.length };
}

/** Without a school list of its own last year had this year's schools. */
function withLastYear(thisYear: PreparedReport, roster?: SourceFile): Result<PreparedReport, SourceProblem> {
  const files = readings["last-year"];
  if (files.length === 0) return ok(thisYear);
  const schools = roster ? schoolsOfLastYear(readFile(roster)) : ok(thisYear.schools);
  return schools.ok ? ok({ ...thisYear, previous: collectLastYear(thisYear, schools.value, files) }) : schools;
}

async function slipArchive({ prepared, report }: ComputedReport): Promise<Uint8Array<ArrayBuffer>> {
  const { due } = prepared.definition.source.profile;
  const slips = returnSlips(report, readings["this-year"], due === undefined ? {} : { due });
  const files: Record<string, Uint8Array> = {};
  for (const { fileName, sheets } of slips) files[fileName] = await writeWorkbookFile(sheets);
  return zipSync(files, { level: 0 });
}

const readFile = ({ file, bytes }: SourceFile): FileReading => readWorkbookFile(new Uint8Array(bytes), file);

/** The files of an archive; any other file stands for itself. */
function readFiles({ file, bytes }: SourceFile): readonly FileReading[] {
  const content = new Uint8Array(bytes);
  if (!/\.zip$/iu.test(file) || !isArchive(content)) return [readWorkbookFile(content, file)];
  const archive = unpackArchive(content);
  return archive.ok
    ? archive.value.map((one) => readWorkbookFile(one.bytes, `${file}/${one.file}`))
    : [{ state: "unreadable", file, why: archive.problem }];
}

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
  void numberedAnswer(number, question).then((answer) => {
    self.postMessage(answer);
  });
};

async function numberedAnswer(number: number, question: Question): Promise<NumberedAnswer> {
  try {
    return { number, answer: await answerTo(question) };
  } catch (error) {
    // A worker's exception would reach the pane as an event without its question.
    return { number, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
