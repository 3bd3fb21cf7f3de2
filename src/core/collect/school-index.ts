import type { School } from "../../domain/school";
import { closest, plain } from "./plain-text";

/** What a sheet, a row or a file says about whose it is. */
export interface SchoolClue {
  readonly code?: string;
  readonly name?: string;
}

export type SchoolMatch =
  | { readonly match: "school"; readonly school: School }
  /** Something is said, but it is nobody of the roster, or code and name are two schools. */
  | { readonly match: "unknown"; readonly said: string; readonly near?: School }
  | { readonly match: "none" };

export interface SchoolIndex {
  readonly find: (clue: SchoolClue) => SchoolMatch;
  /** The school a file, folder or sheet is named after; words that say nothing about a school may stand around it. */
  readonly inFileName: (name: string) => SchoolMatch;
}

export function schoolIndex(schools: readonly School[]): SchoolIndex {
  const codes = group(schools, (school) => [codeText(school.code)]);
  const bareCodes = group(schools, (school) => [withoutZeros(codeText(school.code))]);
  const names = group(schools, (school) => [...new Set([school.name, ...school.aliases].map(nameText))]);
  const single = (found: readonly School[] | undefined): School | undefined =>
    found?.length === 1 ? found[0] : undefined;
  const near = (said: string): School | undefined =>
    closest(nameText(said), schools, (school) => [school.name, ...school.aliases].map(nameText));
  const unknown = (said: string): SchoolMatch => {
    const like = near(said);
    return { match: "unknown", said, ...(like && { near: like }) };
  };

  const find = ({ code, name }: SchoolClue): SchoolMatch => {
    const byName = name === undefined ? undefined : single(names.get(nameText(name)));
    if (code !== undefined) {
      // A code that was typed as a number has lost its leading zeros; only one school can be meant, or none is.
      const byCode = single(codes.get(codeText(code)) ?? bareCodes.get(codeText(code)));
      if (!byCode || (byName && byName !== byCode)) return unknown(name === undefined ? code : `${code} ${name}`);
      return { match: "school", school: byCode };
    }
    if (name === undefined) return { match: "none" };
    return byName ? { match: "school", school: byName } : unknown(name);
  };

  const inFileName = (name: string): SchoolMatch => {
    const words = name
      .replace(/\.[A-Za-z]{2,4}$/u, "")
      .split(/[/\\\-_—–~,，、.。+&:：\s]+/u)
      .map(nameText);
    const found = new Set<School>();
    for (const word of [...words, nameText(words.join(""))])
      for (const [known, owners] of names)
        if (owners[0] && owners.length === 1 && isNamedAfter(word, known)) found.add(owners[0]);
    const [school] = found;
    return school && found.size === 1 ? { match: "school", school } : unknown(name);
  };

  return { find, inFileName };
}

function group(
  schools: readonly School[],
  keysOf: (school: School) => readonly string[],
): ReadonlyMap<string, readonly School[]> {
  const groups = new Map<string, School[]>();
  for (const school of schools) for (const key of keysOf(school)) groups.set(key, [...(groups.get(key) ?? []), school]);
  return groups;
}

const codeText = (code: string): string => plain(code).toUpperCase();
const withoutZeros = (code: string): string => code.replace(/^0+(?=\d)/u, "");

/** A name as it is compared: brackets and the place for a seal do not count. */
const nameText = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/[([【]?(?:盖章|公章|签章)[)\]】]?$/u, "")
    .replace(/[()[\]【】〔〕《》“”"']/gu, "");

/** Words of file names that say nothing about whose file it is. */
const noise =
  /^(?:\d|年度|学年度|学年|年|月|日|年报|报表|统计|基层|汇总|最终|最新|定稿|终稿|修改|更正|副本|上报|报送|附件|材料|数据|教育|事业|情况|基本|第|次|表|版|新|的|v|final|copy)*$/u;

function isNamedAfter(word: string, known: string): boolean {
  if (word === known) return true;
  const at = known.length < 2 ? -1 : word.indexOf(known);
  return at >= 0 && noise.test(word.slice(0, at)) && noise.test(word.slice(at + known.length));
}
