import { readFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";

const definition = new URL("../../src/definitions/work-report/", import.meta.url);
const load = async (name) => JSON.parse(await readFile(new URL(name, definition), "utf8"));
const forms = await load("forms.json");
const elements = await load("elements.json");
const title = (name) => `汶上县2022年${forms.find((form) => form.name === name).title}`;

/** Sheets in the order they lie in a workbook. */
export const sheetNames = new Map(
  forms.map(({ name, sheets }, index) => [name, sheets === undefined ? name : `表${index + 1} ${name}`]),
);

/** A fixed moment: a workbook made twice has the same bytes. */
const written = new Date(Date.UTC(2022, 11, 30, 8));

/** Rows, merged ranges and where each filed value stands, so that errors can be planted. */
/** @typedef {{ name: string, rows: (string | number | boolean | Date | null)[][], merges: object[], cells: Map<string, { row: number, column: number }>, firstRow: number, bold: number[], hidden?: boolean }} Sheet */

/** @returns {Sheet[]} the instruction sheet and one sheet per form the school files */
export function sheetsOf(school, filing) {
  const filedForms = forms.filter(({ name }) => filing[name] !== undefined);
  const sheets = filedForms.map((form) =>
    form.layout === "卡片" ? cardSheet(form, school, filing[form.name]) : recordSheet(form, school, filing[form.name]),
  );
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
const footnotes = {
  学校基本情况: "注:1.学生数以2022年9月1日为准;2.没有的年级留空;3.仪器设备值按万元填报,保留两位小数。",
  班级情况: "注:复式班按人数多的年级填写。",
  建设项目: "注:投资额按万元填报;同一项目本年与下年各填一行。",
  学生资助: "注:金额按元填报;“合计(去重)”行的人数按人去重,金额为各项目之和。",
  教师培训: "注:参训人数按人去重,人次为每人参加次数之和。",
};
const noteRows = (name) => [[], [footnotes[name] ?? "注:请核对无误后加盖公章。"], ["填表日期:2022-12-30"]];

/** Three labels to a row, the grades as a grid of their own. */
function cardSheet(form, school, filed) {
  const own = elements.filter((element) => element.form === form.name && element.formula === undefined);
  const graded = own.filter(({ at }) => at?.startsWith("学生数(人)/"));
  const plain = own.filter((element) => !graded.includes(element));
  const cells = new Map();
  const rows = [[title(form.name)], ...identityRows(school, 6)];
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
    name: sheetNames.get(form.name),
    rows: [...rows, ...noteRows(form.name)],
    merges: [across(0, 0, 5)],
    cells,
    firstRow,
    bold: [0],
  };
}

/** Column headings on one row or two; a two-row heading merges what belongs together. */
function recordSheet(form, school, records) {
  const own = elements.filter((element) => element.form === form.name);
  const paths = [["序号"], ...own.map((element) => labelOf(element).split("/"))];
  const top = [[title(form.name)], ...identityRows(school, paths.length)];
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
    name: sheetNames.get(form.name),
    rows: [...rows, ...noteRows(form.name)],
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
