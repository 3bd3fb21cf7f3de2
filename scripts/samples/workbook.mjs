import { readFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";

/** @typedef {{ forms: object[], elements: object[], sheetNames: Map<string, string>, heading: string, footnotes: Record<string, string>, filledOn: string }} Style */

/**
 * How the workbooks of one district look: the forms of a built-in definition, under the district's own heading.
 * @param {string} definition its folder under src/definitions
 * @param {{ heading: string, filledOn: string, footnotes?: Record<string, string> }} look
 * @returns {Promise<Style>}
 */
export async function workbookStyle(definition, { heading, filledOn, footnotes = {} }) {
  const folder = new URL(`../../src/definitions/${definition}/`, import.meta.url);
  const load = async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"));
  const forms = await load("forms.json");
  const sheetNames = new Map(
    forms.map(({ name, sheets }, index) => [name, sheets === undefined ? name : `表${index + 1} ${name}`]),
  );
  return { forms, elements: await load("elements.json"), sheetNames, heading, footnotes, filledOn };
}

/** A fixed moment: a workbook made twice has the same bytes. */
const written = new Date(Date.UTC(2022, 11, 30, 8));

/** Rows, merged ranges and where each filed value stands, so that errors can be planted. */
/** @typedef {{ name: string, rows: (string | number | boolean | Date | null)[][], merges: object[], cells: Map<string, { row: number, column: number }>, firstRow: number, bold: number[], hidden?: boolean }} Sheet */

/**
 * @param {Style} style
 * @returns {Sheet[]} the instruction sheet and one sheet per form the school files
 */
export function sheetsOf(style, school, filing) {
  const filedForms = style.forms.filter(({ name }) => filing[name] !== undefined);
  const sheets = filedForms.map((form) => {
    const sheet = form.layout === "卡片" ? cardSheet : recordSheet;
    return sheet(style, form, school, filing[form.name]);
  });
  return [instructionSheet(filedForms), ...sheets];
}

/** @param {Sheet[]} sheets */
export const workbookBytes = (sheets) =>
  writeXlsx({
    sheets: sheets.map(({ name, rows, merges, bold, hidden }) => ({
      name,
      rows,
      merges,
      ...(hidden ? { hidden } : {}),
      columns: Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => ({
        width: column === 0 ? 26 : 14,
      })),
      cells: new Map(rows.flatMap((row, at) => row.flatMap((value, column) => styled(value, at, column, bold)))),
    })),
    properties: { creator: "学校", created: written, modified: written },
  });

const dateFormat = { numFmt: "yyyy-mm-dd" };
const heading = { font: { bold: true }, alignment: { horizontal: "center", vertical: "center", wrapText: true } };

function styled(value, row, column, bold) {
  const style = value instanceof Date ? dateFormat : bold.includes(row) && value !== null ? heading : undefined;
  return style ? [[`${row},${column}`, { value, style }]] : [];
}

function instructionSheet(filedForms) {
  const rows = [
    ["填表说明"],
    ["1.请按表样逐项填写,不要改动表名、表头和行列位置。"],
    ["2.没有的填0,不适用的填“—”,不要留空;记录表没有记录的保留表头,不填行。"],
    ["3.数字格只填数字,不带单位;金额、面积的单位见表头。"],
    ["4.不要填写身份证号、手机号等个人信息。"],
    [`5.本校应填${filedForms.length}张表:${filedForms.map(({ name }) => name).join("、")}。`],
  ];
  return { name: "填表说明", rows, merges: [], cells: new Map(), firstRow: 0, bold: [0] };
}

/** Schools do not all write their name in the same place. */
function identityRows(school, width) {
  const blank = (count) => Array.from({ length: Math.max(0, count) }, () => null);
  switch (Number(school.code) % 3) {
    case 0:
      return [["填报单位:", school.name, null, "学校代码:", school.code, ...blank(width - 5)]];
    case 1:
      return [[`填报单位:${school.name}`], [`学校代码:${school.code}`]];
    default:
      return [
        ["学校代码", school.code],
        ["学校名称", school.name],
      ];
  }
}

