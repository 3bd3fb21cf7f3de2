import type { CellInput } from "../../domain/edit";
import type { School } from "../../domain/school";
import type { CellRange } from "../../domain/snapshot";
import type { CompiledForm } from "../../definitions/compiled";
import { templateMarks } from "../../domain/template-stamp";
import { entryUnit, frameRows, headingWith, type FormSheet, type LastYearCells, type UnitWords } from "./form-sheet";

/** Rows a school can fill in of a 记录 before it has to add its own. */
const recordRows = 60;
const identityColumns = ["学校代码", "学校名称"];

/**
 * 清单 and 记录: headings from the paths `上级/下级`, merged where they say the same, and empty rows below; last year's
 * values of a 清单 stand right under this year's row.
 */
export function tableSheet(
  form: CompiledForm,
  school: School,
  name: string,
  words: UnitWords,
  lastYear: LastYearCells = new Map(),
): FormSheet {
  const isList = form.form.layout === "清单";
  const own = isList
    ? identityColumns.filter((column) => form.elements.every((element) => element.name !== column))
    : [];
  const paths = [
    ...own.map((column) => [column]),
    ...form.elements.map((element) => {
      const path = (element.at ?? element.name).split("/");
      return [
        ...path.slice(0, -1),
        headingWith(path.at(-1) ?? element.name, entryUnit(element, words), element.required),
      ];
    }),
    [templateMarks.check],
  ];
  const checkColumn = paths.length - 1;
  const depth = Math.max(1, ...paths.map(({ length }) => length));
  const headings = Array.from({ length: depth }, (_, level) =>
    paths.map((path): CellInput => (path[level] === undefined ? null : { text: path[level] })),
  );
  const prefilled: CellInput[] = own.map((column) => ({ text: column === "学校代码" ? school.code : school.name }));
  const entryRows = isList ? 1 : recordRows;
  const [top, bottom] = [frameRows + depth, frameRows + depth + entryRows - 1];
  const shown = isList
    ? form.elements.filter((element, index) => own.length + index > 0 && lastYear.has(element.name))
    : [];
  const columnOf = (element: CompiledForm["elements"][number]): number => own.length + form.elements.indexOf(element);
  return {
    form,
    name,
    columnWidths: paths.map((path, column) =>
      column === checkColumn ? 44 : Math.max(12, 2 * (path.at(-1)?.length ?? 0) + 2),
    ),
    body: [
      ...headings,
      ...Array.from({ length: entryRows }, () => [...prefilled, ...form.elements.map(() => null), null]),
      ...(shown.length === 0
        ? []
        : [
            lastYearRow(
              paths.length,
              shown.map((element) => [columnOf(element), lastYear.get(element.name) ?? null]),
            ),
          ]),
    ],
    headers: headings.flatMap((row, level) => row.map((_, column) => ({ row: frameRows + level, column }))),
    merges: headingMerges(paths, depth),
    entries: new Map(
      form.elements.map((element, index) => [
        element.name,
        { top, bottom, left: own.length + index, right: own.length + index },
      ]),
    ),
    isTable: true,
    inFrame: [],
    checkColumn,
    lastYear: new Map(shown.map((element) => [element.name, { row: bottom + 1, column: columnOf(element) }])),
  };
}

function lastYearRow(width: number, values: readonly (readonly [number, CellInput])[]): readonly CellInput[] {
  const inputs = new Map(values);
  return Array.from({ length: width }, (_, column) =>
    column === 0 ? { text: templateMarks.lastYear } : (inputs.get(column) ?? null),
  );
}

/** Equal upper headings side by side are one; a short path reaches down to the last heading row. */
function headingMerges(paths: readonly (readonly string[])[], depth: number): readonly CellRange[] {
  const merges: CellRange[] = [];
  paths.forEach((path, column) => {
    path.slice(0, -1).forEach((_, level) => {
      const above = path.slice(0, level + 1).join("/");
      const sharesWith = (other: readonly string[] | undefined): boolean =>
        other !== undefined && other.length > level + 1 && other.slice(0, level + 1).join("/") === above;
      if (sharesWith(paths[column - 1])) return;
      let right = column;
      while (sharesWith(paths[right + 1])) right += 1;
      if (right > column) merges.push({ top: frameRows + level, bottom: frameRows + level, left: column, right });
    });
    if (path.length < depth)
      merges.push({ top: frameRows + path.length - 1, bottom: frameRows + depth - 1, left: column, right: column });
  });
  return merges;
}
