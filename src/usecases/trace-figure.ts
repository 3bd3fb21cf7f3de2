import type { FigureProof, ProofCell, ProofRow, ProofTerm } from "../domain/proof";
import { add, toNumber, zero, exactText, type Exact } from "../domain/exact";
import type { Figure } from "../domain/figure";
import type { DataSheetPlaces } from "../core/write/data-sheet-places";
import type { ClausesByFigure } from "./clauses-by-figure";
import type { FigureTrace, TracedCell, TracedSchool, UsedName } from "./figure-trace";
import type { PaneReport } from "./pane-report";

/** A proof as the pane shows it: schools with the places of their cells on our sheets, and the clauses that print the figure. */
export function traceFigure(
  proof: FigureProof,
  figures: ReadonlyMap<string, Figure>,
  shown: Pick<PaneReport, "schools">,
  places: DataSheetPlaces,
  clauses: ClausesByFigure,
): FigureTrace {
  const { key, title, printed, words, written, rounding, definition, comparisons, coverage, reasons } = proof;
  return {
    key,
    title,
    printed,
    words,
    ...(reasons.length === 0 && { arithmetic: written.slice(written.indexOf(" = ") + 3) }),
    ...(rounding !== undefined && { rounding }),
    ...(definition !== undefined && { definition }),
    comparisons,
    schoolsExpected: coverage.expected,
    schoolsCounted: coverage.counted,
    missing: coverage.missing.map((code) => shown.schools.get(code) ?? code),
    reasons,
    schools: tracedSchools(proof, places),
    uses: usedNames(proof, figures),
    usedIn: clauses.get(key) ?? [],
  };
}

function usedNames({ key, terms }: FigureProof, figures: ReadonlyMap<string, Figure>): readonly UsedName[] {
  const named = new Map(terms.flatMap(({ figure }) => (figure === undefined ? [] : [[figure, figure] as const])));
  const figure = figures.get(key);
  return (figure?.uses ?? []).map((name) => {
    const used = [...named.keys()].find((candidate) => figures.get(candidate)?.indicator === name);
    const own = used ?? (figures.has(name) ? name : undefined);
    return { name, ...(own !== undefined && { figure: own }) };
  });
}

interface GrowingSchool {
  readonly code: string;
  readonly name: string;
  readonly cells: Map<string, TracedCell>;
  counts?: Exact;
}

/** Schools with the cells that were added; where nothing is added, with those that were counted. Largest first. */
function tracedSchools({ terms }: FigureProof, places: DataSheetPlaces): readonly TracedSchool[] {
  const all = terms.flatMap((term) => term.rows.flatMap((row) => row.cells.map((cell) => ({ term, row, cell }))));
  const values = all.filter(({ cell }) => cell.role === "value");
  const schools = new Map<string, GrowingSchool>();
  for (const { term, row, cell } of values.length > 0 ? values : all) {
    const traced = tracedCell(term, row, cell, places);
    if (!traced) continue;
    const school = schools.get(row.school) ?? { code: row.school, name: row.schoolName, cells: new Map() };
    schools.set(row.school, school);
    school.cells.set(JSON.stringify([term.part, traced.place]), traced);
  }
  for (const { part, adds, rows } of terms)
    for (const { school: code, counts } of part === "numerator" && adds ? rows : []) {
      const school = schools.get(code);
      if (school && counts) school.counts = add(school.counts ?? zero, counts);
    }
  return [...schools.values()]
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .map(({ code, name, cells, counts }) => ({
      code,
      name,
      ...(counts && { counts: exactText(counts) }),
      cells: [...cells.values()],
    }));
}

/** Only for the order of a list: the nearest double is enough. */
const sizeOf = ({ counts }: GrowingSchool): number => (counts ? toNumber(counts) : 0);

function tracedCell(
  { part }: ProofTerm,
  { form, row }: ProofRow,
  { column, text, at, remarks }: ProofCell,
  places: DataSheetPlaces,
): TracedCell | undefined {
  const place = places.place(form, column, row);
  return (
    place && {
      part,
      column,
      ...(text !== undefined && { text }),
      ...(at && { source: at }),
      ...(remarks.length > 0 && { remarks }),
      place,
    }
  );
}
