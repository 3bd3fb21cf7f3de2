import type { School } from "../../domain/school";

/** What became of the schools between two years. */
export interface SchoolsBetween {
  /** Codes of one school last year and this year; they differ where it was given a new one. */
  readonly continuing: readonly (readonly [lastYear: readonly string[], thisYear: readonly string[]])[];
  readonly opened: readonly School[];
  readonly closed: readonly School[];
  /** Schools that were taken over (`from`) by one that is there; `before` is that one as it was last year, if it was. */
  readonly merged: readonly {
    readonly into: School;
    readonly from: readonly School[];
    readonly before: readonly School[];
  }[];
}

/**
 * Schools are the same by their code, else by their name where neither year has the other's code. One that is gone was
 * taken over by the school that its row of this year's roster names, else that of last year's (并入, 主校).
 */
export function schoolsBetween(
  lastYear: readonly School[],
  thisYear: readonly School[],
  roster: readonly School[],
): SchoolsBetween {
  const byCode = new Map(thisYear.map((school) => [school.code, school]));
  const codesThen = new Set(lastYear.map(({ code }) => code));
  const renumbered = new Map(thisYear.flatMap((school) => (codesThen.has(school.code) ? [] : [[school.name, school]])));
  const sameNow = (school: School): School | undefined => byCode.get(school.code) ?? renumbered.get(school.name);
  const pairs = lastYear.flatMap((before) => {
    const now = sameNow(before);
    return now ? [{ before, now }] : [];
  });
  const gone = lastYear.filter((school) => !sameNow(school));
  const takenOver = new Map<School, School[]>();
  const rowNow = new Map(roster.map((school) => [school.code, school]));
  for (const school of gone) {
    const into = successorOf(rowNow.get(school.code) ?? school, thisYear) ?? successorOf(school, thisYear);
    if (into) takenOver.set(into, [...(takenOver.get(into) ?? []), school]);
  }
  const absorbed = new Set([...takenOver.values()].flat());
  const known = new Set(pairs.map(({ now }) => now));
  return {
    continuing: pairs.flatMap(({ before, now }) => (takenOver.has(now) ? [] : [[[before.code], [now.code]]])),
    opened: thisYear.filter((school) => !known.has(school) && !takenOver.has(school)),
    closed: gone.filter((school) => !absorbed.has(school)),
    merged: [...takenOver].map(([into, from]) => ({
      into,
      from,
      before: pairs.flatMap(({ before, now }) => (now === into ? [before] : [])),
    })),
  };
}

/** Rosters name the other school by its code or by its name. */
function successorOf({ code, attributes }: School, schools: readonly School[]): School | undefined {
  const written = [attributes["并入"], attributes["主校"]].filter((one) => one !== undefined);
  return schools.find(
    (school) => school.code !== code && (written.includes(school.code) || written.includes(school.name)),
  );
}
