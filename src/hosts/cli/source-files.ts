import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { readWorkbookFile } from "../../adapters/xlsx/read-workbook-file";
import { builtinNames } from "../../definitions/builtin";
import { ok, problem, type Result } from "../../domain/result";
import type { School } from "../../domain/school";
import type { FileReading } from "../../domain/snapshot";
import { schoolsOfLastYear } from "../../usecases/collect-last-year";
import {
  prepareReport,
  type DefinitionSource,
  type PreparedReport,
  type SheetsOrJson,
} from "../../usecases/prepare-report";
import { parseFiguresFile, type FiguresFile } from "../../usecases/report-files.schema";
import { withCasework } from "../../usecases/with-casework";

/** Where a run's sources stand. `submissions` may hold the roster when nothing else does. */
export interface SourcePaths {
  readonly definition: string;
  readonly roster?: string;
  readonly parameters?: string;
  readonly casework?: string;
  readonly submissions?: string;
}

const rosterSheets: readonly string[] = ["名录", "方案·名录", "学校名录"];
const sourceNames = { definition: "方案", roster: "名录", parameters: "参数" } as const;

/** Reads definition, roster and parameters; the problem is what to print, one line each. */
export function readSources(paths: SourcePaths): Result<PreparedReport, readonly string[]> {
  const absent = [paths.roster, paths.parameters, paths.casework].find(
    (path) => path !== undefined && !existsSync(path),
  );
  if (absent !== undefined) return problem([`没有找到 ${absent}。`]);
  const definition = definitionSource(paths.definition);
  if (!definition.ok) return definition;
  const roster = rosterReading(paths, definition.value);
  if (roster === undefined) return problem(["没有名录：用 --roster 指定，或在方案工作簿里放一张“名录”表。"]);
  const parameters = paths.parameters === undefined ? undefined : sheetsOrJson(paths.parameters);
  if (parameters?.ok === false) return parameters;
  const prepared = prepareReport(definition.value, roster, parameters?.value);
  if (!prepared.ok) {
    const { source, lines } = prepared.problem;
    return problem(
      lines.map((line) => `${sourceNames[source]} ${basename(paths[source] ?? paths.definition)}：${line}`),
    );
  }
  if (paths.casework === undefined) return prepared;
  const decided = withCasework(prepared.value, readFile(paths.casework));
  return decided.ok ? decided : problem([`${basename(paths.casework)} ${decided.problem}`]);
}

/** The schools of an earlier year's roster; the problem is what to print. */
export function readSchools(path: string): Result<readonly School[], readonly string[]> {
  if (!existsSync(path)) return problem([`没有找到 ${path}。`]);
  const schools = schoolsOfLastYear(readFile(path));
  return schools.ok ? schools : problem(schools.problem.lines.map((line) => `名录 ${basename(path)}：${line}`));
}

/** A figures.json of an earlier run. */
export function readPrevious(path: string): Result<FiguresFile, readonly string[]> {
  if (!existsSync(path)) return problem([`没有找到 ${path}。`]);
  const json = parseJson(path);
  const figures = json.ok ? parseFiguresFile(json.value) : undefined;
  return figures ? ok(figures) : problem([`${basename(path)} 不是本程序写出的 figures.json。`]);
}

function definitionSource(definition: string): Result<DefinitionSource, readonly string[]> {
  if (existsSync(definition)) return sheetsOrJson(definition);
  if (builtinNames.includes(definition)) return ok({ builtin: definition });
  return problem([`没有找到方案 ${definition}；内置方案有：${builtinNames.join("、")}。`]);
}

function sheetsOrJson(path: string): Result<SheetsOrJson, readonly string[]> {
  if (!path.toLowerCase().endsWith(".json")) return ok({ workbook: readFile(path) });
  const json = parseJson(path);
  return json.ok ? ok({ json: json.value }) : json;
}

function parseJson(path: string): Result<unknown, readonly string[]> {
  try {
    return ok(JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/u, "")) as unknown);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return problem([`${basename(path)} 不是完好的 JSON：${thrown.message}`]);
    throw thrown;
  }
}

function rosterReading({ roster, submissions }: SourcePaths, definition: DefinitionSource): FileReading | undefined {
  if (roster !== undefined) return readFile(roster);
  const candidates = [
    ...("workbook" in definition ? [definition.workbook] : []),
    ...(submissions !== undefined && /\.xls[xmb]?$/iu.test(submissions) ? [readFile(submissions)] : []),
  ];
  return candidates.find(
    (reading) =>
      reading.state === "read" && reading.workbook.sheets.some(({ name }) => rosterSheets.includes(name.trim())),
  );
}

const readFile = (path: string): FileReading => readWorkbookFile(readFileSync(path), basename(path));
