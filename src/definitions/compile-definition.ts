import type { Parameter } from "../domain/parameter";
import { ok, problem, type Result } from "../domain/result";
import { definitionDigest } from "./canonical";
import type { Compilation } from "./compile/compilation";
import { DefinitionTyping } from "./compile/definition-typing";
import { checkIndicatorRows } from "./compile/check-indicator-rows";
import { checkReferences } from "./compile/check-references";
import { compileForms } from "./compile/compile-forms";
import { compileIndicators } from "./compile/compile-indicators";
import { compileNarrative } from "./compile/compile-narrative";
import { compileRules } from "./compile/compile-rules";
import { Faults } from "./compile/faults";
import { groupBy } from "./compile/group-by";
import { knownNames } from "./compile/known-names";
import { indicatorLibrary } from "./indicator-library";
import type { CompiledDefinition, DefinitionFault } from "./compiled";
import type { ReportDefinition } from "./definition";
import { parameterOf, parametersOf } from "./parameters-of";
import { settleIndicators } from "./settle-indicator";

/** What a definition may name though it does not stand in it. */
export interface DefinitionSurroundings {
  /** Rows of a parameters file. */
  readonly parameters: readonly Parameter[];
  /** Headers of the roster; each is a column of every form. */
  readonly rosterColumns: readonly string[];
}

/**
 * Parses every formula and template of a definition, resolves every name, and types every formula.
 * Faults are collected and placed by JSON path; with a single one nothing is compiled.
 */
export function compileDefinition(
  written: ReportDefinition,
  { parameters, rosterColumns }: DefinitionSurroundings,
): Result<CompiledDefinition, readonly DefinitionFault[]> {
  const faults = new Faults(written);
  const indicatorRows = written.indicators;
  const definition = { ...written, indicators: settleIndicators(indicatorRows, indicatorLibrary, faults) };
  // Without its formula an indicator has no type, and everything that names it would be told as a fault of its own.
  if (faults.faults.length > 0) return problem(faults.faults);
  const known = knownNames(definition, [...parametersOf(definition), ...parameters], rosterColumns);
  const compilation: Compilation = { definition, indicatorRows, known, typing: new DefinitionTyping(known), faults };
  checkReferences(definition, known, faults);
  checkParameterValues(definition, faults);
  checkIndicatorRows(compilation);
  const forms = compileForms(compilation);
  const indicators = compileIndicators(compilation);
  const rules = compileRules(compilation);
  const narrative = compileNarrative(compilation);
  if (faults.faults.length > 0) return problem(faults.faults);
  return ok({
    source: written,
    digest: definitionDigest({ ...definition, rules: rules.map(({ rule }) => ({ ...rule, binds: {} })) }),
    forms,
    codes: groupBy(definition.codes, ({ list }) => list),
    rules,
    indicators,
    narrative,
    notices: faults.notices,
  });
}

function checkParameterValues({ parameters }: ReportDefinition, faults: Faults): void {
  for (const [row, parameter] of parameters.entries()) {
    const read = parameterOf(parameter);
    if (!read.ok) faults.add({ table: "parameters", row, column: "value" }, read.problem);
  }
}
