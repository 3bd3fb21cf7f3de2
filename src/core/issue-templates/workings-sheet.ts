import { a1 } from "../../domain/cell";
import type { CellInput, SheetEdit } from "../../domain/edit";
import { unreachable } from "../../domain/result";
import type { CellRange } from "../../domain/snapshot";
import { templateSheets } from "../../domain/template-stamp";
import type { CompiledRule } from "../../definitions/compiled";
import { excelString } from "../../formula/excel-spelling";
import { printExcel } from "../../formula/print-excel";
import { entryStatus, marks } from "./entry-status";
import type { FormSheet } from "./form-sheet";
import { hiddenSheet } from "./hidden-sheet";
import { rosterCell } from "./roster-sheet";
import { cellsAbout, entriesAbout, ruleVerdict } from "./rule-verdict";
import { cellOn, rangeOn, templateSpelling, type TemplatePlace } from "./template-spelling";
import {
  columnParts,
  noteRows,
  workingCell,
  workingHeading,
  workingRange,
  type WorkingBlock,
  type WorkingColumn,
} from "./working-plan";

/** The hidden sheet where a template checks itself, and which rules it could not check there. */
export interface Workings {
  readonly sheet: SheetEdit;
  /** Ids of the rules with a live verdict. */
  readonly live: ReadonlySet<string>;
}

/** Every check of the workbook in live formulas: of each entry, of each rule in each row, and what to tell beside the row. */
export function workings(place: TemplatePlace): Workings {
  const blocks = [...place.plan.values()];
  const live = new Set(
    blocks.flatMap(({ rules }) =>
      rules.filter((rule) => ruleVerdict(rule, place, 0) !== undefined).map(({ rule }) => rule.id),
    ),
  );
  const rows = [countRow(blocks, live), []];
  for (const block of blocks) {
    rows.push([...block.columns.keys()].map((column) => heading(block, column)));
    for (let row = 0; row < block.rows; row += 1)
      rows.push([...block.columns.keys()].map((column) => formula(cell(place, live, block, column, row))));
    rows.push([]);
  }
  return { sheet: hiddenSheet("template-workings", templateSheets.workings, rows), live };
}

const formula = (text: string | undefined): CellInput => (text === undefined ? null : { formula: `=${text}` });

const ruleOf = ({ rules }: WorkingBlock, id: string): CompiledRule | undefined =>
  rules.find(({ rule }) => rule.id === id);

function heading(block: WorkingBlock, column: WorkingColumn): CellInput {
  const { holds, name } = columnParts(column);
  if (holds === "filled") return { text: block.sheet.form.form.name };
  const rule = holds === "rule" ? ruleOf(block, name) : undefined;
  return { text: rule ? `${ruleHead(rule)}${rule.rule.says}；` : name };
}

/** How a note about a broken rule begins, so that colours can look for it. */
export const ruleHead = ({ rule }: CompiledRule): string =>
  `${rule.severity === "错误" ? marks.wrong : marks.doubtful}${rule.id} `;

function cell(
  place: TemplatePlace,
  live: ReadonlySet<string>,
  block: WorkingBlock,
  column: WorkingColumn,
  row: number,
): string | undefined {
  const { holds, name } = columnParts(column);
  switch (holds) {
    case "filled":
      return `IF(COUNTA(${entryRanges(block.sheet, row).join(",")})>0,1,0)`;
    case "status":
      return statusCell(place, block, name, row);
    case "derived":
      return derivedCell(place, block, name, row);
    case "roster":
      return `IF(${workingCell(block, "filled", row)}=1,${rosterCell(place.rosterColumns.indexOf(name))}&"","")`;
    case "rule": {
      const rule = ruleOf(block, name);
      return rule && live.has(name) ? ruleCell(place, block, rule, row) : undefined;
    }
    case "note":
      return noteCell(block, live, Number(name), row);
    default:
      return unreachable(holds);
  }
}

/** Blank rows of a 记录 are no records; the one row of another form is always asked for. */
function statusCell({ definition, words }: TemplatePlace, block: WorkingBlock, name: string, row: number) {
  const element = block.sheet.form.elements.find((candidate) => candidate.name === name);
  const range = block.sheet.entries.get(name);
  if (!element || !range) return undefined;
  const status = entryStatus(definition, element, cellOn(block.sheet, range.top + row, range.left), words);
  return status !== undefined && block.rows > 1 ? `IF(${workingCell(block, "filled", row)}=0,"",${status})` : status;
}

function derivedCell(place: TemplatePlace, block: WorkingBlock, name: string, row: number): string | undefined {
  const tree = block.sheet.form.derived.get(name);
  if (!tree) return undefined;
  const { spelling, isBroken } = templateSpelling(place, block.sheet.form.form.name, row, false);
  const printed = printExcel(tree, spelling, { as: "field" });
  return printed.ok && !isBroken() && printed.value.helpers.length === 0 ? printed.value.formula.slice(1) : undefined;
}

