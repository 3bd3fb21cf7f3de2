import type * as core from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/preset-sheets-node-core";
import type { CellRange } from "../../domain/snapshot";
import type { EngineListeners, EngineSheet, Place, SheetDecoration, SpreadsheetEngine } from "./spreadsheet-engine";
import { asArea, makeRoom, overlaps, rangeOf, spareColumns, spareRows } from "./grid-areas";
import { readBlock, shownText, usedArea } from "./read-sheet";
import { type StagedCells, stagedCells } from "./staged-cells";
import { univerCell, univerStyle } from "./univer-cells";

/** What differs between Univer in Node and Univer on a screen. */
interface UniverHost {
  readonly core: Pick<typeof core, "Dimension" | "numfmt">;
  /** Brings all results up to date; `places` changed since the last call, `everything` after a change of structure. */
  readonly calculate: (places: readonly Place[], everything: boolean) => Promise<void>;
  readonly decorate: (sheet: FWorksheet, decoration: SheetDecoration) => void;
  /** Brings a cell of the sheet in front into view, as Excel does with what is selected. */
  readonly scrollTo: (sheet: FWorksheet, row: number, column: number) => void;
  readonly watch: (listeners: EngineListeners, isOurs: () => boolean) => void;
  readonly dispose: () => void;
}

/** Rows a sheet grows to for a rule alone; rules may be about whole columns. */
const roomForRules = 2000;

