import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import type { Form } from "../../definitions/definition";
import { type CardLayout, findCardLayout } from "./card-layout";
import { memoized } from "./memoized";
import { plain } from "./plain-text";
import { type Place, type SheetGrid, allFilledPlaces } from "./sheet-grid";
import { type ElementFault, type TableHeader, findTableHeader } from "./table-header";
import { unitsOfLine } from "./unit";

/** A sheet recognised as a form, with what of the form was found in it. */
export interface RecognisedSheet {
  readonly form: CompiledForm;
  readonly layout:
    | { readonly kind: "table"; readonly header: TableHeader }
    | { readonly kind: "card"; readonly card: CardLayout }
    /** The sheet bears the form's name, but nothing of the form is in it. */
    | { readonly kind: "nothing" };
  readonly unitPlaces: readonly Place[];
}

interface Fit extends RecognisedSheet {
  readonly found: number;
  readonly isComplete: boolean;
}

const titleRows = 8;

/**
 * By sheet name; else by the form's title; else by headings, when all required ones are there. Undefined when no form fits.
 * For a part of a sheet the name of the sheet comes last.
 */
export function recogniseForm(
  grid: SheetGrid,
  definition: CompiledDefinition,
  rosterColumns: ReadonlySet<string>,
): RecognisedSheet | undefined {
  const forms = [...definition.forms.values()];
  const fitOf = (form: CompiledForm): Fit => fit(grid, form, definition.codes, rosterColumns);
  const named = forms.filter(({ form }) => isNamed(grid.name, form));
  const byName = (): Fit | undefined => best(prefer(named, ({ form }) => isTitled(grid, form)).map(fitOf));
  if (named.length > 0 && !grid.isPart) return byName();
  const titled = forms.filter(({ form }) => isTitled(grid, form));
  if (titled.length > 0) return best(titled.map(fitOf));
  const fitting = forms.map(fitOf).filter(({ isComplete }) => isComplete);
  const most = Math.max(...fitting.map(({ found }) => found));
  const fittest = fitting.filter(({ found }) => found === most);
  return fittest.length === 1 ? fittest[0] : byName();
}

const prefer = <T>(all: readonly T[], isBetter: (one: T) => boolean): readonly T[] => {
  const better = all.filter(isBetter);
  return better.length > 0 ? better : all;
};

const best = (fits: readonly Fit[]): Fit | undefined => {
  const most = Math.max(...fits.map(({ found }) => found));
  return fits.find(({ found }) => found === most);
};

const unitLinesOf = memoized((grid: SheetGrid) =>
  allFilledPlaces(grid).flatMap((place) => {
    const content = grid.content(place.row, place.column);
    const units = typeof content === "string" ? unitsOfLine(content) : undefined;
    return units ? [{ place, units }] : [];
  }),
);

function fit(
  grid: SheetGrid,
  form: CompiledForm,
  codes: CompiledDefinition["codes"],
  rosterColumns: ReadonlySet<string>,
): Fit {
  const unitLines = unitLinesOf(grid);
  const unitPlaces = unitLines.map(({ place }) => place);
  const units = unitLines.flatMap((line) => line.units);
  if (form.form.layout === "卡片") {
    const card = findCardLayout(grid, form, codes, units);
    const found = card.places.length;
    return {
      form,
      unitPlaces,
      found,
      isComplete: isComplete(form, found, card.faults),
      layout: found === 0 ? { kind: "nothing" } : { kind: "card", card },
    };
  }
  const header = findTableHeader(grid, form, rosterColumns, units);
  const found = header?.columns.length ?? 0;
  const complete = header !== undefined && isComplete(form, found, header.faults);
  return {
    form,
    unitPlaces,
    found,
    isComplete: complete,
    layout: header ? { kind: "table", header } : { kind: "nothing" },
  };
}

/** Enough of the form to know it without its name: all required elements, or all of them when none is required. */
function isComplete({ elements }: CompiledForm, found: number, faults: readonly ElementFault[]): boolean {
  const hasRequired = elements.some(({ required }) => required);
  return found >= Math.min(2, elements.length) && !faults.some(({ element }) => element.required || !hasRequired);
}

const isNamed = (sheetName: string, { sheets, name }: Form): boolean =>
  matches(plain(sheetName), plain(sheets ?? name));

/** `*` stands for any run of characters. */
function matches(text: string, pattern: string): boolean {
  const [head = "", ...tail] = pattern.split("*");
  const last = tail.pop();
  if (last === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let from = head.length;
  for (const piece of tail) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** The texts of each of the uppermost rows, as they are compared. */
const titleTexts = memoized((grid: SheetGrid): readonly (readonly string[])[] =>
  Array.from({ length: Math.min(titleRows, grid.rowCount - grid.top) }, (_, row) =>
    grid.filledPlaces(grid.top + row).map((place) => plain(grid.text(place.row, place.column))),
  ),
);

const isTitled = (grid: SheetGrid, form: Form): boolean => titleTexts(grid).some((texts) => isTitleRow(texts, form));

/** Do the texts of one row, as they are compared, hold the title of the form? */
export function isTitleRow(texts: readonly string[], { title, name }: Form): boolean {
  const wanted = plain(title ?? name);
  return texts.some((text) => (title === undefined ? text === wanted && texts.length === 1 : text.includes(wanted)));
}
