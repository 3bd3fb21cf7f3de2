import { ExcelFailure } from "../wire/excel-failure";
import type { ValidationFile } from "../workbook-file";
import { contains } from "./address";
import { ExcelObject } from "./excel-object";
import type { CellBlock } from "./sheet-place";

const ruleTypes: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** The rule for what may be typed into the cells of a range. */
export class DataValidation extends ExcelObject {
  readonly className = "DataValidation";
  readonly range: CellBlock;

  constructor(range: CellBlock) {
    super();
    this.range = range;
  }

  get type() {
    const rule = found(this.range)?.rule;
    const kind = rule && Object.keys(rule)[0];
    return kind === undefined ? "None" : (ruleTypes[kind] ?? "None");
  }
  get rule() {
    return found(this.range)?.rule ?? {};
  }
  set rule(rule: unknown) {
    const kinds = typeof rule === "object" && rule !== null ? Object.keys(rule) : [];
    if (typeof rule !== "object" || rule === null || kinds.length !== 1 || !kinds.every((kind) => kind in ruleTypes))
      throw new ExcelFailure("InvalidArgument", "a validation has exactly one rule");
    put(this.range, { rule });
  }
  get ignoreBlanks() {
    return found(this.range)?.ignoreBlanks ?? true;
  }
  set ignoreBlanks(ignored: unknown) {
    put(this.range, { ignoreBlanks: ignored === true });
  }
  get prompt() {
    const prompt = found(this.range)?.prompt;
    return { showPrompt: prompt !== undefined, title: prompt?.title ?? "", message: prompt?.message ?? "" };
  }
  set prompt(prompt: unknown) {
    const { title, message } = texts(prompt);
    put(this.range, { prompt: { title, message } });
  }
  get errorAlert() {
    const error = found(this.range)?.error;
    return { showAlert: true, style: error?.style ?? "Stop", title: error?.title ?? "", message: error?.message ?? "" };
  }
  set errorAlert(alert: unknown) {
    const { title, message, style } = texts(alert);
    put(this.range, {
      error: { title, message, style: style === "Warning" || style === "Information" ? style : "Stop" },
    });
  }

  clear() {
    const { on, area } = this.range;
    on.workbook.assertWritable(on.key);
    const state = on.workbook.sheet(on.key);
    state.validations = state.validations.filter((validation) => !contains(area, validation.area));
    on.workbook.redecorate(on.key);
  }
}

/** Prompts longer than this are refused by Excel. */
const longest = { title: 32, message: 255 };

function texts(given: unknown): { readonly title: string; readonly message: string; readonly style: unknown } {
  const { title = "", message = "", style } = (given ?? {}) as { title?: unknown; message?: unknown; style?: unknown };
  if (String(title).length > longest.title || String(message).length > longest.message)
    throw new ExcelFailure("InvalidArgument", "a title has at most 32 characters, a message 255");
  return { title: String(title), message: String(message), style };
}

function found({ on, area }: CellBlock): ValidationFile | undefined {
  return [...on.workbook.sheet(on.key).validations].reverse().find((validation) => contains(validation.area, area));
}

function put(range: CellBlock, part: Partial<ValidationFile>): void {
  const { on, area } = range;
  on.workbook.assertWritable(on.key);
  const state = on.workbook.sheet(on.key);
  const same = state.validations.find(
    (validation) => contains(area, validation.area) && contains(validation.area, area),
  );
  const rest = state.validations.filter((validation) => !contains(area, validation.area));
  state.validations = [...rest, { rule: {}, ...same, ...part, area }];
  on.workbook.redecorate(on.key);
}