const labelOf = ({ at, aliases, name }) => at ?? aliases?.[0] ?? name;
const titleOf = ({ heading }, { name, title }) => `${heading}${title ?? name}`;
const noteRows = ({ footnotes, filledOn }, { name }) => [
  [],
  [footnotes[name] ?? "注:请核对无误后加盖公章。"],
  [`填表日期:${filledOn}`],
];

/** Three labels to a row, the grades as a grid of their own. */
function cardSheet(style, form, school, filed) {
  const own = style.elements.filter((element) => element.form === form.name && element.formula === undefined);
  const graded = own.filter(({ at }) => at?.startsWith("学生数(人)/"));
  const plain = own.filter((element) => !graded.includes(element));
  const cells = new Map();
  const rows = [[titleOf(style, form)], ...identityRows(school, 6)];
  const firstRow = rows.length;
  for (let from = 0; from < plain.length; from += 3) {
    const row = [];
    for (const element of plain.slice(from, from + 3)) {
      cells.set(element.name, { row: rows.length, column: row.length + 1 });
      row.push(labelOf(element), filed[element.name] ?? null);
    }
    rows.push(row);
  }
  if (graded.length > 0) {
    rows.push(["年级", ...graded.map(({ name }) => name)]);
    graded.forEach(({ name }, index) => cells.set(name, { row: rows.length, column: index + 1 }));
    rows.push(["学生数(人)", ...graded.map(({ name }) => filed[name] ?? (Number(school.code) % 2 ? null : "—"))]);
  }
  return {
    name: style.sheetNames.get(form.name),
    rows: [...rows, ...noteRows(style, form)],
    merges: [across(0, 0, 5)],
    cells,
    firstRow,
    bold: [0],
  };
}

/** Column headings on one row or two; a two-row heading merges what belongs together. */
function recordSheet(style, form, school, records) {
  const own = style.elements.filter((element) => element.form === form.name);
  const paths = [["序号"], ...own.map((element) => labelOf(element).split("/"))];
  const top = [[titleOf(style, form)], ...identityRows(school, paths.length)];
  const at = top.length;
  const depth = form.headerRows ?? 1;
  const header = Array.from({ length: depth }, (_, level) =>
    paths.map((path, column) =>
      path.length > level && !(level === 0 && paths[column - 1]?.[0] === path[0]) ? path[level] : null,
    ),
  );
  const merges = [across(0, 0, Math.max(1, paths.length - 1)), ...(depth > 1 ? headingMerges(paths, at) : [])];
  const rows = [...top, ...header];
  const firstRow = rows.length;
  const cells = new Map();
  records.forEach((record, index) => {
    own.forEach(({ name }, column) => cells.set(`${index + 1}/${name}`, { row: rows.length, column: column + 1 }));
    rows.push([index + 1, ...own.map(({ name }) => record[name] ?? null)]);
  });
  return {
    name: style.sheetNames.get(form.name),
    rows: [...rows, ...noteRows(style, form)],
    merges,
    cells,
    firstRow,
    bold: [0, ...header.map((_, level) => at + level)],
  };
}

const across = (row, from, to) => ({ startRow: row, startCol: from, endRow: row, endCol: to });

function headingMerges(paths, at) {
  const merges = [];
  paths.forEach((path, column) => {
    if (path.length === 1) merges.push({ startRow: at, startCol: column, endRow: at + 1, endCol: column });
    else if (paths[column - 1]?.[0] !== path[0]) {
      const width = paths.slice(column).findIndex((other) => other[0] !== path[0]);
      const end = width < 0 ? paths.length - 1 : column + width - 1;
      if (end > column) merges.push(across(at, column, end));
    }
  });
  return merges;
}
