import type { ExcelSpelling } from "../../src/formula/excel-spelling";

/** A short spelling for tests: `表[列]` for columns, `@列` for this row's cell, helper columns numbered by kind. */
export function excelNames(given: Partial<ExcelSpelling> = {}): ExcelSpelling {
  const names = new Map<string, string>();
  return {
    form: "园",
    column: (form, column) => `${form}[${column}]`,
    cell: (_form, column) => `@${column}`,
    position: () => "@序",
    between: (_form, from, to) => [from, "中间", to],
    isText: (_form, column) => column === "办学类型",
    isComputed: (_form, column) => column.startsWith("派生"),
    named: (name) => `<${name}>`,
    indicator: (name, slices) => `<${[name, ...slices].join("|")}>`,
    parameter: (name, keys) => `<${[name, ...keys].join("&")}>`,
    lastYear: (_form, column) => `<上年${column}>`,
    cumulative: () => undefined,
    helperName: (form, kind, rowFormula) => {
      const key = `${form}${kind}${rowFormula}`;
      const known = names.get(key) ?? `${kind}${String(names.size + 1)}`;
      names.set(key, known);
      return known;
    },
    newFunction: (name) => name,
    ...given,
  };
}
