import { workbookBytes } from "./workbook.mjs";

const rosterColumns = [
  ["学校代码", "code"],
  ["学校名称", "name"],
  ["简称", "short"],
  ["别名", "alias"],
  ["学段", "stage"],
  ["办学类型", "type"],
  ["城乡", "area"],
  ["办别", "owner"],
  ["普惠", "inclusive"],
  ["乡镇", "township"],
];
const parameterColumns = [
  ["用途", "use"],
  ["名称", "name"],
  ["键1", "key1"],
  ["键2", "key2"],
  ["期", "period"],
  ["值", "value"],
  ["单位", "unit"],
  ["类型", "kind"],
  ["提出方", "setBy"],
  ["责任人", "owner"],
  ["依据", "source"],
];

/** @param {readonly [string, string][]} [ownColumns] header and key of the district's own columns */
export const rosterBook = (schools, ownColumns = []) => listBook("名录", [...rosterColumns, ...ownColumns], schools);
export const parametersBook = (rows) => listBook("参数", parameterColumns, rows);

const listBook = (name, columns, items) =>
  workbookBytes([
    {
      name,
      rows: [
        columns.map(([header]) => header),
        ...items.map((item) => columns.map(([, key]) => (item[key] === "" ? null : (item[key] ?? null)))),
      ],
      merges: [],
      cells: new Map(),
      firstRow: 1,
      bold: [0],
    },
  ]);
