import type { ExcelCriterion } from "./excel-criteria";
import type { ExcelSpelling } from "./excel-spelling";

/** Beyond this many criterion columns, only rows with one or two blank criteria are looked for. */
const mostColumns = 4;

/**
 * Terms that add up to the 缺报数 of one total: rows in scope whose value is blank (or, for numbers, unreadable text), and rows
 * that blank criterion cells leave undecided.
 */
export function missingTerms(
  spelling: ExcelSpelling,
  form: string,
  values: readonly string[],
  criteria: readonly ExcelCriterion[],
  isNumeric: boolean,
): readonly string[] {
  const spell = (pairs: readonly (readonly [string, string])[]): string =>
    `COUNTIFS(${pairs.map(([column, criterion]) => `${spelling.column(form, column)},${criterion}`).join(",")})`;
  const met = (wanted: readonly ExcelCriterion[]): readonly (readonly [string, string])[] =>
    wanted.map(({ column, criterion }) => [column, criterion]);
  const terms = values.flatMap((value) => {
    const blank = spell([[value, '""'], ...met(criteria)]);
    return isNumeric ? [blank, spell([[value, '"?*"'], [value, '"<>—"'], ...met(criteria)])] : [blank]; // prettier-ignore
  });
  const deciding = [...new Set(criteria.filter(({ asksBlank }) => !asksBlank).map(({ column }) => column))];
  const open = blankSets(deciding).map((blank) => {
    const others = criteria.filter(({ column }) => !blank.includes(column));
    return spell([...blank.map((column) => [column, '""'] as const), ...met(others)]);
  });
  return [...terms, ...open];
}

function blankSets(columns: readonly string[]): readonly (readonly string[])[] {
  const all = columns.reduce<readonly (readonly string[])[]>(
    (sets, column) => [...sets, ...sets.map((set) => [...set, column])],
    [[]],
  );
  const most = columns.length > mostColumns ? 2 : columns.length;
  return all.filter((set) => set.length > 0 && set.length <= most);
}
