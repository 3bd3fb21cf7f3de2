import type { Reading } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { Exact } from "../../domain/exact";
import type { School } from "../../domain/school";
import type { CompiledForm } from "../../definitions/compiled";
import type { Code, DataElement } from "../../definitions/definition";
import { cellRejected, cellRequired } from "./finding-words";
import { type Oddity, isNumeric, oddityOf, readCell } from "./reading";
import { type SheetAccount, rejected, used } from "./sheet-account";
import type { Place, SheetGrid } from "./sheet-grid";

/** What one school sent for one form in one place: a row of a 清单, a card, or its rows of a 记录. */
export interface Filing {
  readonly form: CompiledForm;
  readonly school: School;
  readonly grid: SheetGrid;
  readonly account: SheetAccount;
  readonly rows: readonly FiledRow[];
  readonly findings: readonly Finding[];
  readonly oddities: readonly OddCell[];
  /** The sheet came, but no figure and nothing that is required stands in it. */
  readonly isEmpty: boolean;
}

/** A cell that was read though it is not written as it should be. */
export interface OddCell extends Place {
  readonly oddity: Oddity;
}

export interface FiledRow {
  readonly grid: SheetGrid;
  readonly account: SheetAccount;
  /** Row of the sheet; absent for cards. */
  readonly row?: number;
  readonly readings: ReadonlyMap<string, Reading>;
  /** Cells of the school that were read. */
  readonly places: readonly Place[];
}

/** Where the value of an element stands. */
export interface ElementPlace extends Place {
  readonly element: DataElement;
  readonly factor: Exact;
}

export interface ReadRow {
  readonly row: FiledRow;
  readonly findings: readonly Finding[];
  readonly oddities: readonly OddCell[];
  readonly isBlank: boolean;
  /** No figure, and nothing that is required. */
  readonly isEmpty: boolean;
}

/** A school need not list what does not apply to it, such as the grades it does not have. */
export const mayBeLeftOut = ({ required, blankMeans }: DataElement): boolean => !required && blankMeans === "不适用";

/** Reads the cells of one row or card. Elements without a place are missing and have no address. */
export function readPlaces(
  grid: SheetGrid,
  account: SheetAccount,
  form: CompiledForm,
  school: School,
  places: readonly ElementPlace[],
  codes: ReadonlyMap<string, readonly Code[]>,
  sheetRow?: number,
): ReadRow {
  const readings = new Map<string, Reading>(
    form.elements.map((element) => [element.name, { state: mayBeLeftOut(element) ? "not-applicable" : "missing" }]),
  );
  const findings: Finding[] = [];
  const oddities: OddCell[] = [];
  let [isBlank, isEmpty] = [true, true];
  for (const { element, factor, row, column } of places) {
    const content = grid.content(row, column);
    isBlank &&= content === null;
    isEmpty &&= content === null || !(element.required || isNumeric(element));
    const at = grid.address(row, column);
    const subject = { school: school.code, form: form.form.name, element: element.name, at };
    const reading = readCell(content, {
      element,
      factor,
      codes: codes.get(element.codes ?? "") ?? [],
    });
    if (reading.state === "unreadable") {
      const { fault, raw } = reading;
      const words = cellRejected(at, element.name, raw, fault);
      findings.push({ code: fault.code, ...subject, ...words, found: raw });
      account.settle({ row, column }, rejected(words.message));
      readings.set(element.name, { state: "unreadable", raw, at });
      continue;
    }
    account.settle({ row, column }, used);
    const oddity = reading.state === "reported" ? oddityOf(content, element) : undefined;
    if (oddity !== undefined) oddities.push({ row, column, oddity });
    readings.set(element.name, { ...reading, at });
    if (reading.state === "missing" && element.required)
      findings.push({ code: "cell-required", ...subject, ...cellRequired(at, element.name) });
  }
  return {
    row: { grid, account, ...(sheetRow !== undefined && { row: sheetRow }), readings, places },
    findings,
    oddities,
    isBlank,
    isEmpty: isBlank || (isEmpty && form.elements.some(({ required }) => required)),
  };
}
