import type { Collection } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import { copiedFromLastYear, schoolChanged } from "./filing-words";
import { cellsOf, numericCells, sameNumbers, tellingCount } from "./numeric-cells";

/**
 * What this year's submissions say that only last year's can tell: schools that changed, and forms sent again unchanged;
 * and what last year's figures lack because it could not be read.
 */
export function yearFindings(collection: Collection, previous: Collection): readonly Finding[] {
  return [
    ...changedSchools(collection.schools, previous.schools),
    ...copiedForms(collection, previous),
    ...previous.findings.filter(({ code }) => leftOut.has(code)).map(leftOutOfLastYear),
  ];
}

/** Last year's files, sheets and schools that are in no total of last year. */
const leftOut: ReadonlySet<Finding["code"]> = new Set<Finding["code"]>([
  "file-unreadable",
  "sheet-unrecognised",
  "school-unknown",
  "school-missing",
  "school-twice",
  "not-filed",
]);

/** Said of the file, as nothing in this year's cells is to blame. */
const leftOutOfLastYear = ({ file, at, message, instruction }: Finding): Finding => ({
  code: "last-year-left-out",
  severity: "warning",
  ...((file ?? at?.file) === undefined ? {} : { file: file ?? at?.file ?? "" }),
  message: `上年报表：${message}`,
  instruction,
});

/** What a school is known by, with the roster columns that give it. */
const known: readonly (readonly [what: string, headers: readonly string[]])[] = [
  ["办学类型", ["办学类型"]],
  ["城乡分类", ["城乡分类", "城乡"]],
];

function changedSchools(schools: readonly School[], before: readonly School[]): readonly Finding[] {
  const byCode = new Map(before.map((school) => [school.code, school]));
  const byName = new Map(before.map((school) => [school.name, school]));
  const codes = new Set(schools.map(({ code }) => code));
  return schools.flatMap((school): readonly Finding[] => {
    const { code, name } = school;
    const told = (what: string, was: string | undefined, now: string | undefined): readonly Finding[] =>
      was === undefined || now === undefined || was === now
        ? []
        : [{ code: "school-changed", school: code, ...schoolChanged(name, what, was, now), found: now, expected: was }];
    const same = byCode.get(code);
    const renumbered = same ? undefined : byName.get(name);
    if (!same) return renumbered && !codes.has(renumbered.code) ? told("标识码", renumbered.code, code) : [];
    return [
      ...told("学校名称", same.name, name),
      ...known.flatMap(([what, headers]) => told(what, valueOf(same, headers), valueOf(school, headers))),
    ];
  });
}

const valueOf = ({ attributes }: School, headers: readonly string[]): string | undefined =>
  headers.map((header) => attributes[header]).find((text) => text !== undefined);

/** Forms every number of which a school had filed last year as well. */
function copiedForms({ schools, tables }: Collection, previous: Collection): readonly Finding[] {
  return [...tables].flatMap(([form, table]) => {
    const before = previous.tables.get(form);
    if (!before) return [];
    const [now, then] = [numericCells(table), numericCells(before)];
    return schools.flatMap(({ code, name }): readonly Finding[] => {
      const [own, last] = [now.get(code), then.get(code)];
      const isTelling = own?.hasFigures === true && own.readings.length >= tellingCount;
      if (!own || !last || !isTelling || !sameNumbers(own, last)) return [];
      const [at] = cellsOf(own);
      return [{ code: "copied-from-last-year", school: code, form, ...(at && { at }), ...copiedFromLastYear(name, form) }]; // prettier-ignore
    });
  });
}
