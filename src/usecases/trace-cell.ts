import type { CellAddress } from "../domain/cell";
import type { Collection } from "../domain/collected";
import type { Narrative } from "../domain/narrative";
import { cellRemarks } from "../core/prove/cell-remarks";
import { figureTitle } from "../core/prove/figure-title";
import { figuresOfCell } from "../core/prove/figures-of-cell";
import type { ProofSubject } from "../core/prove/proof-subject";
import type { DataSheetPlaces, SheetPlace } from "../core/write/data-sheet-places";
import { firstDataRow } from "../core/write/sheet-frame";
import { clausesByFigure } from "./clauses-by-figure";
import type { CellTrace, TracedClause } from "./figure-trace";

/** From a school's cell to the figures and sentences it feeds. */
export function sentencesOfCell(subject: ProofSubject, narrative: Narrative, at: CellAddress): CellTrace {
  const { collection, figures, findings, printed } = subject;
  const resting = figuresOfCell(collection, figures, at);
  const clauses = clausesByFigure(narrative);
  const fed = new Map<string, TracedClause>(
    resting.flatMap(({ figure }) => (clauses.get(figure.key) ?? []).map((clause) => [clause.id, clause])),
  );
  const order = narrative.blocks.flatMap((block): readonly { readonly id: string }[] =>
    block.type === "paragraph" ? block.clauses : [block],
  );
  return {
    at,
    remarks: cellRemarks(collection, findings)(at),
    figures: resting.map(({ figure, how }) => ({
      key: figure.key,
      title: figureTitle(figure),
      printed: printed(figure).text,
      how,
    })),
    clauses: order.flatMap(({ id }) => fed.get(id) ?? []),
  };
}

/** The school's own cell behind a cell of our data sheets; undefined where none was read. */
export function addressAt(
  { tables }: Collection,
  { sheets }: DataSheetPlaces,
  { role, row, column }: SheetPlace,
): CellAddress | undefined {
  const sheet = [...sheets.values()].find((one) => one.role === role);
  const named = [...(sheet?.columns ?? [])].find(([, place]) => place === column);
  return sheet && named && tables.get(sheet.form)?.columns.get(named[0])?.[row - firstDataRow]?.at;
}