/** Of a blank row there is nothing to say; and while an entry is no value, what rests on it is open. */
function ruleCell(place: TemplatePlace, block: WorkingBlock, rule: CompiledRule, row: number): string | undefined {
  const verdict = ruleVerdict(rule, place, row);
  const wrong = entriesAbout(rule.tree, block.sheet).map(
    (name) => `LEFT(${workingCell(block, `status:${name}`, row)})="${marks.wrong}"`,
  );
  if (verdict === undefined) return undefined;
  const judged = wrong.length === 0 ? verdict : `IF(OR(${wrong.join(",")}),"未判",${verdict})`;
  return `IF(${workingCell(block, "filled", row)}=0,${block.rows > 1 ? '""' : '"未判"'},${judged})`;
}

/** What 校验 says in one row: what is wrong with its entries, then which rules about them are broken; ✓ when nothing is. */
function noteCell(block: WorkingBlock, live: ReadonlySet<string>, at: number, row: number): string {
  const { sheet, rules } = block;
  const isHere = ({ top }: CellRange): boolean => sheet.isTable || top === at;
  const elements = [...sheet.entries].filter(([, range]) => isHere(range));
  const about = rules.filter(
    ({ rule, tree }) => live.has(rule.id) && rule.severity !== "提示" && cellsAbout(tree, sheet).some(isHere),
  );
  const parts = [
    ...elements.map(([name]) => workingCell(block, `status:${name}`, row)),
    ...about.map(({ rule }) => {
      const column = `rule:${rule.id}` as const;
      return `IF(${workingCell(block, column, row)}="不符",${workingHeading(block, column)},"")`;
    }),
  ].map(withoutSheet);
  const text = parts.join("&");
  const cells = entryRanges({ ...sheet, entries: new Map(elements) }, row);
  return `IF(LEN(${text})>0,${text},IF(COUNTA(${cells.join(",")})>0,"${marks.fine}",""))`;
}

/** Cells of the workings name each other without the sheet, so that long notes fit into a formula. */
const withoutSheet = (text: string): string => text.replaceAll(`'${templateSheets.workings}'!`, "");

/** The entries of one row of a form as few ranges: entries of a card below one another are one. */
function entryRanges(sheet: FormSheet, row: number): readonly string[] {
  const cells = [...sheet.entries.values()]
    .map(({ top, left }) => ({ row: top + (sheet.isTable ? row : 0), column: left }))
    .sort((a, b) => (a.column === b.column ? a.row - b.row : a.column - b.column));
  const ranges: CellRange[] = [];
  for (const { row: at, column } of cells) {
    const last = ranges.at(-1);
    if (last?.left === column && last.right === column && last.bottom === at - 1)
      ranges[ranges.length - 1] = { ...last, bottom: at };
    else if (last?.right === column - 1 && last.top === at && last.bottom === at)
      ranges[ranges.length - 1] = { ...last, right: column };
    else ranges.push({ top: at, bottom: at, left: column, right: column });
  }
  return ranges.map((range) => rangeOn(sheet, range));
}

/** Entries that are wrong and rules that are broken, entries still blank, rules to be looked at, and all of it in a sentence. */
function countRow(blocks: readonly WorkingBlock[], live: ReadonlySet<string>): CellInput[] {
  const sum = (terms: readonly string[]): string => (terms.length === 0 ? "0" : terms.join("+"));
  const broken = (severity: string): readonly string[] =>
    blocks.flatMap((block) =>
      block.rules
        .filter(({ rule }) => rule.severity === severity && live.has(rule.id))
        .map(({ rule }) => `COUNTIF(${withoutSheet(workingRange(block, `rule:${rule.id}`))},"不符")`),
    );
  const statuses = (mark: string): readonly string[] => blocks.map((block) => withoutSheet(statusCount(block, mark)));
  const [wrong, blank, doubtful] = [a1(0, 0), a1(0, 1), a1(0, 2)];
  const verdict = `IF(${wrong}+${blank}>0,"还有"&${wrong}&"处不符、"&${blank}&"格未填，改好再交",IF(${doubtful}>0,"没有不符；有"&${doubtful}&"处要核实，属实的写情况说明",${excelString("自查全部通过，可以上报")}))`;
  return [
    formula(sum([...statuses(marks.wrong), ...broken("错误")])),
    formula(sum(statuses(marks.blank))),
    formula(sum(broken("警告"))),
    formula(verdict),
  ];
}

/** How many entries of a form have a status of this kind. */
export function statusCount(block: WorkingBlock, mark: string): string {
  const [first, last] = [block.sheet.form.elements[0], block.sheet.form.elements.at(-1)];
  if (!first || !last) return "0";
  return `COUNTIF(${workingRange(block, `status:${first.name}`, `status:${last.name}`)},"${mark}*")`;
}

/** What 校验 shows in a row of the form's sheet. */
export function noteFormulas(block: WorkingBlock): readonly { readonly row: number; readonly formula: string }[] {
  return noteRows(block.sheet).flatMap((at) =>
    Array.from({ length: block.rows }, (_, row) => ({
      row: at + row,
      formula: `=${workingCell(block, `note:${String(at)}`, row)}`,
    })),
  );
}