/** Univer as our engine. All changes go through its own commands, so undo, formulas and the grid follow. */
export function univerEngine(host: UniverHost, workbook: FWorkbook): SpreadsheetEngine {
  const { Dimension, numfmt } = host.core;
  let dirty: Place[] = [];
  let everything = false;
  let working = 0;
  let selected: Place | undefined;
  let front = workbook.getActiveSheet().getSheetId();

  const staged = new Map<string, StagedCells>();
  const found = (id: string): FWorksheet => {
    const existing = workbook.getSheetBySheetId(id);
    if (!existing) throw new Error(`the engine has no sheet ${id}`);
    return existing;
  };
  const stagedIn = (id: string): StagedCells => {
    const cells = staged.get(id) ?? stagedCells();
    staged.set(id, cells);
    return cells;
  };
  const flush = (id: string) => {
    const block = staged.get(id)?.take();
    if (!block) return;
    const { area, rows } = block;
    change(() => {
      makeRoom(found(id), area);
      rangeOf(found(id), area).setValues(rows);
    });
  };
  /** The sheet with everything in it that was written so far. */
  const sheet = (id: string): FWorksheet => {
    flush(id);
    return found(id);
  };
  const change = <T>(act: () => T): T => {
    working += 1;
    try {
      return act();
    } finally {
      working -= 1;
    }
  };
  const bringToFront = (id: string) => {
    front = id;
    change(() => sheet(id).activate());
  };
  const restructure = (act: () => void) => {
    everything = true;
    change(act);
  };
  const range = (id: string, area: CellRange) => {
    const on = sheet(id);
    makeRoom(on, area);
    return rangeOf(on, area);
  };

  return {
    sheets: () => workbook.getSheets().map(asSheet),
    addSheet(id, name) {
      // Univer brings a new sheet to the front; Excel does not.
      restructure(() =>
        workbook.insertSheet(name, {
          index: workbook.getNumSheets(),
          sheet: { id, name, rowCount: spareRows, columnCount: spareColumns },
        }),
      );
      bringToFront(front);
    },
    removeSheet(id) {
      // A grid draws the sheet in front: it must not be the one that goes.
      const next = workbook.getSheets().find((other) => other.getSheetId() !== id && !other.isSheetHidden());
      if (next && front === id) bringToFront(next.getSheetId());
      restructure(() => workbook.deleteSheet(sheet(id)));
      staged.delete(id);
    },
    renameSheet(id, name) {
      restructure(() => sheet(id).setName(name));
    },
    moveSheet(id, position) {
      change(() => workbook.moveSheet(sheet(id), position));
    },
    setSheetHidden(id, hidden) {
      change(() => (hidden ? sheet(id).hideSheet() : sheet(id).showSheet()));
    },
    setTabColor(id, color) {
      change(() => sheet(id).setTabColor(color));
    },
    setGridlines(id, shown) {
      change(() => sheet(id).setHiddenGridlines(!shown));
    },

    writeCells(id, top, left, rows) {
      const area = { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 0) - 1 };
      const cells = stagedIn(id);
      for (const [row, inputs] of rows.entries())
        for (const [column, input] of inputs.entries()) cells.stage(top + row, left + column, univerCell(input));
      dirty.push({ sheet: id, area });
    },
    readCells: (id, area) => readBlock(sheet(id).getSheet(), workbook, area),
    setLook(id, area, look) {
      const style = univerStyle(look);
      const cells = stagedIn(id);
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1) cells.stage(row, column, { s: style });
    },
    usedArea: (id, valuesOnly) => usedArea(sheet(id).getSheet(), valuesOnly),
    deleteCells(id, area, shift) {
      restructure(() => {
        range(id, area).deleteCells(shift === "up" ? Dimension.ROWS : Dimension.COLUMNS);
      });
    },
    insertCells(id, area, shift) {
      restructure(() => {
        range(id, area).insertCells(shift === "down" ? Dimension.ROWS : Dimension.COLUMNS);
      });
    },

    merges: (id) => sheet(id).getSheet().getMergeData().map(asArea),
    merge(id, area) {
      change(() => range(id, area).merge({ isForceMerge: true }));
    },
    unmerge(id, area) {
      // The grid measures every row of the area again, whether or not there is anything to take apart.
      if (
        sheet(id)
          .getSheet()
          .getMergeData()
          .some((merged) => overlaps(asArea(merged), area))
      )
        change(() => range(id, area).breakApart());
    },
    columnWidth: (id, column) => sheet(id).getSheet().getColumnWidth(column),
    setColumnWidth(id, from, to, pixels) {
      range(id, { top: 0, left: from, bottom: 0, right: to });
      const grid = sheet(id).getSheet();
      for (let column = from; column <= to; column += 1)
        if (grid.getColumnWidth(column) !== pixels) {
          change(() => sheet(id).setColumnWidths(from, to - from + 1, pixels));
          return;
        }
    },
    rowHeight: (id, row) => sheet(id).getSheet().getRowHeight(row),
    setRowHeight(id, from, to, pixels) {
      range(id, { top: from, left: 0, bottom: to, right: 0 });
      change(() => sheet(id).setRowHeightsForced(from, to - from + 1, pixels));
    },
    setColumnsHidden(id, from, to, hidden) {
      range(id, { top: 0, left: from, bottom: 0, right: to });
      change(() => (hidden ? sheet(id).hideColumns(from, to - from + 1) : sheet(id).showColumns(from, to - from + 1)));
    },
    setRowsHidden(id, from, to, hidden) {
      range(id, { top: from, left: 0, bottom: to, right: 0 });
      change(() => (hidden ? sheet(id).hideRows(from, to - from + 1) : sheet(id).showRows(from, to - from + 1)));
    },
    frozen(id) {
      const { ySplit, xSplit } = sheet(id).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
    freeze(id, rows, columns) {
      range(id, { top: rows, left: columns, bottom: rows, right: columns });
      change(() =>
        sheet(id).setFreeze({
          startRow: rows > 0 ? rows : -1,
          startColumn: columns > 0 ? columns : -1,
          ySplit: rows,
          xSplit: columns,
        }),
      );
    },
    decorate(id, decoration) {
      const on = sheet(id);
      for (const { area } of [...decoration.validations, ...decoration.formulaLooks])
        makeRoom(on, {
          ...area,
          bottom: Math.min(area.bottom, roomForRules),
          right: Math.min(area.right, spareColumns),
        });
      change(() => {
        host.decorate(on, decoration);
      });
    },

    textOf: (cell) => shownText(cell, (format, value) => numfmt.format(format, value, { throws: false })),
    async calculate() {
      for (const id of staged.keys()) flush(id);
      if (dirty.length === 0 && !everything) return;
      const [places, all] = [dirty, everything];
      [dirty, everything] = [[], false];
      await host.calculate(places, all);
    },

    activeSheet: () => front,
    activateSheet: bringToFront,
    selection: () => selected ?? { sheet: front, area: { top: 0, left: 0, bottom: 0, right: 0 } },
    select(place) {
      selected = place;
      bringToFront(place.sheet);
      change(() => range(place.sheet, place.area).activate());
      host.scrollTo(found(place.sheet), place.area.top, place.area.left);
    },
    watch(listeners) {
      const follow: EngineListeners = {
        changed: (place) => {
          dirty.push(place);
          listeners.changed(place);
        },
        selected: (place) => {
          selected = place;
          listeners.selected(place);
        },
        activated: (id) => {
          // Univer tells late, also of what we did ourselves.
          if (id === front) return;
          front = id;
          listeners.activated(id);
        },
      };
      host.watch(follow, () => working > 0);
    },
    dispose() {
      host.dispose();
    },
  };
}

const asSheet = (sheet: FWorksheet): EngineSheet => ({
  id: sheet.getSheetId(),
  name: sheet.getSheetName(),
  hidden: sheet.isSheetHidden(),
});
