import type { CellLook, LookChange } from "../engine/spreadsheet-engine";
import { ExcelFailure } from "../wire/excel-failure";
import { isEntireColumn, isEntireRow } from "./address";
import { ExcelObject } from "./excel-object";
import type { CellBlock } from "./sheet-place";

const pointsPerPixel = 0.75;
const ordinaryFont = { name: "宋体", size: 11, color: "#000000" };

/** Looks of the cells of a range. A property that differs between them reads as null, as in Excel. */
export class RangeFormat extends ExcelObject {
  readonly className = "RangeFormat";
  readonly range: CellBlock;

  constructor(range: CellBlock) {
    super();
    this.range = range;
  }

  get fill() {
    return new RangeFill(this.range);
  }
  get font() {
    return new RangeFont(this.range);
  }

  get wrapText() {
    return common(this.range, ({ wrap }) => wrap ?? false);
  }
  set wrapText(wrap: unknown) {
    change(this.range, { wrap: wrap === true });
  }
  get horizontalAlignment() {
    return common(this.range, ({ horizontal }) => (horizontal === undefined ? "General" : capital(horizontal)));
  }
  set horizontalAlignment(side: unknown) {
    change(this.range, { horizontal: choice(side, { General: null, Left: "left", Center: "center", Right: "right" }) });
  }
  get verticalAlignment() {
    return common(this.range, ({ vertical }) => (vertical === undefined ? "Bottom" : capital(vertical)));
  }
  set verticalAlignment(side: unknown) {
    change(this.range, { vertical: choice(side, { Top: "top", Center: "center", Bottom: "bottom" }) });
  }

  /** Points. */
  get columnWidth() {
    const { on, area } = this.range;
    return alike(area.left, area.right, (column) => on.workbook.engine.columnWidth(on.key, column) * pointsPerPixel);
  }
  set columnWidth(points: unknown) {
    const { on, area } = this.range;
    on.workbook.assertWritable(on.key);
    on.workbook.engine.setColumnWidth(on.key, area.left, area.right, pixels(points));
  }
  /** Points. */
  get rowHeight() {
    const { on, area } = this.range;
    return alike(area.top, area.bottom, (row) => on.workbook.engine.rowHeight(on.key, row) * pointsPerPixel);
  }
  set rowHeight(points: unknown) {
    const { on, area } = this.range;
    on.workbook.assertWritable(on.key);
    on.workbook.engine.setRowHeight(on.key, area.top, area.bottom, pixels(points));
  }

  autofitColumns() {
    const { on, area } = this.range;
    on.workbook.assertWritable(on.key);
    const used = on.workbook.engine.usedArea(on.key, true);
    if (!used) return;
    for (let column = Math.max(area.left, used.left); column <= Math.min(area.right, used.right); column += 1) {
      const rows = { top: Math.max(area.top, used.top), bottom: Math.min(area.bottom, used.bottom) };
      const cells =
        rows.top > rows.bottom ? [] : on.workbook.engine.readCells(on.key, { ...rows, left: column, right: column });
      const widest = Math.max(0, ...cells.flat().map((cell) => textWidth(on.workbook.engine.textOf(cell))));
      if (widest > 0) on.workbook.engine.setColumnWidth(on.key, column, column, widest * 7 + 12);
    }
  }
  autofitRows() {
    this.range.on.workbook.assertWritable(this.range.on.key);
  }
}

class RangeFill extends ExcelObject {
  readonly className = "RangeFill";
  readonly range: CellBlock;

  constructor(range: CellBlock) {
    super();
    this.range = range;
  }

  get color() {
    return common(this.range, ({ fill }) => fill ?? "#FFFFFF");
  }
  set color(color: unknown) {
    change(this.range, { fill: colorText(color) });
  }
  clear() {
    change(this.range, { fill: null });
  }
}

class RangeFont extends ExcelObject {
  readonly className = "RangeFont";
  readonly range: CellBlock;

  constructor(range: CellBlock) {
    super();
    this.range = range;
  }

  get name() {
    return common(this.range, ({ fontName }) => fontName ?? ordinaryFont.name);
  }
  set name(name: unknown) {
    change(this.range, { fontName: String(name) });
  }
  get size() {
    return common(this.range, ({ fontSize }) => fontSize ?? ordinaryFont.size);
  }
  set size(size: unknown) {
    if (typeof size !== "number" || size < 1 || size > 409) throw new ExcelFailure("InvalidArgument", "font size");
    change(this.range, { fontSize: size });
  }
  get color() {
    return common(this.range, ({ fontColor }) => fontColor ?? ordinaryFont.color);
  }
  set color(color: unknown) {
    change(this.range, { fontColor: colorText(color) });
  }
  get bold() {
    return common(this.range, ({ bold }) => bold ?? false);
  }
  set bold(bold: unknown) {
    change(this.range, { bold: bold === true });
  }
  get italic() {
    return common(this.range, ({ italic }) => italic ?? false);
  }
  set italic(italic: unknown) {
    change(this.range, { italic: italic === true });
  }
}

function change(range: CellBlock, look: LookChange): void {
  const { workbook, key } = range.on;
  workbook.assertWritable(key);
  workbook.engine.setLook(key, bounded(range), look);
}

/** Whole columns and rows are formatted as far as the sheet is used; the rest of a million cells would only cost time. */
function bounded(range: CellBlock) {
  const { area, on } = range;
  if (!isEntireColumn(area) && !isEntireRow(area)) return area;
  const used = on.workbook.engine.usedArea(on.key, false);
  return {
    ...area,
    bottom: isEntireColumn(area) ? Math.max(used?.bottom ?? 0, 199) : area.bottom,
    right: isEntireRow(area) ? Math.max(used?.right ?? 0, 25) : area.right,
  };
}

function common<T>(range: CellBlock, read: (look: CellLook) => T): T | null {
  const { on } = range;
  const looks = on.workbook.engine.readCells(on.key, bounded(range)).flat();
  const first = read(looks[0]?.look ?? {});
  return looks.every(({ look }) => read(look) === first) ? first : null;
}

function alike(from: number, to: number, read: (at: number) => number): number | null {
  const first = read(from);
  for (let at = from + 1; at <= Math.min(to, from + 1000); at += 1) if (read(at) !== first) return null;
  return first;
}

function choice<T>(given: unknown, choices: Readonly<Record<string, T>>): T {
  const found = Object.entries(choices).find(([name]) => name === given);
  if (!found) throw new ExcelFailure("InvalidArgument", String(given));
  return found[1];
}

function pixels(points: unknown): number {
  if (typeof points !== "number" || points < 0)
    throw new ExcelFailure("InvalidArgument", "a width or height in points");
  return Math.round(points / pointsPerPixel);
}

/** Colours come as `#rrggbb` or by name; they read back in capitals. */
export function colorText(color: unknown): string {
  const text = String(color);
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  const named: Readonly<Record<string, string>> = {
    black: "#000000",
    white: "#FFFFFF",
    red: "#FF0000",
    green: "#008000",
    blue: "#0000FF",
    yellow: "#FFFF00",
    gray: "#808080",
    orange: "#FFA500",
  };
  const known = named[text.toLowerCase()];
  if (known === undefined) throw new ExcelFailure("InvalidArgument", `colour ${text}`);
  return known;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** In digits' widths: a Chinese character takes two. */
const textWidth = (text: string): number =>
  [...text].reduce((width, sign) => width + (sign.charCodeAt(0) > 255 ? 2 : 1), 0);
