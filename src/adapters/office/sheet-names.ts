import type { SheetEdit } from "../../domain/edit";
import type { KnownSheet } from "./known-sheets";

const longestName = 31;
const suffix = "_教统";

/** Under which name each of our sheets will stand: its present one, else the wanted one, else with the suffix 教统. */
export function sheetNames(edits: readonly SheetEdit[], sheets: readonly KnownSheet[]): ReadonlyMap<string, string> {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { role, name } of edits) {
    const standing = sheets.find((sheet) => sheet.role === role)?.name;
    names.set(role, standing ?? freeName(name, taken));
  }
  return names;
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted.slice(0, longestName);
  for (let count = 1; taken.has(name.toLowerCase()); count += 1) {
    const ending = count === 1 ? suffix : `${suffix}${String(count)}`;
    name = wanted.slice(0, longestName - ending.length) + ending;
  }
  taken.add(name.toLowerCase());
  return name;
}

/**
 * Makes a formula follow our sheets to the names they really have. The core always quotes sheet names, so their
 * quoted form is all there is to replace; link targets inside texts are meant to follow too.
 */
export function followingNames(
  edits: readonly SheetEdit[],
  names: ReadonlyMap<string, string>,
): (formula: string) => string {
  const moved = edits.flatMap(({ role, name }) => {
    const standing = names.get(role);
    return standing === undefined || standing === name ? [] : [[quoted(name), quoted(standing)] as const];
  });
  return (formula) => moved.reduce((text, [from, to]) => text.replaceAll(from, to), formula);
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
