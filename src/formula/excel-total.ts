import { type ColumnNode, columnsOf, isColumn, nodes } from "./columns-of";
import type { ExcelCriterion } from "./excel-criteria";
import { printCriterion } from "./excel-criterion";
import { type Printed, absences, closed, decided, isEmpty, isFilled, wholeText } from "./excel-guard";
import type { ExcelPlace, ExcelPrinter, Print } from "./excel-printer";
import { missingTerms } from "./excel-missing";
import { type TotalFunction, totalParts } from "./totals";
import type { Tree } from "./tree";

type Call = Extract<Tree, { readonly node: "call" }>;

/** The pieces a total is printed from. `criteria` hold the rows' own, the filter's and the slice's. */
interface Total {
  readonly call: Call;
  readonly printer: ExcelPrinter;
  readonly form: string;
  /** Columns with the values, helper columns for expressions. */
  readonly values: readonly string[];
  readonly criteria: readonly ExcelCriterion[];
}

/** Whether a call runs down a form, as against one row or a few figures. */
export function isTotalOver(call: Call, name: TotalFunction, place: ExcelPlace): boolean {
  const { values, criteria } = totalParts(name, call.arguments);
  const runs = values.some((value) => runsDown(value, place));
  return runs || criteria.length > 0 || (place.running === undefined && (name === "COUNTIFS" || name === "差异系数"));
}

function runsDown(tree: Tree, { hasRow, running }: ExcelPlace): boolean {
  if (running !== undefined) return false;
  if (hasRow) return columnsOf(tree).some((column) => !column.thisRow);
  return Array.from(nodes(tree)).some(({ node }) => node === "column" || node === "fields");
}

export function printTotal(call: Call, name: TotalFunction, print: Print, place: ExcelPlace): Printed {
  const { printer } = place;
  const parts = totalParts(name, call.arguments);
  const running = name === "差异系数" ? parts.values : parts.values.filter((value) => runsDown(value, place));
  const form = formOf(
    [...running.flatMap(columnsOf), ...parts.criteria.map(({ column }) => column).filter(isColumn)],
    place,
  );
  if (form === undefined || place.running !== undefined) return printer.impossible(call, "no-excel-form");
  const inRow: ExcelPlace = { ...place, running: form };
  const criteria = parts.criteria.map((pair) => printCriterion(pair, print, place));
  const fixed = parts.values.filter((value) => !running.includes(value)).map((value) => print(value, place));
  const total: Total = {
    call,
    printer,
    form,
    values: running.map((value) => valueColumn(value, form, print, inRow)),
    criteria: [...criteria.flatMap(({ made }) => made), ...restriction(form, printer)].map((made) =>
      withoutEmptyText(made, form, printer),
    ),
  };
  printer.missing.push(...missingTerms(printer.spelling, form, total.values, total.criteria, isNumeric(name)));
  const { missing, inapplicable } = absences([...criteria.map(({ printed }) => printed), ...fixed]);
  return {
    ...closed(totalText(name, total, fixed)),
    binding: fixed.length > 0 || running.length > 1 ? 3 : 6,
    missing,
    inapplicable,
  };
}

const isNumeric = (name: TotalFunction): boolean => !(name === "COUNTA" || name === "去重计数" || name === "名单");

function formOf(columns: readonly ColumnNode[], { printer, hasRow }: ExcelPlace): string | undefined {
  const forms = new Set(
    columns.filter(({ thisRow }) => !(thisRow && hasRow)).map(({ form }) => form ?? printer.spelling.form),
  );
  return forms.size === 1 ? [...forms][0] : undefined;
}

function restriction(form: string, { spelling }: ExcelPrinter): readonly ExcelCriterion[] {
  if (spelling.restrict?.form !== form) return [];
  const plain = { asksBlank: false, admitsEmptyText: false };
  return [
    ...spelling.restrict.criteria.map((given) => ({ ...plain, ...given })),
    ...spelling.restrict.flags.map((column) => ({ ...plain, column, criterion: "1" })),
  ];
}

/** The blanks of a formula column are empty texts, which `"<>"` would count: a flag column asks for them. */
function withoutEmptyText(made: ExcelCriterion, form: string, printer: ExcelPrinter): ExcelCriterion {
  const asksReported =
    made.admitsEmptyText && made.criterion === '"<>"' && printer.spelling.isComputed(form, made.column);
  return asksReported ? { ...made, column: reportedFlag(form, made.column, printer), criterion: "1" } : made;
}

function reportedFlag(form: string, column: string, printer: ExcelPrinter): string {
  const cell = printer.spelling.cell(form, column);
  return printer.helper(form, "旗", `IF(OR(${isEmpty(cell)},${cell}="—"),0,1)`);
}

function valueColumn(value: Tree, form: string, print: Print, inRow: ExcelPlace): string {
  if (isColumn(value)) return value.name;
  const printed = print(value, inRow);
  return inRow.printer.helper(form, "算", wholeText(printed, '"—"'));
}

const columnOf = ({ printer, form }: Total, name: string): string => printer.spelling.column(form, name);
const cellOf = ({ printer, form }: Total, name: string): string => printer.spelling.cell(form, name);

/** `,列,条件,列,条件`: what follows the first argument of an …IFS. */
const tail = (total: Total): string =>
  total.criteria.map(({ column, criterion: wanted }) => `,${columnOf(total, column)},${wanted}`).join("");

/** Whether this row meets the criteria, asked of its own cells so that Excel's matching decides both. */
function rowCondition(total: Total): readonly string[] {
  if (total.criteria.length === 0) return [];
  return [
    `COUNTIFS(${total.criteria.map(({ column, criterion: wanted }) => `${cellOf(total, column)},${wanted}`).join(",")})>0`,
  ];
}

