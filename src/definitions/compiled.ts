import type { Diagnostic } from "../formula/diagnostic";
import type { Tree } from "../formula/tree";
import type { Code, DataElement, Form, Indicator, NarrativeRow, ReportDefinition, ValidationRule } from "./definition";
import type { Template } from "./template";

/** A definition whose every formula and template has been parsed and typed. Only compile-definition.ts makes one. */
export interface CompiledDefinition {
  readonly source: ReportDefinition;
  /** Digest of the canonical form with what its rules pick written out, for the run stamp. */
  readonly digest: string;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly codes: ReadonlyMap<string, readonly Code[]>;
  readonly rules: readonly CompiledRule[];
  /** In an order in which each comes after those it uses. */
  readonly indicators: ReadonlyMap<string, CompiledIndicator>;
  readonly narrative: readonly CompiledNarrativeRow[];
  readonly notices: readonly DefinitionFault[];
}

export interface CompiledForm {
  readonly form: Form;
  /** Filled in by schools, in order. */
  readonly elements: readonly DataElement[];
  /** 派生 fields, in order. */
  readonly derived: ReadonlyMap<string, Tree>;
  readonly scope?: Tree;
}

export interface CompiledRule {
  readonly rule: ValidationRule;
  readonly when?: Tree;
  readonly tree: Tree;
}

export interface CompiledIndicator {
  readonly indicator: Indicator;
  readonly filter?: Tree;
  readonly numerator: Tree;
  readonly denominator?: Tree;
  /** Names of indicators and parameters it uses. */
  readonly uses: readonly string[];
}

export interface CompiledNarrativeRow {
  readonly row: NarrativeRow;
  readonly template: Template;
  readonly when?: Tree;
}

/** A fault of one cell of a definition. `row` counts from 0 within its table. */
export interface DefinitionFault {
  readonly table:
    | "forms"
    | "elements"
    | "codes"
    | "rules"
    | "indicators"
    | "parameters"
    | "narrative"
    | "profile"
    | "file";
  readonly row?: number;
  /** JSON key of the column. */
  readonly column?: string;
  /** `方案·指标!F7` or a JSON path: what to show. */
  readonly where: string;
  readonly message: string;
  readonly diagnostic?: Diagnostic;
}
