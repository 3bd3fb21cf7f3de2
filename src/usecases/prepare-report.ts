import type { Casework } from "../domain/casework";
import { a1 } from "../domain/cell";
import type { Collection } from "../domain/collected";
import type { Finding } from "../domain/finding";
import { parameterKey, type Parameter } from "../domain/parameter";
import { ok, problem, type Result } from "../domain/result";
import type { School } from "../domain/school";
import type { FileReading, WorkbookSnapshot } from "../domain/snapshot";
import { loadBuiltin } from "../definitions/builtin";
import { compileDefinition } from "../definitions/compile-definition";
import type { CompiledDefinition, DefinitionFault } from "../definitions/compiled";
import { readDefinitionSheets, type DefinitionOnSheets } from "../definitions/definition-sheets";
import { parseDefinition } from "../definitions/definition.schema";
import { parametersFromJson, readParameters, type ParametersReading } from "../definitions/parameter-sheet";
import { parametersOf } from "../definitions/parameters-of";
import { readRoster } from "../definitions/roster-sheet";
import type { RequiredSource, SourceProblem } from "./source-problem";

/** A definition or a parameters file: parsed JSON, or a workbook. */
export type SheetsOrJson = { readonly json: unknown } | { readonly workbook: FileReading };

export interface PreparedReport {
  readonly definition: CompiledDefinition;
  readonly schools: readonly School[];
  readonly parameters: readonly Parameter[];
  /** What the roster, the parameters and the casework have to say though a run is possible. */
  readonly findings: readonly Finding[];
  /** What people decided about earlier findings. */
  readonly casework?: Casework;
  /** Last year's submissions as collected then. */
  readonly previous?: Collection;
}

/** A definition of one's own, or one that comes with the add-in. */
export type DefinitionSource = SheetsOrJson | { readonly builtin: string };

/** Reads what a run is made of beside the schools' files. A run begins only when all of it makes sense. */
export function prepareReport(
  definition: DefinitionSource,
  rosterFile: FileReading,
  parametersFile?: SheetsOrJson,
): Result<PreparedReport, SourceProblem<RequiredSource>> {
  const source = readDefinition(definition);
  if (!source.ok) return refused("definition", source.problem.map(faultText));
  if (rosterFile.state === "unreadable") return refused("roster", [unreadableText(rosterFile.file)]);
  const roster = readRoster(rosterFile.workbook);
  if (roster.schools.length === 0) return refused("roster", roster.findings.map(findingText));
  const given = parametersFile ? readParametersFile(parametersFile) : { parameters: [], findings: [] };
  if (given.parameters.length === 0 && given.findings.length > 0)
    return refused("parameters", given.findings.map(findingText));
  const { definition: read, locate } = source.value;
  const parameters = withDefaults(given.parameters, parametersOf(read));
  const compiled = compileDefinition(read, { parameters, rosterColumns: roster.columns });
  if (!compiled.ok) return refused("definition", compiled.problem.map(locate).map(faultText));
  return ok({
    definition: compiled.value,
    schools: roster.schools,
    parameters,
    findings: [...roster.findings, ...given.findings],
  });
}

const refused = (source: RequiredSource, lines: readonly string[]) => problem({ source, lines });

/** In JSON a fault stands where its path says; on sheets it is placed by cell. */
function readDefinition(source: DefinitionSource): Result<DefinitionOnSheets, readonly DefinitionFault[]> {
  if (!("workbook" in source)) {
    const parsed = "builtin" in source ? loadBuiltin(source.builtin) : parseDefinition(source.json);
    return parsed.ok ? ok({ definition: parsed.value, locate: (fault) => fault }) : parsed;
  }
  const workbook = workbookOf(source.workbook);
  if (!workbook)
    return problem([{ table: "file", where: "方案", message: "文件打不开。→ 用 Excel 另存为 .xlsx 再选" }]);
  return readDefinitionSheets(workbook.sheets);
}

function readParametersFile(source: SheetsOrJson): ParametersReading {
  if ("json" in source) return parametersFromJson(source.json);
  const workbook = workbookOf(source.workbook);
  if (workbook) return readParameters(workbook);
  return {
    parameters: [],
    findings: [
      {
        code: "parameter-unreadable",
        severity: "error",
        message: "参数文件打不开。",
        instruction: "用 Excel 另存为 .xlsx 再选。",
      },
    ],
  };
}

const workbookOf = (reading: FileReading): WorkbookSnapshot | undefined =>
  reading.state === "read" ? reading.workbook : undefined;

/** A row of the file stands for the definition's row of the same key. */
function withDefaults(given: readonly Parameter[], defaults: readonly Parameter[]): readonly Parameter[] {
  const keys = new Set(given.map(parameterKey));
  return [...given, ...defaults.filter((parameter) => !keys.has(parameterKey(parameter)))];
}

const unreadableText = (file: string): string => `${file}打不开。用 Excel 另存为 .xlsx 再选。`;
const faultText = ({ where, message }: DefinitionFault): string => `${where}：${message}`;
const findingText = ({ at, message, instruction }: Finding): string =>
  `${at === undefined ? "" : `${at.sheet}!${a1(at.row, at.column)}：`}${message}${instruction}`;
