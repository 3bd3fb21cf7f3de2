import type { CellRange } from "../../domain/snapshot";
import type { Place, SpreadsheetEngine } from "../engine/spreadsheet-engine";
import { ExcelFailure } from "../wire/excel-failure";
import type { EventMessage } from "../wire/message";
import { areaText } from "./address";
import type { ConditionalFormatFile, PageLayoutFile, ValidationFile } from "../workbook-file";
import { eventNumber, wholeWorkbook } from "./event-number";
import type { ExcelObject } from "./excel-object";
import { FormulaTexts } from "./formula-texts";

export interface TableState {
  readonly id: string;
  name: string;
  sheet: string;
  /** With the header row. */
  area: CellRange;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
}

/** What Excel holds about a sheet and the engine does not. */
interface SheetState {
  veryHidden: boolean;
  tabColor: string;
  showGridlines: boolean;
  /** The options of the protection; undefined while the sheet is not protected. */
  protection: Readonly<Record<string, unknown>> | undefined;
  readonly customProperties: Map<string, string>;
  validations: readonly ValidationFile[];
  conditionalFormats: readonly (ConditionalFormatFile & { readonly id: string })[];
  pageLayout: PageLayoutFile;
}

/** Makes objects for others that may not know their classes: a range leads to its sheet, a sheet to its ranges. */
export interface ObjectFactory {
  readonly worksheet: (sheet: string) => ExcelObject;
  readonly range: (sheet: string, area: CellRange) => ExcelObject;
}

interface WorkbookSettings {
  readonly engine: SpreadsheetEngine;
  readonly name: string;
  /** The year Excel adds to a date that is typed without one. */
  readonly year: () => number;
  readonly objects: (state: WorkbookState) => ObjectFactory;
}

/** Everything behind the object model: the engine, and beside it what the engine does not hold. */
export class WorkbookState {
  readonly engine: SpreadsheetEngine;
  readonly name: string;
  readonly year: () => number;
  readonly objects: ObjectFactory;
  readonly tables: TableState[] = [];
  readonly settings = new Map<string, unknown>();
  readonly formulas: FormulaTexts;
  /** Ranges that an add-in asked to keep from one request to the next, by reference id. */
  readonly references = new Map<string, ExcelObject>();
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  #events: EventMessage[] = [];
  readonly #sheets = new Map<string, SheetState>();
  readonly #undecorated = new Set<string>();
  #counter = 0;

  constructor({ engine, name, year, objects }: WorkbookSettings) {
    this.engine = engine;
    this.name = name;
    this.year = year;
    this.objects = objects(this);
    this.formulas = new FormulaTexts(this);
  }

  sheet(id: string): SheetState {
    const known = this.#sheets.get(id);
    if (known) return known;
    const fresh: SheetState = {
      veryHidden: false,
      tabColor: "",
      showGridlines: true,
      protection: undefined,
      customProperties: new Map(),
      validations: [],
      conditionalFormats: [],
      pageLayout: {},
    };
    this.#sheets.set(id, fresh);
    return fresh;
  }

  forgetSheet(id: string): void {
    this.#sheets.delete(id);
    this.formulas.forgetSheet(id);
    const kept = this.tables.filter(({ sheet }) => sheet !== id);
    this.tables.splice(0, this.tables.length, ...kept);
  }

  sheetName(id: string): string {
    const found = this.engine.sheets().find((sheet) => sheet.id === id);
    if (!found) throw new ExcelFailure("ItemNotFound", "the sheet is gone");
    return found.name;
  }

  nextId(): number {
    this.#counter += 1;
    return this.#counter;
  }

  /** Keeps a range for later requests and names it. */
  keep(object: ExcelObject): string {
    const id = `range-${String(this.nextId())}`;
    this.references.set(id, object);
    return id;
  }

  /** @throws ExcelFailure AccessDenied when the sheet is protected */
  assertWritable(sheet: string): void {
    if (this.sheet(sheet).protection)
      throw new ExcelFailure("AccessDenied", `sheet ${this.sheetName(sheet)} is protected`);
  }

  /** Notes that the validations or conditional formats of the sheet have changed. */
  redecorate(id: string): void {
    this.#undecorated.add(id);
  }

  /** Lets a grid draw the validations and conditional formats that have changed since the last call. */
  decorate(): void {
    for (const id of this.#undecorated) if (this.#sheets.has(id)) this.#decorateSheet(id);
    this.#undecorated.clear();
  }

  #decorateSheet(id: string): void {
    const { validations, conditionalFormats } = this.sheet(id);
    this.engine.decorate(id, {
      validations: validations.map(({ area, rule, prompt, error }) => ({
        area,
        rule,
        ...(prompt ? { prompt } : {}),
        ...(error ? { error: { ...error, stops: error.style === "Stop" } } : {}),
      })),
      formulaLooks: conditionalFormats.map(({ area, formula, look }) => ({ area, formula, look })),
    });
  }

  announceChange({ sheet, area }: Place, source: "Local" | "Remote" = "Local", changeType = "RangeEdited"): void {
    const address = areaText(area);
    const argument = {
      changeType,
      source,
      address,
      worksheetId: sheet,
      referenceId: `${sheet}!${address}`,
      shiftDirection: "None",
      triggerSource: "Unknown",
    };
    this.announce(eventNumber.changed, sheet, argument);
  }

  announceSelection({ sheet, area }: Place): void {
    this.announce(eventNumber.selectionChanged, sheet, { address: areaText(area), worksheetId: sheet });
    this.#events.push({ type: eventNumber.documentSelectionChanged, target: "", argument: {} });
  }

  announceActivation(sheet: string, before?: string): void {
    if (before !== undefined && before !== sheet)
      this.announce(eventNumber.deactivated, before, { worksheetId: before });
    this.announce(eventNumber.activated, sheet, { worksheetId: sheet });
  }

  /** Tells those who listen to the sheet and those who listen to all sheets. */
  announce(type: number, sheet: string, argument: EventMessage["argument"]): void {
    this.#events.push({ type, target: sheet, argument }, { type, target: wholeWorkbook, argument });
  }

  takeEvents(): readonly EventMessage[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
