import type { AcceptedFile } from "../../domain/casework";
import type { Reading } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import { openWorkbook, reasons, rowDuplicateKey } from "./finding-words";
import type { FiledRow, Filing } from "./filing";
import { laterVersion, schoolTwice } from "./filing-words";
import { newerOf } from "./newer-file";
import { scalarText } from "./reading";
import { type Fate, ignored, rejected } from "./sheet-account";

/** The file that counts instead of another one, and whether it says the same. */
export interface Superseded {
  readonly by: string;
  readonly isSame: boolean;
}

export interface Resolution {
  /** One filing per form and school. */
  readonly kept: readonly Filing[];
  readonly findings: readonly Finding[];
  /** Files something of which does not count because it came in another file too. */
  readonly superseded: ReadonlyMap<string, Superseded>;
}

/** What is known about versions: when files arrived, and which one somebody has chosen. */
export interface Versions {
  readonly received: ReadonlyMap<string, string>;
  readonly accepted: readonly AcceptedFile[];
}

/**
 * Where a school sent a form twice the first file by name is kept, unless somebody has chosen another. A second one that
 * says the same is set aside; one that says something else blocks every cell of the first until a person decides.
 */
export function resolveFilings(filings: readonly Filing[], versions: Versions): Resolution {
  const groups = new Map<string, Filing[]>();
  for (const filing of [...filings].sort(byFile)) {
    const key = `${filing.form.form.name}\u0000${filing.school.code}`;
    groups.set(key, joined(groups.get(key) ?? [], filing));
  }
  const findings: Finding[] = [];
  const superseded = new Map<string, Superseded>();
  const kept: Filing[] = [];
  const setAside = (other: Filing, by: Filing, isSame: boolean): void => {
    settle(other, ignored("superseded"));
    if (other.grid.file !== undefined) superseded.set(other.grid.file, { by: sourceOf(by), isSame });
  };
  for (const group of groups.values()) {
    const chosen = chosenOf(group, versions);
    const [first = chosen, ...others] = chosen ? [chosen, ...group.filter((one) => one !== chosen)] : preferFull(group);
    if (!first) continue;
    kept.push(first);
    if (first.isEmpty) settle(first, rejected(reasons.empty));
    else findings.push(...first.findings, ...repeatedKeys(first));
    for (const other of others) {
      const isSame = contents(other) === contents(first);
      if (isSame || chosen || other.isEmpty) setAside(other, first, isSame);
      else {
        settle(other, rejected(reasons.schoolTwice));
        findings.push(twice(first, other, versions));
      }
      if (!isSame && chosen) findings.push(...laterThanChosen(chosen, other, versions));
    }
  }
  return { kept, findings, superseded };
}

/** What has figures in it comes before what is empty. */
const preferFull = (group: readonly Filing[]): readonly Filing[] => [
  ...group.filter(({ isEmpty }) => !isEmpty),
  ...group.filter(({ isEmpty }) => isEmpty),
];

function chosenOf(group: readonly Filing[], { accepted }: Versions): Filing | undefined {
  return group.find(({ form, school, grid }) =>
    accepted.some(
      (one) =>
        one.school === school.code && (one.form === undefined || one.form === form.form.name) && one.file === grid.file,
    ),
  );
}

function laterThanChosen(chosen: Filing, other: Filing, { received }: Versions): readonly Finding[] {
  const [own, others] = [chosen, other].map(({ grid }) => received.get(grid.file ?? ""));
  if (own === undefined || others === undefined || others <= own) return [];
  const { school, form } = chosen;
  const subject = { school: school.code, form: form.form.name, file: sourceOf(other) };
  const words = laterVersion(school.name, form.form.name, sourceOf(chosen), sourceOf(other));
  return [{ code: "filing-superseded", ...subject, ...words }];
}

/** By name without ending, so that `城关小学(修改).xlsx` comes after `城关小学.xlsx`. */
function byFile(a: Filing, b: Filing): number {
  const [one, other] = [a, b].map(({ grid }) => (grid.file ?? "").replace(/\.[^.]*$/u, ""));
  const byStem = compareTexts(one ?? "", other ?? "");
  return byStem === 0 ? compareTexts(a.grid.file ?? "", b.grid.file ?? "") : byStem;
}
const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Sheets of one file are parts of one 记录: 资助春季 and 资助秋季. */
function joined(earlier: readonly Filing[], filing: Filing): Filing[] {
  const last = earlier.at(-1);
  if (filing.form.form.layout !== "记录" || !last || last.grid.file !== filing.grid.file) return [...earlier, filing];
  const whole = { ...last, rows: [...last.rows, ...filing.rows], findings: [...last.findings, ...filing.findings] };
  return [...earlier.slice(0, -1), whole];
}

const contents = ({ rows }: Filing): string =>
  JSON.stringify(rows.map(({ readings }) => [...readings].map(([name, reading]) => [name, readingText(reading)])));

function readingText(reading: Reading | undefined): string {
  if (!reading) return "";
  if (reading.state === "reported") return `= ${scalarText(reading.value)}`;
  return reading.state === "unreadable" ? `? ${reading.raw}` : reading.state;
}

function settle({ rows }: Filing, fate: Fate): void {
  for (const { account, places } of rows) for (const place of places) account.settle(place, fate);
}

const cellsOf = ({ grid, places }: FiledRow) => places.map(({ row, column }) => grid.address(row, column));
const sourceOf = ({ grid }: Filing): string => grid.file ?? openWorkbook;
const placeOf = (filing: Filing): string => {
  const [first] = filing.rows;
  return filing.grid.file ?? `${filing.grid.name}${first?.row === undefined ? "" : `第${String(first.row + 1)}行`}`;
};

function twice(first: Filing, second: Filing, { received }: Versions): Finding {
  const [at, ...alsoAt] = [...second.rows, ...first.rows].flatMap(cellsOf);
  const [one, other] = [placeOf(first), placeOf(second)];
  return {
    code: "school-twice",
    school: first.school.code,
    form: first.form.form.name,
    ...(second.grid.file !== undefined && { file: second.grid.file }),
    ...(at && { at, alsoAt }),
    ...schoolTwice(first.school.name, first.form.form.name, [one, other], newerOf(one, other, received)),
  };
}

/** Rows of a 记录 that its keys do not tell apart. A row with a blank key has a finding of its own. */
function repeatedKeys({ form, school, rows }: Filing): readonly Finding[] {
  const keys = form.form.keys.filter((key) => form.elements.some(({ name }) => name === key));
  if (form.form.layout !== "记录" || keys.length === 0) return [];
  const firsts = new Map<string, FiledRow>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const readings = keys.map((key) => row.readings.get(key));
    if (!readings.every((reading) => reading?.state === "reported")) continue;
    const texts = readings.map((reading) => readingText(reading).slice(2));
    const key = JSON.stringify(texts);
    const first = firsts.get(key);
    if (!first) firsts.set(key, row);
    const [at, ...alsoAt] = first ? [...cellsOf(row), ...cellsOf(first)] : [];
    if (at)
      findings.push({
        code: "row-duplicate-key",
        school: school.code,
        form: form.form.name,
        at,
        alsoAt,
        ...rowDuplicateKey(at, texts.join("、")),
      });
  }
  return findings;
}
