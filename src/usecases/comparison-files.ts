import { a1 } from "../domain/cell";
import type { Finding } from "../domain/finding";
import type { SchoolComparison, SubmissionComparison } from "./compare-submissions";
import type { ComparisonFile } from "./report-files.schema";
import type { UnaskedChange } from "./unasked-changes";

/** `comparison.txt`: what became of each school's submission, for people. */
export function comparisonText({ schools, clauses }: SubmissionComparison): string {
  const count = (of: (one: SchoolComparison) => readonly unknown[]): string =>
    String(schools.reduce((sum, one) => sum + of(one).length, 0));
  const totals = `重报${String(schools.length)}所：已改对${count(({ fixed }) => fixed)}，仍有错${count(({ stillOpen }) => stillOpen)}，新出现${count(({ fresh }) => fresh)}，没让改却变了${count(({ changedUnasked }) => changedUnasked)}。`;
  return [
    totals,
    ...schools.flatMap(schoolLines),
    "",
    clauses.length === 0 ? "采用后文稿不变。" : `采用后文稿有${String(clauses.length)}句改变：`,
    ...clauses.flatMap(({ id, from, to }) => [`${id}`, `  原：${from}`, `  现：${to}`]),
    "",
  ].join("\n");
}

function schoolLines({
  school,
  fixed,
  stillOpen,
  fresh,
  changedUnasked,
  identical,
}: SchoolComparison): readonly string[] {
  const heading = `\n${school.name}`;
  if (identical) return [`${heading}：两次内容完全相同。`];
  return [
    `${heading}：已改对${String(fixed.length)}，仍有错${String(stillOpen.length)}，新出现${String(fresh.length)}，没让改却变了${String(changedUnasked.length)}`,
    ...stillOpen.map((finding) => `  仍有错 ${findingText(finding)}`),
    ...fresh.map((finding) => `  新出现 ${findingText(finding)}`),
    ...changedUnasked.map((change) => `  没让改却变了 ${changeText(change)}`),
  ];
}

const findingText = ({ message }: Finding): string => message;

const shown = (text: string): string => (text === "" ? "空" : text);
const changeText = ({ form, element, row, cell, from, to, difference }: UnaskedChange): string =>
  [
    cell ?? form,
    row === "" ? element : `${row} ${element}`,
    `${shown(from)} → ${shown(to)}`,
    ...(difference === undefined ? [] : [difference]),
  ].join("  ");

/** `comparison.json`. */
export const comparisonJson = ({ schools, clauses }: SubmissionComparison): ComparisonFile => ({
  format: "edustat-comparison/1",
  schools: schools.map(({ school, fixed, stillOpen, fresh, changedUnasked, identical }) => ({
    code: school.code,
    name: school.name,
    fixed: fixed.map(findingJson),
    stillOpen: stillOpen.map(findingJson),
    fresh: fresh.map(findingJson),
    changedUnasked: changedUnasked.map((change) => ({ ...change })),
    identical,
  })),
  clauses: clauses.map((clause) => ({ ...clause })),
});

const findingJson = ({
  code,
  severity,
  rule,
  at,
  message,
}: Finding): ComparisonFile["schools"][number]["fixed"][number] => ({
  code,
  severity,
  ...(rule !== undefined && { rule }),
  ...(at && { cell: `${at.sheet}!${a1(at.row, at.column)}` }),
  message,
});