function totalText(name: TotalFunction, total: Total, fixed: readonly Printed[]): string {
  const [value = ""] = total.values;
  switch (name) {
    case "SUM":
    case "SUMIFS":
      return sumText(total, fixed);
    case "COUNTA":
      return countText(total, value);
    case "COUNTIFS":
      return `COUNTIFS(${tail(total).slice(1)})`;
    case "AVERAGE":
    case "AVERAGEIFS":
      return single(total, fixed, withCriteria(total, value, "AVERAGE", "AVERAGEIFS"));
    case "MAX":
    case "MAXIFS":
      return extreme(total, fixed, value, "MAX", "MAXIFS");
    case "MIN":
    case "MINIFS":
      return extreme(total, fixed, value, "MIN", "MINIFS");
    case "MEDIAN":
      return single(total, fixed, `MEDIAN(${columnOf(total, keptColumn(total, value))})`);
    case "去重计数":
      return distinctText(total, value);
    case "差异系数":
      return dispersionText(total);
    case "名单":
      return listText(total, value);
  }
}

const withCriteria = (total: Total, value: string, plain: string, conditional: string): string =>
  total.criteria.length === 0
    ? `${plain}(${columnOf(total, value)})`
    : `${conditional}(${columnOf(total, value)}${tail(total)})`;

function sumText(total: Total, fixed: readonly Printed[]): string {
  const sums =
    total.criteria.length === 0
      ? [`SUM(${total.values.map((value) => columnOf(total, value)).join(",")})`]
      : total.values.map((value) => `SUMIFS(${columnOf(total, value)}${tail(total)})`);
  return [...sums, ...fixed.map(({ text, binding }) => (binding < 3 ? `(${text})` : text))].join("+");
}

/** Several columns, or columns beside figures, have no such total in one Excel formula. */
function single(total: Total, fixed: readonly Printed[], text: string): string {
  if (total.values.length !== 1 || fixed.length > 0) return total.printer.impossible(total.call, "no-excel-form").text;
  return text;
}

/** Excel says 0 for the largest of nothing; here it is no value. */
function extreme(
  total: Total,
  fixed: readonly Printed[],
  value: string,
  plain: "MAX" | "MIN",
  conditional: "MAXIFS" | "MINIFS",
): string {
  const found = withCriteria(total, value, plain, total.printer.spelling.newFunction(conditional));
  return single(total, fixed, `IF(COUNTIFS(${columnOf(total, value)},">=-1E+300"${tail(total)})=0,"",${found})`);
}

function countText(total: Total, value: string): string {
  const { printer, form } = total;
  const isFormula = printer.spelling.isComputed(form, value) || printer.helpers.has(`${form} ${value}`);
  if (isFormula) return `COUNTIFS(${columnOf(total, reportedFlag(form, value, printer))},1${tail(total)})`;
  const column = columnOf(total, value);
  return `COUNTIFS(${column},"<>",${column},"<>—"${tail(total)})`;
}

/** The value column itself, or a helper that keeps the rows that meet the criteria. */
function keptColumn(total: Total, value: string): string {
  const [condition] = rowCondition(total);
  return condition === undefined
    ? value
    : total.printer.helper(total.form, "算", `IF(${condition},${cellOf(total, value)},"")`);
}

function flagged(total: Total, value: string): string {
  const cell = cellOf(total, value);
  return total.printer.helper(
    total.form,
    "旗",
    `IF(AND(${[isFilled(cell), `${cell}<>"—"`, ...rowCondition(total)].join(",")}),1,0)`,
  );
}

function distinctText(total: Total, value: string): string {
  const flag = flagged(total, value);
  const count = `COUNTIFS(${columnOf(total, value)},${cellOf(total, value)},${columnOf(total, flag)},1)`;
  const share = total.printer.helper(total.form, "重", `IF(${cellOf(total, flag)}=1,1/${count},0)`);
  return `ROUND(SUM(${columnOf(total, share)}),0)`;
}

function dispersionText(total: Total): string {
  const [value = "", weight = ""] = total.values;
  const [x, n] = [cellOf(total, value), cellOf(total, weight)];
  const column = (kind: "p" | "x" | "q", text: string): string =>
    total.printer.helper(total.form, kind, `IF(AND(ISNUMBER(${x}),ISNUMBER(${n}),N(${n})>0),${text},"")`);
  const [p, ownX, q] = [column("p", n), column("x", x), column("q", `${x}*${x}/${n}`)].map((name) =>
    withCriteria(total, name, "SUM", "SUMIFS"),
  );
  const square = `${p ?? ""}*${q ?? ""}/${ownX ?? ""}^2-1`;
  // Where all are equal, binary fractions leave up to 1e-15, whose root would be no longer near 0.
  return `IF(${square}<10^-13,0,SQRT(${square}))`;
}

/** Different texts in row order: the key column finds the first row of each. */
function listText(total: Total, value: string): string {
  const { printer, form } = total;
  const [flag, cell] = [flagged(total, value), cellOf(total, value)];
  const key = printer.helper(form, "键", `IF(${cellOf(total, flag)}=1,${cell},"")`);
  const isFirst = `MATCH(${cell},${columnOf(total, key)},0)=${printer.spelling.position(form)}`;
  const name = printer.helper(form, "名", `IF(${cellOf(total, flag)}=1,IF(${isFirst},"、"&${cell},""),"")`);
  return `MID(${printer.spelling.newFunction("CONCAT")}(${columnOf(total, name)}),2,9999)`;
}

/** A filter's flag: 1 in rows that take part, 0 in others, empty where a blank leaves it open. */
export const flagFormula = (condition: Printed): string => decided(condition, "1", "0", '""', "0");
