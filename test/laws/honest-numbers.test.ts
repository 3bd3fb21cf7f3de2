import fc from "fast-check";
import { cellKey, type CellAddress, type CellContent } from "../../src/domain/cell";
import { exactText } from "../../src/domain/exact";
import type { Figure } from "../../src/domain/figure";
import { blockText, clauseText, type Clause, type Narrative } from "../../src/domain/narrative";
import type { FileReading } from "../../src/domain/snapshot";
import type { ReportDraft } from "../../src/core/build-report";
import { staleAfter } from "../../src/usecases/stale-after";
import { everySchool, readSample, draftOf, type Sample } from "../support/sample-county";

/** A cell of a school's file that was used as a number. */
interface NumberCell {
  readonly at: CellAddress;
  readonly form: string;
  readonly column: string;
  readonly row: number;
}

/**
 * Each try is a whole run, so most cells are tried on a part of the county. More are asked for by hand:
 * HONEST_CELLS=200 npx jest test/laws.
 */
const cellsTried = Number(process.env["HONEST_CELLS"] ?? 0);
/** STALE_CELLS=1000 npx jest test/laws -t mark */
const cellsMarked = Number(process.env["STALE_CELLS"] ?? 8);

function numberCells({ collection }: ReportDraft): readonly NumberCell[] {
  return [...collection.tables.values()].flatMap(({ form, columns }) =>
    [...columns].flatMap(([column, readings]) =>
      readings.flatMap((reading, row) =>
        reading.state === "reported" && reading.value.type === "number" && reading.at?.file !== undefined
          ? [{ at: reading.at, form, column, row }]
          : [],
      ),
    ),
  );
}

/** The same files, with something else in one cell. */
function withCell(
  readings: readonly FileReading[],
  at: CellAddress,
  other: (cell: CellContent) => CellContent,
): readonly FileReading[] {
  return readings.map((reading) => {
    if (reading.state !== "read" || reading.workbook.file !== at.file) return reading;
    const sheets = reading.workbook.sheets.map((sheet) =>
      sheet.name !== at.sheet
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((cells, row) => (row === at.row ? replaced(cells, at.column, other) : cells)),
          },
    );
    return { ...reading, workbook: { ...reading.workbook, sheets } };
  });
}

/** Rows may be ragged: a blank that means 0 need not be in the row at all. */
const replaced = (
  cells: readonly CellContent[],
  column: number,
  other: (cell: CellContent) => CellContent,
): readonly CellContent[] =>
  Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) =>
    index === column ? other(cells[index] ?? null) : (cells[index] ?? null),
  );

const oneMore = (cell: CellContent): CellContent => Number(cell ?? 0) + 1;

function valueText({ value }: Figure): string {
  return value.state === "number"
    ? exactText(value.value)
    : JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));
}

function changedFigures(before: ReportDraft, after: ReportDraft): ReadonlySet<string> {
  const keys = new Set([...before.figures.keys(), ...after.figures.keys()]);
  return new Set(
    [...keys].filter((key) => {
      const [a, b] = [before.figures.get(key), after.figures.get(key)];
      return !a || !b || valueText(a) !== valueText(b);
    }),
  );
}

/** Changed figures, save those that are withheld for another reason. */
function saidOtherwise(before: ReportDraft, after: ReportDraft): ReadonlySet<string> {
  const isWithheld = (report: ReportDraft, key: string) => report.figures.get(key)?.value.state === "withheld";
  return new Set(
    [...changedFigures(before, after)].filter((key) => !(isWithheld(before, key) && isWithheld(after, key))),
  );
}

/** Cells that count differently: the changed one, and those that an error it causes (or cures) blocks (or frees). */
function touchedCells(at: CellAddress, before: ReportDraft, after: ReportDraft): ReadonlySet<string> {
  const [a, b] = [before.confrontation.blocked, after.confrontation.blocked];
  return new Set([
    cellKey(at),
    ...[...a.keys()].filter((key) => !b.has(key)),
    ...[...b.keys()].filter((key) => !a.has(key)),
  ]);
}

/** Figures whose lineage holds one of the cells, in either report, and figures made of those. */
function restingOn(cells: ReadonlySet<string>, reports: readonly ReportDraft[]): ReadonlySet<string> {
  const resting = new Set<string>();
  const names = new Set<string>();
  for (const { figures, collection } of reports) {
    for (const [key, figure] of figures) {
      const direct = figure.lineage.some(({ form, column, role, rows }) => {
        const readings = collection.tables.get(form)?.columns.get(column) ?? [];
        const counted = role === "criterion" ? readings : rows.map((row) => readings[row]);
        return counted.some((reading) => reading?.at !== undefined && cells.has(cellKey(reading.at)));
      });
      if (!direct && !figure.uses.some((name) => names.has(name))) continue;
      resting.add(key);
      names.add(figure.indicator);
    }
  }
  return resting;
}

