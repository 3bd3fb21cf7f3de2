import { a1 } from "../domain/cell";
import type { ProbableCause } from "../domain/diagnosis";
import type { SheetEdit } from "../domain/edit";
import type { Finding } from "../domain/finding";
import type { School } from "../domain/school";
import type { FileReading } from "../domain/snapshot";
import type { DistrictReport } from "../core/build-report";
import { dueText } from "./due-text";
import { findingsBySchool } from "./slip-findings";
import type { SlipItem } from "./slip-item";
import { slipWorkbook } from "./slip-workbook";
import { instructionForSchool, messageForSchool } from "./slip-words";
import { schoolFileName } from "./school-file-name";

/** What goes back to one school: nothing of any other school is in it. */
export interface ReturnSlip {
  readonly school: School;
  readonly items: readonly SlipItem[];
  /** Ready to be pasted into a chat. */
  readonly chatText: string;
  readonly fileName: string;
  /** 退回单, and a copy of the school's own sheets with the cells in question marked. */
  readonly sheets: readonly SheetEdit[];
}

export interface SlipOptions {
  /** ISO day, or day and time. */
  readonly due?: string;
}

/** What of a report goes back to schools. */
export type ReturnedReport = Pick<DistrictReport, "collection" | "confrontation" | "causes">;

/** One slip for every school that has something to mend or explain, in the order of the roster. */
export function returnSlips(
  { collection, confrontation, causes }: ReturnedReport,
  readings: readonly FileReading[],
  { due }: SlipOptions = {},
): readonly ReturnSlip[] {
  const { schools } = collection;
  const open = findingsBySchool({ collection, confrontation });
  return schools.flatMap((school): ReturnSlip[] => {
    // Schools that sent nothing are chased; there is nothing to return.
    const findings = (open.get(school.code) ?? []).filter(({ code }) => code !== "not-filed");
    if (findings.length === 0) return [];
    const discreet = withoutOthers(school, schools);
    const items = findings.map((finding) => slipItem(finding, causes.get(finding), discreet));
    return [
      {
        school,
        items,
        chatText: chatText(school, items, due),
        fileName: schoolFileName(school),
        sheets: slipWorkbook({ collection, readings, school, items, findings, ...(due !== undefined && { due }) }),
      },
    ];
  });
}

function slipItem(
  finding: Finding,
  causes: readonly ProbableCause[] | undefined,
  discreet: (text: string) => string,
): SlipItem {
  const { severity, form, at, found, expected } = finding;
  const cause = causes?.[0]?.says;
  return {
    kind: severity === "error" ? "mend" : "explain",
    ...(form !== undefined && { form }),
    ...(at && { cell: `${at.sheet}!${a1(at.row, at.column)}` }),
    message: discreet(messageForSchool(finding)),
    instruction: discreet(instructionForSchool(finding)),
    ...(found !== undefined && { found: discreet(found) }),
    ...(expected !== undefined && { expected: discreet(expected) }),
    ...(cause !== undefined && { cause: discreet(cause) }),
  };
}

const shortestAlias = 4;

/** Rules that compare schools name the other one; its own school does not read that name. */
function withoutOthers(own: School, schools: readonly School[]): (text: string) => string {
  const others = schools
    .filter((school) => school !== own)
    .flatMap(({ name, aliases }) => [name, ...aliases.filter((alias) => alias.length >= shortestAlias)])
    .filter((name) => name !== own.name && !own.aliases.includes(name))
    .sort((a, b) => b.length - a.length);
  const masked = (text: string): string => others.reduce((left, name) => left.replaceAll(name, "另一所学校"), text);
  // Its own name may contain another's.
  return (text) => text.split(own.name).map(masked).join(own.name);
}

function chatText({ name }: School, items: readonly SlipItem[], due: string | undefined): string {
  const count = (kind: SlipItem["kind"]): number => items.filter((item) => item.kind === kind).length;
  const [mend, explain] = [count("mend"), count("explain")];
  const asked = [
    ...(mend > 0 ? [`请改${String(mend)}处`] : []),
    ...(explain > 0 ? [`${mend > 0 ? "" : "请"}核实${String(explain)}处`] : []),
  ].join("、");
  return [
    `【退回】${name}：${asked}后重发。`,
    ...items.map((item, index) => {
      // One slip of the pen may fail several rules.
      const isTold = items.slice(0, index).some(({ cause }) => cause === item.cause);
      return `${String(index + 1)}. ${itemText(item, isTold ? undefined : item.cause)}`;
    }),
    due === undefined ? "请发回整份文件。" : `请于${dueText(due)}前发回整份文件。`,
  ].join("\n");
}

function itemText({ kind, form, cell, message, instruction }: SlipItem, cause: string | undefined): string {
  const place = cell ?? form;
  return [
    `${place === undefined ? "" : `${place} `}${message}`,
    ...(cause === undefined ? [] : [cause]),
    kind === "mend" ? instruction : `${instruction}；数没有错的，请回复说明原因`,
  ]
    .map((part) => `${part}。`)
    .join("");
}

const separator = "―".repeat(20);

/** The chat texts of all slips, to be copied one by one. */
export const slipsText = (slips: readonly ReturnSlip[]): string =>
  slips.length === 0
    ? "没有要退回的学校。\n"
    : slips.map(({ chatText: text }) => `${separator}\n${text}\n`).join("") + `${separator}\n`;
