import type { SheetSnapshot } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import { labelTest } from "./card-labels";
import { type Identity, identityOf } from "./identity";
import { memoized } from "./memoized";
import type { PlaceMeaning } from "./personal-data";
import { isNumeric } from "./reading";
import { type RecognisedSheet, recogniseForm } from "./recognise-form";
import type { SchoolIndex, SchoolMatch } from "./school-index";
import { type SheetAccount, ignored, openAccount } from "./sheet-account";
import { type Place, type SheetGrid, allFilledPlaces, sheetGrid } from "./sheet-grid";
import { sheetParts } from "./sheet-parts";

/** One form on a sheet, before it is read. */
export interface OpenPart {
  readonly grid: SheetGrid;
  readonly account: SheetAccount;
  readonly recognised?: RecognisedSheet;
  readonly identity: Identity;
  /** Accounted for as a whole; nothing more is read from it. */
  readonly isSetAside: boolean;
}

export interface OpenSheet {
  readonly sheet: SheetSnapshot;
  readonly parts: readonly OpenPart[];
}

/** Instructions and blank sheets are not looked at any further; their cells are accounted for. */
export function openSheet(
  sheet: SheetSnapshot,
  file: string | undefined,
  definition: CompiledDefinition,
  rosterColumns: ReadonlySet<string>,
): OpenSheet {
  const parts: OpenPart[] = [];
  for (const grid of sheetParts(sheetGrid(sheet, file), definition)) {
    const account = openAccount(grid);
    const recognised = recogniseForm(grid, definition, rosterColumns);
    if (!recognised && sheet.name.includes("说明")) {
      account.settleRest(ignored("instruction-sheet"));
      parts.push({ grid, account, identity: { clue: {}, labels: [], values: [] }, isSetAside: true });
      continue;
    }
    const rows = recognised?.layout.kind === "table" ? recognised.layout.header.top : grid.rowCount;
    const own = identityOf(grid, rows, recognised ? labelTest(recognised.form.elements) : () => false);
    // The name of the school stands once on a sheet, above everything.
    const saysNothing = own.clue.code === undefined && own.clue.name === undefined;
    const identity = saysNothing ? { ...own, clue: parts.at(-1)?.identity.clue ?? {} } : own;
    parts.push({ grid, account, identity, isSetAside: allFilledPlaces(grid).length === 0, ...(recognised && { recognised }) }); // prettier-ignore
  }
  return { sheet, parts };
}

/** By what its sheets say; else by the name of the file. Sheets of different schools make it a file of none. */
export function schoolOfFile(file: string | undefined, sheets: readonly OpenSheet[], index: SchoolIndex): SchoolMatch {
  if (file === undefined) return { match: "none" };
  const said = new Set(
    sheets
      .flatMap(({ parts }) => parts)
      .map(({ identity }) => index.find(identity.clue))
      .flatMap((match) => (match.match === "school" ? [match.school] : [])),
  );
  const [school] = said;
  if (school) return said.size === 1 ? { match: "school", school } : { match: "none" };
  return index.inFileName(file);
}

export function schoolOfPart({ grid, identity }: OpenPart, fileMatch: SchoolMatch, index: SchoolIndex): SchoolMatch {
  const said = index.find(identity.clue);
  if (said.match !== "none") return said;
  const named = index.inFileName(grid.name);
  return named.match === "school" ? named : fileMatch;
}

/** Is this place a heading or label of the form? */
export function isHeadingPlace({ recognised }: OpenPart, { row, column }: Place): boolean {
  if (recognised?.layout.kind === "table")
    return row >= recognised.layout.header.top && row <= recognised.layout.header.bottom;
  if (recognised?.layout.kind !== "card") return false;
  return recognised.layout.card.labels.some((label) => label.row === row && label.column === column);
}

const anyLabel = memoized((definition: CompiledDefinition) => {
  const tests = [...definition.forms.values()].map(({ elements }) => labelTest(elements));
  return (text: string): boolean => tests.some((isLabel) => isLabel(text));
});

/** What the forms say about places of a sheet; the sheet is opened when that is first asked. */
export function meaningOf(sheet: () => OpenSheet, definition: CompiledDefinition): PlaceMeaning {
  const isFigureIn = ({ recognised, grid }: OpenPart, { row, column }: Place): boolean => {
    if (row < grid.top || row >= grid.rowCount) return false;
    if (recognised?.layout.kind === "table") {
      const { columns, bottom } = recognised.layout.header;
      return row > bottom && columns.some((known) => known.column === column && isNumeric(known.element));
    }
    const places = recognised?.layout.kind === "card" ? recognised.layout.card.places : [];
    return places.some((known) => known.row === row && known.column === column && isNumeric(known.element));
  };
  return {
    isFigure: (place) => sheet().parts.some((part) => isFigureIn(part, place)),
    isLabel: (text) => anyLabel(definition)(text),
  };
}
