import type { Finding } from "../../domain/finding";
import type { Place, SheetGrid } from "./sheet-grid";
import { allFilledPlaces } from "./sheet-grid";
import { memoizedText } from "./memoized";
import { plain } from "./plain-text";
import { signOffMissing } from "./workbook-words";

const labels = "统计人员|统计负责人|审核人|单位负责人|填表人|制表人|填报人|填报日期|填表日期|报出日期";
/** One cell often holds several labels: 填表人：　　审核人：　　填报日期：　年　月　日. */
const signLine = new RegExp(`(${labels})(?:\\((?:签字|签名|签章)\\))?(?::|$)`, "gu");
const startsLine = new RegExp(`^(?:${labels})`, "u");
const isSignLine = memoizedText((text) => startsLine.test(plain(text)));
const says = /[^\s_＿年月日签字名章盖()（）]/u;

/** Where people sign, and nobody did. Who signed is looked at by nobody: only that there is something. */
export function signOffFindings(
  grids: readonly { readonly grid: SheetGrid; readonly isHeading: (place: Place) => boolean }[],
  file: string,
): readonly Finding[] {
  const blanks = grids.flatMap(({ grid, isHeading }) =>
    allFilledPlaces(grid)
      .filter((place) => !isHeading(place))
      .flatMap((place) => unsigned(grid, place).map((label) => ({ label, at: grid.address(place.row, place.column) }))),
  );
  const [first] = blanks;
  if (!first) return [];
  const missing = [...new Set(blanks.map(({ label }) => label))];
  return [{ code: "sign-off-missing", file, at: first.at, ...signOffMissing(first.at, missing) }];
}

function unsigned(grid: SheetGrid, { row, column }: Place): readonly string[] {
  const content = grid.content(row, column);
  if (typeof content !== "string" || !isSignLine(content)) return [];
  const text = plain(content);
  const found = [...text.matchAll(signLine)];
  return found.flatMap((match, place) => {
    const from = match.index + match[0].length;
    const next = found[place + 1];
    if (says.test(text.slice(from, next?.index ?? text.length))) return [];
    return next === undefined && isSignedBeside(grid, row, column) ? [] : [match[1] ?? ""];
  });
}

function isSignedBeside(grid: SheetGrid, row: number, column: number): boolean {
  const { top, right } = grid.extent(row, column);
  const beside = grid.text(top, right + 1);
  return says.test(beside) && !isSignLine(beside);
}
