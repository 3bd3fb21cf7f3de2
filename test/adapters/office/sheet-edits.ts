import type { CellInput, RunStamp, SheetEdit } from "../../../src/domain/edit";

/** A sheet of ours with a title, and a table from row 4 on. */
export function sheetEdit(
  role: string,
  name: string,
  rows: readonly (readonly CellInput[])[],
  more: Partial<SheetEdit> = {},
): SheetEdit {
  const width = Math.max(...rows.map(({ length }) => length));
  return {
    edit: "put-sheet",
    role,
    name,
    tabColor: "#616161",
    columns: Array.from({ length: width }, () => ({ width: 12 })),
    rows: [[{ text: name }], [], [], ...rows],
    rowStyles: [
      { row: 0, style: "title" },
      { row: 3, style: "header" },
    ],
    cellStyles: [],
    merges: [],
    frozenRows: 4,
    frozenColumns: 1,
    table: {
      name: `t_${role.replace(":", "_")}`,
      range: { top: 3, left: 0, bottom: 2 + rows.length, right: width - 1 },
    },
    validations: [],
    conditionalFormats: [],
    visibility: "visible",
    ...more,
  };
}

export const text = (value: string): CellInput => ({ text: value });
export const number = (value: number): CellInput => ({ number: value, format: "0" });

/** A data sheet of that many schools, twelve columns wide. */
export function schoolSheet(schools: number): SheetEdit {
  const headers = ["学校代码", "学校名称", ...Array.from({ length: 10 }, (_, column) => `项目${String(column + 1)}`)];
  const rows = Array.from({ length: schools }, (_, school) => [
    text(`00${String(school)}`),
    text(`第${String(school)}小学`),
    ...Array.from({ length: 10 }, (_, column) => number(school * column)),
  ]);
  return sheetEdit("data:基本情况", "数据_基本情况", [headers.map(text), ...rows]);
}

export const stamp: RunStamp = {
  run: 3,
  definition: "work-report",
  definitionDigest: "d1",
  period: "2022年",
  at: "2023-01-09T15:12:00",
  inputDigest: "i1",
};