/** Whether a figure adds its cells up, so that one more in any of them shows; counts and lists do not. */
function adds({ definition }: Sample, { indicator }: Figure): boolean {
  const { numerator, denominator = "" } = definition.indicators.get(indicator)?.indicator ?? { numerator: "" };
  return /^SUM(IFS)?\(/u.test(numerator) && (denominator === "" || /^SUM(IFS)?\(/u.test(denominator));
}

const clausesById = ({ blocks }: Narrative): ReadonlyMap<string, Clause> =>
  new Map(
    blocks.flatMap((block) =>
      block.type === "paragraph" ? block.clauses.map((clause) => [clause.id, clause] as const) : [],
    ),
  );

/** Clauses that print or ask one of the figures. */
function clausesOn(figures: ReadonlySet<string>, clauses: Iterable<Clause>): ReadonlySet<string> {
  return new Set(
    [...clauses]
      .filter(({ spans, conditionSources }) =>
        [...conditionSources, ...spans.flatMap((span) => (span.type === "slot" ? span.figures : []))].some((key) =>
          figures.has(key),
        ),
      )
      .map(({ id }) => id),
  );
}

const textsById = ({ blocks }: Narrative): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      block.type === "paragraph"
        ? [
            ...block.clauses.map((clause) => [clause.id, clauseText(clause)] as const),
            ...(block.notes ? [[`${block.id}注`, block.notes.join("")] as const] : []),
          ]
        : [[block.id, blockText(block)] as const],
    ),
  );

/** Ids of the clauses, headings and notes that read otherwise, with what they say now. */
function reworded(before: ReportDraft, after: ReportDraft): ReadonlyMap<string, string | undefined> {
  const [told, now] = [textsById(before.narrative), textsById(after.narrative)];
  const ids = [...new Set([...told.keys(), ...now.keys()])];
  return new Map(ids.filter((id) => told.get(id) !== now.get(id)).map((id) => [id, now.get(id)]));
}

describe("a number and the cells it rests on", () => {
  const whole = readSample("wenshang-2022");
  const twelfth = everySchool(whole, 12);

  it.each([
    ["a twelfth of the county", twelfth, cellsTried || 40],
    ["the county", whole, cellsTried || 20],
  ])(
    "one more in any cell of %s changes the figures and sentences that rest on it, and no others",
    (_, county, tries) => {
      const before = draftOf(county);
      const cells = numberCells(before);
      const told = clausesById(before.narrative);
      let moved = 0;
      fc.assert(
        fc.property(fc.constantFrom(...cells), (cell) => {
          const after = draftOf(county, withCell(county.readings, cell.at, oneMore));
          const changed = changedFigures(before, after);
          const resting = restingOn(touchedCells(cell.at, before, after), [before, after]);
          expect([...changed].filter((key) => !resting.has(key))).toEqual([]);

          const summed = [...before.figures.values()].filter(
            (figure) =>
              adds(county, figure) &&
              figure.lineage.some(
                ({ form, column, role, rows }) =>
                  form === cell.form && column === cell.column && role === "value" && rows.includes(cell.row),
              ),
          );
          const stayed = summed.filter(({ key }) => !changed.has(key)).map(({ key }) => key);
          expect(stayed).toEqual([]);

          const now = clausesById(after.narrative);
          const others = [...reworded(before, after).keys()];
          const entitled = new Set([...clausesOn(changed, told.values()), ...clausesOn(changed, now.values())]);
          expect(others.filter((id) => !entitled.has(id))).toEqual([]);
          moved += changed.size > 0 ? 1 : 0;
        }),
        { numRuns: tries, seed: 20221231, endOnFailure: true },
      );
      expect(moved).toBeGreaterThan(tries / 4);
    },
    600_000,
  );

  const changes: readonly (readonly [string, (cell: CellContent) => CellContent])[] = [
    ["one more", oneMore],
    ["nothing", () => null],
    ["a hundredfold", (cell) => Number(cell ?? 0) * 100],
    ["words", () => "约五百"],
  ];

  it("marks exactly the figures and sentences that another value in any cell changes", () => {
    const before = draftOf(twelfth);
    const stale = staleAfter(twelfth, before);
    let marked = 0;
    fc.assert(
      fc.property(fc.constantFrom(...numberCells(before)), fc.constantFrom(...changes), (cell, [, change]) => {
        const after = draftOf(twelfth, withCell(twelfth.readings, cell.at, change));
        const { figures, sentences } = stale(after);
        expect(new Set(figures)).toEqual(saidOtherwise(before, after));
        expect(new Map(sentences.map(({ id, now }) => [id, now]))).toEqual(reworded(before, after));
        marked += sentences.length > 0 ? 1 : 0;
      }),
      { numRuns: cellsMarked, seed: 20221231, endOnFailure: true },
    );
    expect(marked).toBeGreaterThan(0);
  }, 7_200_000);
});
