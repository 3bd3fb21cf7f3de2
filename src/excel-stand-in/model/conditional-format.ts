import { ExcelFailure } from "../wire/excel-failure";
import type { ConditionalFormatFile } from "../workbook-file";
import { contains, intersection } from "./address";
import { ExcelCollection, ExcelObject, identity, members, NullObject } from "./excel-object";
import { colorText } from "./range-format";
import type { CellBlock, SheetPlace } from "./sheet-place";

type Entry = ConditionalFormatFile & { readonly id: string };

/** The conditional formats of a range; of Excel's kinds those with a formula of their own. */
export class ConditionalFormatCollection extends ExcelCollection<ConditionalFormat> {
  readonly className = "ConditionalFormatCollection";
  readonly range: CellBlock;

  constructor(range: CellBlock) {
    super();
    this.range = range;
  }

  override [members](): readonly ConditionalFormat[] {
    const { on, area } = this.range;
    return on.workbook
      .sheet(on.key)
      .conditionalFormats.filter((format) => intersection(format.area, area))
      .map(({ id }) => new ConditionalFormat(on, id));
  }

  add(type: string) {
    const { on, area } = this.range;
    on.workbook.assertWritable(on.key);
    if (type !== "Custom") throw new ExcelFailure("ApiNotFound", `conditional format ${type}`);
    const id = `{cf-${String(on.workbook.nextId())}}`;
    const state = on.workbook.sheet(on.key);
    state.conditionalFormats = [...state.conditionalFormats, { id, area, formula: "", look: {} }];
    return new ConditionalFormat(on, id);
  }
  getCount() {
    return this[members]().length;
  }
  getItem(id: string) {
    const found = this[members]().find((format) => format.key === id);
    if (!found) throw new ExcelFailure("ItemNotFound");
    return found;
  }
  getItemAt(index: number) {
    const found = this[members]()[index];
    if (!found) throw new ExcelFailure("ItemNotFound");
    return found;
  }
  getItemOrNullObject(id: string) {
    return this[members]().find((format) => format.key === id) ?? new NullObject();
  }
  clearAll() {
    const { on, area } = this.range;
    on.workbook.assertWritable(on.key);
    const state = on.workbook.sheet(on.key);
    state.conditionalFormats = state.conditionalFormats.filter((format) => !contains(area, format.area));
    on.workbook.redecorate(on.key);
  }
}

export class ConditionalFormat extends ExcelObject {
  readonly className = "ConditionalFormat";
  readonly on: SheetPlace;
  readonly key: string;

  constructor(on: SheetPlace, key: string) {
    super();
    this.on = on;
    this.key = key;
  }

  override [identity]() {
    return { Id: this.key };
  }

  get id() {
    return this.key;
  }
  get type() {
    return "Custom";
  }
  get priority() {
    return this.on.workbook.sheet(this.on.key).conditionalFormats.findIndex(({ id }) => id === this.key);
  }
  get custom() {
    return new CustomConditionalFormat(this);
  }
  get customOrNullObject() {
    return new CustomConditionalFormat(this);
  }
  getRange() {
    return this.on.workbook.objects.range(this.on.key, entry(this).area);
  }
  delete() {
    this.on.workbook.assertWritable(this.on.key);
    const state = this.on.workbook.sheet(this.on.key);
    state.conditionalFormats = state.conditionalFormats.filter(({ id }) => id !== this.key);
    this.on.workbook.redecorate(this.on.key);
  }
}

class CustomConditionalFormat extends ExcelObject {
  readonly className = "CustomConditionalFormat";
  readonly of: ConditionalFormat;

  constructor(of: ConditionalFormat) {
    super();
    this.of = of;
  }

  get rule() {
    return new ConditionalFormatRule(this.of);
  }
  get format() {
    return new ConditionalRangeFormat(this.of);
  }
}

class ConditionalFormatRule extends ExcelObject {
  readonly className = "ConditionalFormatRule";
  readonly of: ConditionalFormat;

  constructor(of: ConditionalFormat) {
    super();
    this.of = of;
  }

  get formula() {
    return entry(this.of).formula;
  }
  set formula(formula: unknown) {
    change(this.of, { formula: String(formula) });
  }
}

class ConditionalRangeFormat extends ExcelObject {
  readonly className = "ConditionalRangeFormat";
  readonly of: ConditionalFormat;

  constructor(of: ConditionalFormat) {
    super();
    this.of = of;
  }

  get fill() {
    return new ConditionalRangeFill(this.of);
  }
  get font() {
    return new ConditionalRangeFont(this.of);
  }
}

class ConditionalRangeFill extends ExcelObject {
  readonly className = "ConditionalRangeFill";
  readonly of: ConditionalFormat;

  constructor(of: ConditionalFormat) {
    super();
    this.of = of;
  }

  get color() {
    return entry(this.of).look.fill ?? "";
  }
  set color(color: unknown) {
    look(this.of, { fill: colorText(color) });
  }
}

class ConditionalRangeFont extends ExcelObject {
  readonly className = "ConditionalRangeFont";
  readonly of: ConditionalFormat;

  constructor(of: ConditionalFormat) {
    super();
    this.of = of;
  }

  get color() {
    return entry(this.of).look.fontColor ?? "";
  }
  set color(color: unknown) {
    look(this.of, { fontColor: colorText(color) });
  }
  get bold() {
    return entry(this.of).look.bold ?? false;
  }
  set bold(bold: unknown) {
    look(this.of, { bold: bold === true });
  }
  get italic() {
    return entry(this.of).look.italic ?? false;
  }
  set italic(italic: unknown) {
    look(this.of, { italic: italic === true });
  }
}

function entry({ on, key }: ConditionalFormat): Entry {
  const found = on.workbook.sheet(on.key).conditionalFormats.find(({ id }) => id === key);
  if (!found) throw new ExcelFailure("ItemNotFound", "the conditional format is gone");
  return found;
}

function change(format: ConditionalFormat, part: Partial<ConditionalFormatFile>): void {
  const { on, key } = format;
  on.workbook.assertWritable(on.key);
  const state = on.workbook.sheet(on.key);
  state.conditionalFormats = state.conditionalFormats.map((each) => (each.id === key ? { ...each, ...part } : each));
  on.workbook.redecorate(on.key);
}

const look = (format: ConditionalFormat, part: ConditionalFormatFile["look"]): void => {
  change(format, { look: { ...entry(format).look, ...part } });
};
