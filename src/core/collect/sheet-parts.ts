import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { isCodeHeading, isNameHeading } from "./identity";
import { memoized } from "./memoized";
import { plain } from "./plain-text";
import { isTitleRow } from "./recognise-form";
import { type SheetGrid, partOf } from "./sheet-grid";
import { headingHeight } from "./table-header";
import { isNoteText } from "./table-rows";
import { headingText, unitsOfLine } from "./unit";

/**
 * The parts of a sheet that are forms by themselves: two forms one under the other, the same form again on "page 2" under
 * its repeated heading, several cards. A part begins with the title above its heading. Nearly always there is one: the sheet.
 */
export function sheetParts(grid: SheetGrid, definition: CompiledDefinition): readonly SheetGrid[] {
  const starts = [...new Set([...tableStarts(grid, definition), ...cardStarts(grid, definition)])].sort(
    (a, b) => a - b,
  );
  if (starts.length < 2) return [grid];
  const tops = [0, ...starts.slice(1)];
  return tops.map((top, place) => partOf(grid, top, (tops[place + 1] ?? grid.rowCount) - 1));
}

const formsOf = memoized((definition: CompiledDefinition) => {
  const forms = [...definition.forms.values()];
  return {
    tables: forms.filter(({ form }) => form.layout !== "卡片"),
    cards: forms.filter(({ form }) => form.layout === "卡片"),
    headings: new Set(forms.filter(({ form }) => form.layout !== "卡片").flatMap(headingsOf)),
  };
});

const headingsOf = ({ elements }: CompiledForm): readonly string[] =>
  elements
    .flatMap(({ name, at, aliases }) => [name, ...aliases, ...(at === undefined ? [] : [at])])
    .flatMap((label) => label.split("/").map(headingText));

/** Rows in which a part with a table begins. */
function tableStarts(grid: SheetGrid, definition: CompiledDefinition): readonly number[] {
  const { tables, headings } = formsOf(definition);
  const starts: number[] = [];
  let after = 0;
  for (const row of severalHeadings(grid, headings)) {
    if (row < after) continue;
    const heights = tables.map((form) => headingHeight(grid, form, row) ?? 0);
    const height = Math.max(0, ...heights);
    if (height === 0) continue;
    let top = row;
    while (top > after && isAboveTable(grid, top - 1)) top -= 1;
    starts.push(top);
    after = row + height;
  }
  return starts;
}

/** Rows that look like headings, when they do not all stand together: then one table is all there is. */
function severalHeadings(grid: SheetGrid, headings: ReadonlySet<string>): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < grid.rowCount; row += 1) if (looksLikeHeading(grid, row, headings)) rows.push(row);
  return rows.some((row, place) => place > 0 && row > (rows[place - 1] ?? 0) + 1) ? rows : [];
}

/** Words alone, two of which some table has as headings. Rows of figures are let go at once. */
function looksLikeHeading(grid: SheetGrid, row: number, headings: ReadonlySet<string>): boolean {
  const places = grid.filledPlaces(row);
  if (places.length < 2 || !places.every(({ column }) => typeof grid.content(row, column) === "string")) return false;
  let known = 0;
  for (const { column } of places) if (headings.has(grid.heading(row, column))) known += 1;
  return known >= 2;
}

/** A title, a line of units or the name of the school: what stands between the end of one table and the heading of the next. */
function isAboveTable(grid: SheetGrid, row: number): boolean {
  const texts = grid.filledPlaces(row).map(({ column }) => grid.text(row, column));
  const [first] = texts;
  if (first === undefined || isNoteText(first) || /^\d+$/u.test(plain(first))) return false;
  if (!grid.filledPlaces(row).every(({ column }) => typeof grid.content(row, column) === "string")) return false;
  return texts.length === 1 || texts.every((text) => unitsOfLine(text) !== undefined || isIdentityText(text));
}

const isIdentityText = (text: string): boolean => {
  const [label = ""] = text.normalize("NFKC").split(":");
  return isCodeHeading(label) || isNameHeading(label);
};

/** Rows in which a card begins: its title stands there by itself. */
function cardStarts(grid: SheetGrid, definition: CompiledDefinition): readonly number[] {
  const { cards } = formsOf(definition);
  const starts: number[] = [];
  if (cards.length === 0) return starts;
  for (let row = 0; row < grid.rowCount; row += 1) {
    const places = grid.filledPlaces(row);
    if (places.length !== 1 || typeof grid.content(row, places[0]?.column ?? 0) !== "string") continue;
    const texts = places.map(({ column }) => plain(grid.text(row, column)));
    const isContinued = texts[0]?.includes("续") === true;
    if (!isContinued && !isNoteText(texts[0] ?? "") && cards.some(({ form }) => isTitleRow(texts, form)))
      starts.push(row);
  }
  return starts;
}
