import type { Collection } from "../../domain/collected";
import type { CellChange, ProbableCause, Recheck } from "../../domain/diagnosis";
import type { Finding } from "../../domain/finding";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { Act, Change } from "./act";
import { causeText, filedText } from "./cause-words";
import { lastYearsTables } from "./last-years-table";
import { movedActs } from "./moved-acts";
import { type FactorOf, type NumberCell, numberCells } from "./number-cells";
import { oneCellActs } from "./one-cell-acts";
import { type Plausibility, plausibilityOf } from "./plausibility";
import { type Ranked, ranked } from "./rank";
import { rowsBySchool } from "./rows-by-school";
import { type SchoolCase, isOpen, schoolCase } from "./school-case";

export interface DiagnosisInput {
  readonly definition: CompiledDefinition;
  readonly collection: Collection;
  readonly confrontation: Confrontation;
  /** Judges a school's rules again with cells put differently. */
  readonly recheck: Recheck;
  /** What a number of the form is multiplied by to be kept in the element's unit. */
  readonly factorOf: FactorOf;
  /** Last year's submissions as collected then. */
  readonly previous?: Collection;
}

const mostCauses = 3;

/**
 * For each finding the slips that explain it best, likeliest first: for every school with errors or warnings, acts that
 * undo one human slip are tried on the cells behind them, and kept when they clear findings and break no rule.
 */
export function diagnose(input: DiagnosisInput): ReadonlyMap<Finding, readonly ProbableCause[]> {
  const { definition, collection, confrontation, recheck, factorOf, previous } = input;
  const plausibility = plausibilityOf(definition, collection, previous);
  const rows = rowsBySchool(collection);
  const causes = new Map<Finding, readonly ProbableCause[]>();
  for (const [school, findings] of bySchool([...collection.findings, ...confrontation.findings])) {
    const cells = numberCells(definition, collection, rows.get(school) ?? new Map(), factorOf);
    const opened = schoolCase(definition, school, findings, cells, recheck);
    const repeated = lastYearsTables(opened, plausibility);
    const best = [...repeated, ...ranked(opened, actsOf(opened, plausibility), plausibility)];
    for (const finding of findings) {
      const fitting = best.filter(({ clears }) => clears.includes(finding)).slice(0, mostCauses);
      if (fitting.length > 0) causes.set(finding, fitting.map(causeOf));
    }
  }
  return causes;
}

function actsOf(school: SchoolCase, plausibility: Plausibility): readonly Act[] {
  const suspects = [...new Set(school.targets.flatMap(({ cells }) => cells))];
  if (suspects.length === 0) return [];
  return [
    ...suspects.flatMap((cell) => oneCellActs(school, cell, plausibility)),
    ...movedActs(school, suspects, plausibility),
  ];
}

function causeOf({ act, clears, clearsAll }: Ranked): ProbableCause {
  return {
    slip: act.slip,
    changes: act.changes.map(changeOf),
    says: causeText(act, clears.length, clearsAll),
    clearsAll,
    clears: clears.length,
  };
}

const changeOf = ({ cell, to }: Change): CellChange => ({
  form: cell.form,
  element: cell.element.name,
  row: cell.row,
  ...addressOf(cell),
  from: filedText(cell, cell.value),
  to: { type: "number", value: to },
  written: filedText(cell, to),
});

const addressOf = ({ at }: NumberCell): Pick<CellChange, "at"> => (at ? { at } : {});

function bySchool(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const grouped = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.school === undefined || !isOpen(finding)) continue;
    const some = grouped.get(finding.school) ?? [];
    some.push(finding);
    grouped.set(finding.school, some);
  }
  return grouped;
}
