import { cellKey } from "../../../src/domain/cell";
import type { Collection } from "../../../src/domain/collected";
import type { ProbableCause } from "../../../src/domain/diagnosis";
import { compare } from "../../../src/domain/exact";
import type { Finding } from "../../../src/domain/finding";
import { diagnose } from "../../../src/core/diagnose/diagnose";
import { plausibilityOf } from "../../../src/core/diagnose/plausibility";
import { recheckOf } from "../../../src/core/validate/recheck";
import { validate } from "../../../src/core/validate/validate";
import { Seeded } from "../../../test/support/statistics/seeded";
import { type CleanDistrict, cellsOf, factorOf, withTyped } from "./district";
import { type MadeSlip, type SlipMaker, groundOf } from "./slips";

/** What became of one slip. */
export interface Fate {
  readonly made: MadeSlip;
  readonly isFound: boolean;
  /** Place of the true cause among the school's causes, from 0; absent when it is not there. */
  readonly place?: number;
  readonly causes: readonly ProbableCause[];
  readonly findings: readonly Finding[];
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
}

const tries = 40;

/** Slips of one kind, one in each of `count` schools. Schools where the slip cannot be made are passed over. */
export function makeSlips(district: CleanDistrict, maker: SlipMaker, count: number, seed: number): readonly MadeSlip[] {
  const { before } = plausibilityOf(district.definition, district.collection, district.previous);
  const made: MadeSlip[] = [];
  for (let round = 0; made.length < count && round < tries; round += 1)
    for (const [place, school] of district.schools.entries()) {
      if (made.length >= count) break;
      const random = new Seeded(seed * 7919 + round * 104_729 + place * 31);
      const typed = maker.make(groundOf(district, school, before), random);
      if (typed)
        made.push({ school: school.code, slip: maker.slip, typed, ...(maker.isFile === true && { isFile: true }) });
    }
  return made;
}

/** Each slip is judged as if it were the only one of its school; schools do not see each other's. */
export function fatesOf(district: CleanDistrict, slips: readonly MadeSlip[], perRun = 12): readonly Fate[] {
  const clean = new Set(judged(district, district.collection).findings.map(identity));
  return batches(slips, perRun).flatMap((batch) => {
    const { findings, causes } = judged(
      district,
      withTyped(
        district.collection,
        batch.flatMap(({ typed }) => typed),
      ),
    );
    return batch.map((made): Fate => {
      const own = findings.filter((one) => one.school === made.school && !clean.has(identity(one)));
      const proposed = inOrderOfClearing(own.map((finding) => causes.get(finding) ?? []));
      const place = proposed.findIndex((cause) => isTrue(cause, made));
      return { made, isFound: own.length > 0, causes: proposed, findings: own, ...(place >= 0 && { place }) };
    });
  });
}

export function judged({ definition, parameters, previous }: CleanDistrict, collection: Collection): Judged {
  const confrontation = validate(definition, collection, parameters, previous);
  const recheck = recheckOf(definition, collection, parameters, previous);
  const causes = diagnose({ definition, collection, confrontation, recheck, factorOf, previous });
  const findings = [...collection.findings, ...confrontation.findings].filter(({ severity }) => severity !== "notice");
  return { findings, causes };
}

export const numberCellCount = (district: CleanDistrict): number =>
  district.schools.reduce((count, school) => count + cellsOf(district, school).all.length, 0);

/** No two slips of one school in one run. */
function batches(slips: readonly MadeSlip[], size: number): readonly (readonly MadeSlip[])[] {
  const made: MadeSlip[][] = [];
  for (const slip of slips) {
    const open = made.find((batch) => batch.length < size && batch.every(({ school }) => school !== slip.school));
    if (open) open.push(slip);
    else made.push([slip]);
  }
  return made;
}

const identity = ({ code, rule, school, form, at, alsoAt = [] }: Finding): string =>
  [code, rule, school, form, ...[at, ...alsoAt].map((one) => (one ? cellKey(one) : ""))].join("|");

/** The causes of a school's findings as one list: those that clear more first, else as they come. */
function inOrderOfClearing(lists: readonly (readonly ProbableCause[])[]): readonly ProbableCause[] {
  const seen = new Map<string, { readonly cause: ProbableCause; readonly rank: number }>();
  for (const list of lists)
    for (const [rank, cause] of list.entries()) {
      const known = seen.get(cause.says);
      if (!known || rank < known.rank) seen.set(cause.says, { cause, rank });
    }
  return [...seen.values()]
    .sort((a, b) => (b.cause.clears === a.cause.clears ? a.rank - b.rank : b.cause.clears - a.cause.clears))
    .map(({ cause }) => cause);
}

/** The true cause: exactly the true numbers come back, or it is the same slip in the same cells. */
function isTrue(cause: ProbableCause, { slip, typed, isFile }: MadeSlip): boolean {
  if (isFile === true && cause.slip === slip && cause.changes.length === 0) return true;
  const [changed, wrong] = [cause.changes, typed];
  const matching = changed.map((change) =>
    wrong.find(
      ({ cell }) => cell.form === change.form && cell.element.name === change.element && cell.row === change.row,
    ),
  );
  if (changed.length === 0 || matching.some((one) => one === undefined)) return false;
  const restores =
    changed.length === wrong.length &&
    changed.every((change, place) => {
      const truth = matching[place]?.cell.value;
      return change.to.type === "number" && truth !== undefined && compare(change.to.value, truth) === 0;
    });
  return restores || (cause.slip === slip && changed.length >= wrong.length - 1);
}
