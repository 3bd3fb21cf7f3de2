import type { CompiledForm } from "../../../src/definitions/compiled";
import type { DataElement } from "../../../src/definitions/definition";
import type { CellContent } from "../../../src/domain/cell";
import type { School } from "../../../src/domain/school";
import type { CellRange, SheetSnapshot } from "../../../src/domain/snapshot";

/** What one school writes into one form: one record for a card or a list, several for records; columns by name. */
export type Entries = readonly Readonly<Record<string, CellContent>>[];

/** The sheet of one form as a school would send it: title, its name and code, the table, the signatures. */
export function filledSheet(compiled: CompiledForm, school: School, type: string, entries: Entries): SheetSnapshot {
  const { form } = compiled;
  const number = (form.sheets ?? form.name).replace("*", "");
  const table = form.layout === "卡片" ? card(compiled, entries[0] ?? {}) : list(compiled, school, entries);
  const top: CellContent[][] = [
    [`${number} ${form.title ?? form.name}`],
    ["学校（机构）名称", school.name, "学校标识码", school.code],
    [],
  ];
  return {
    name: `${number}_${type}`,
    visibility: "visible",
    rows: [
      ...top,
      ...table.rows,
      [],
      ["单位负责人：赵某", null, "审核人：钱某", null, "统计负责人：孙某", null, "报出日期：2025年9月15日"],
    ],
    merges: table.merges.map((merge) => shifted(merge, top.length)),
  };
}

interface Table {
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges: readonly CellRange[];
}

const shifted = ({ top, left, bottom, right }: CellRange, by: number): CellRange => ({
  top: top + by,
  left,
  bottom: bottom + by,
  right,
});

const pathOf = ({ at, name }: DataElement): readonly [string, string | undefined] => {
  const [outer = name, inner] = (at ?? name).split("/");
  return [outer, inner];
};

function card({ elements }: CompiledForm, values: Readonly<Record<string, CellContent>>): Table {
  const valueOf = ({ name }: DataElement): CellContent => values[name] ?? null;
  const plain = elements.filter((element) => pathOf(element)[1] === undefined);
  const crossed = elements.filter((element) => pathOf(element)[1] !== undefined);
  const pairs = plain.flatMap((element, index) => {
    const beside = plain[index + 1];
    if (index % 2 === 1) return [];
    const pair = [pathOf(element)[0], valueOf(element)];
    return [beside ? [...pair, pathOf(beside)[0], valueOf(beside)] : pair];
  });
  const columns = [...new Set(crossed.map((element) => pathOf(element)[1] ?? ""))];
  const rows = [...new Set(crossed.map((element) => pathOf(element)[0]))];
  const grid = rows.map((row) => [
    row,
    ...columns.map((column) => {
      const element = crossed.find((one) => pathOf(one)[0] === row && pathOf(one)[1] === column);
      return element ? valueOf(element) : "-";
    }),
  ]);
  return { rows: [...(rows.length > 0 ? [["指标名称", ...columns], ...grid] : []), ...pairs], merges: [] };
}

function list({ form, elements }: CompiledForm, school: School, entries: Entries): Table {
  const records = entries.map((entry) => [
    school.code,
    school.name,
    ...elements.map(({ name }) => entry[name] ?? null),
  ]);
  const paths = elements.map(pathOf);
  if (form.headerRows === 1)
    return { rows: [["学校标识码", "学校名称", ...paths.map(([outer]) => outer)], ...records], merges: [] };
  const starts = paths.map(([outer], index) => index === 0 || paths[index - 1]?.[0] !== outer);
  const upper = paths.map(([outer], index) => (starts[index] ? outer : null));
  const lower = paths.map(([, inner]) => inner ?? null);
  const merges = paths.flatMap(([outer, inner], index): readonly CellRange[] => {
    const left = index + 2;
    if (!starts[index]) return [];
    if (inner === undefined) return [{ top: 0, left, bottom: 1, right: left }];
    const width = paths.slice(index).findIndex(([other]) => other !== outer);
    const right = left + (width < 0 ? paths.length - index : width) - 1;
    return right > left ? [{ top: 0, left, bottom: 0, right }] : [];
  });
  const identity: readonly CellRange[] = [0, 1].map((left) => ({ top: 0, left, bottom: 1, right: left }));
  return {
    rows: [["学校标识码", "学校名称", ...upper], [null, null, ...lower], ...records],
    merges: [...identity, ...merges],
  };
}
