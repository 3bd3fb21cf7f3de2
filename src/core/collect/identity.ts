import type { CellContent } from "../../domain/cell";
import { contentText } from "./plain-text";
import type { SchoolClue } from "./school-index";
import type { Place, SheetGrid } from "./sheet-grid";
import { headingText } from "./unit";

const codeHeadings = new Set([
  "学校代码",
  "学校标识码",
  "学校(机构)代码",
  "学校(机构)标识码",
  "机构代码",
  "机构标识码",
  "单位代码",
]);
const nameHeadings = new Set([
  "学校名称",
  "学校",
  "学校(机构)名称",
  "校名",
  "机构名称",
  "单位名称",
  "填报单位",
  "填报学校",
  "填表单位",
  "上报单位",
  "园所名称",
  "幼儿园名称",
]);
const numberHeadings = new Set(["序号", "行次", "行号", "no", "no."]);

export const isCodeHeading = (heading: string): boolean => codeHeadings.has(headingText(heading));
export const isNameHeading = (heading: string): boolean => nameHeadings.has(headingText(heading));
export const isRowNumberHeading = (heading: string): boolean => numberHeadings.has(headingText(heading));

export interface Identity {
  readonly clue: SchoolClue;
  readonly labels: readonly Place[];
  readonly values: readonly Place[];
}

/**
 * Whose sheet it is, by its own words: `学校代码 | 1137000101`, `填报单位：城关小学` above the table or anywhere on a card.
 * `isLabel` tells texts that can be no value, such as the next heading.
 */
export function identityOf(grid: SheetGrid, rows: number, isLabel: (text: string) => boolean): Identity {
  const labels: Place[] = [];
  const values: Place[] = [];
  const found: { code?: string; name?: string } = {};
  for (let row = 0; row < Math.min(rows, grid.rowCount); row += 1)
    for (const place of grid.filledPlaces(row)) {
      const said = typeof grid.content(row, place.column) === "string" ? saidAt(grid, place, isLabel) : undefined;
      if (!said) continue;
      labels.push(place);
      if (said.at !== place) values.push(said.at);
      found[said.what] ??= said.text;
    }
  return { clue: found, labels, values };
}

interface Said {
  readonly what: "code" | "name";
  readonly text: string;
  readonly at: Place;
}

function saidAt(grid: SheetGrid, place: Place, isLabel: (text: string) => boolean): Said | undefined {
  const text = grid.text(place.row, place.column).normalize("NFKC");
  const [, label = text, rest = ""] = /^([^:]+):(.*)$/u.exec(text) ?? [];
  // One line often holds several labels, kept apart by spaces.
  const inline = rest.trim().split(/\s{2,}/u)[0] ?? "";
  const what = isCodeHeading(label) ? "code" : isNameHeading(label) ? "name" : undefined;
  if (what === undefined) return undefined;
  if (inline !== "") return { what, text: inline, at: place };
  const at = { row: place.row, column: grid.extent(place.row, place.column).right + 1 };
  const value = identityText(grid.content(at.row, at.column));
  const isNoValue = value === "" || isLabel(value) || isCodeHeading(value) || isNameHeading(value);
  return isNoValue ? undefined : { what, text: value, at };
}

export const identityText = (content: CellContent): string => contentText(content).trim();
