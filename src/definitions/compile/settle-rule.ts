import { isColumn, nodes } from "../../formula/columns-of";
import { nearestName } from "../../formula/nearest-name";
import { parseFormula } from "../../formula/parse-formula";
import { printFormula } from "../../formula/print-formula";
import { renamed } from "../../formula/rename";
import type { Tree } from "../../formula/tree";
import type { RuleRow, ValidationRule } from "../definition";
import type { FormulaRule, LibraryRule } from "../rule-library/library-rule";
import type { CellOfTable, Faults } from "./faults";
import type { KnownNames } from "./known-names";

type RuleColumn = "library" | "binds";

/**
 * A row of 方案·校验 with what it picks from the library filled in, in the definition's own names.
 * Undefined after a fault.
 */
export function settleRule(
  row: RuleRow,
  index: number,
  library: ReadonlyMap<string, LibraryRule>,
  known: KnownNames,
  faults: Faults,
): ValidationRule | undefined {
  const add = (column: RuleColumn, message: string): undefined => {
    faults.add({ table: "rules", row: index, column }, message);
  };
  if (row.library === undefined) {
    if (Object.keys(row.binds).length > 0) add("binds", "没有写库规则，对应没有用处。→ 写库规则的编号，或清空对应");
    return complete(row);
  }
  const rule = library.get(row.library);
  if (rule === undefined) return add("library", unknownRule(row.library, library));
  if (rule.by === "reader")
    return add("library", `库规则“${rule.id}”（${rule.says}）在读取时检查，一直启用，不用写进校验。→ 删去这一行`);
  if (!known.forms.has(row.form)) return undefined;
  const wrong = [...uselessBinds(row, rule), ...namesNotFound(row, rule, known)];
  for (const message of wrong) add("binds", message);
  return wrong.length > 0 ? undefined : writtenOut(row, library);
}

/**
 * A rule with what it picks filled in, unchecked, for showing it.
 * @throws Error when it picks no formula of the library: settling has refused such a rule before
 */
export function writtenOut(row: RuleRow, library: ReadonlyMap<string, LibraryRule>): ValidationRule {
  const picked = row.library === undefined ? undefined : library.get(row.library);
  return complete(picked?.by === "formula" ? { ...inOwnNames(picked, row.binds), ...row } : row);
}

/** Where to show a fault of one part of a rule: parts taken from the library have no text in their own cell. */
export function ruleCell(
  row: RuleRow,
  rule: ValidationRule,
  index: number,
  column: "when" | "formula" | "message",
): CellOfTable {
  if (row.library === undefined || row[column] !== undefined) return { table: "rules", row: index, column };
  const about = `库规则“${row.library}”的${partNames[column]}“${rule[column] ?? ""}”：`;
  return { table: "rules", row: index, column: "library", about };
}

const partNames = { when: "适用", formula: "公式", message: "提示" } as const;

/** @throws Error for a row the schema would have refused */
function complete({ binds: _, ...row }: Partial<ValidationRule> & RuleRow): ValidationRule {
  const { says, severity, formula, ifMissing, instruction } = row;
  if (says === undefined || severity === undefined || formula === undefined || instruction === undefined)
    throw new Error(`rule ${row.id} is neither written out nor picked from the library`);
  return { ...row, says, severity, formula, ifMissing: ifMissing ?? "不判", instruction };
}

function unknownRule(id: string, library: ReadonlyMap<string, LibraryRule>): string {
  const checks = [...library.values()].flatMap(({ rule, id: check }) => (rule === id ? [check] : []));
  if (checks.length > 0) return `规则库里“${id}”分成${checks.join("、")}。→ 写其中一个`;
  const near = nearestName(id, library.keys());
  return `规则库里没有“${id}”。→ ${near === undefined ? "核对编号" : `是不是“${near}”？`}`;
}

function uselessBinds({ binds }: RuleRow, { id, columns, forms }: FormulaRule): readonly string[] {
  const names = [...Object.keys(columns), ...Object.keys(forms ?? {})];
  return Object.keys(binds)
    .filter((name) => !names.includes(name))
    .map((name) => `库规则“${id}”里没有“${name}”。→ 可以对应的有：${names.join("、")}`);
}

/** Names of the library rule's parts in use that the definition does not know, even as they are bound. */
function namesNotFound(row: RuleRow, rule: FormulaRule, known: KnownNames): readonly string[] {
  const inUse = [row.when === undefined ? rule.when : undefined, row.formula === undefined ? rule.formula : undefined];
  const read = inUse.flatMap((text) => (text === undefined ? [] : columnsRead(libraryTree(text))));
  const messages = read.flatMap(({ form, column }) => nameNotFound(row, rule, known, form, column));
  return [...new Set(messages)];
}

function nameNotFound(
  { form: own, binds }: RuleRow,
  { id, columns, forms }: FormulaRule,
  known: KnownNames,
  form: string | undefined,
  column: string,
): readonly string[] {
  const formName = form === undefined ? own : boundName(form, binds);
  const found = known.forms.get(formName);
  if (form !== undefined && !found)
    return [missingName(`库规则“${id}”的表`, form, forms?.[form], binds[form], "方案里没有", known.forms.keys())];
  if (!found || found.columns.has(boundName(column, binds))) return [];
  const place = `表“${formName}”没有`;
  return [missingName(`库规则“${id}”的列`, column, columns[column], binds[column], place, found.columns)];
}

function missingName(
  what: string,
  name: string,
  meaning: string | undefined,
  bound: string | undefined,
  place: string,
  candidates: Iterable<string>,
): string {
  const near = nearestName(bound ?? name, candidates);
  const told = `${what}“${name}”${meaning === undefined || meaning === name ? "" : `（${meaning}）`}`;
  const said = bound === undefined ? `${place}这个名称` : `对应的“${bound}”${place}`;
  return `${told}：${said}。→ 在“对应”里写 ${name}=${near ?? "本方案的名称"}`;
}

const boundName = (name: string, binds: Readonly<Record<string, string>>): string =>
  Object.hasOwn(binds, name) ? (binds[name] ?? name) : name;

function columnsRead(tree: Tree): readonly { readonly form?: string; readonly column: string }[] {
  return [...nodes(tree)].flatMap((node) => {
    if (isColumn(node)) return [{ column: node.name, ...(node.form !== undefined && { form: node.form }) }];
    return node.node === "fields" ? [{ column: node.from }, { column: node.to }] : [];
  });
}

/** @throws Error for a formula of the library that does not parse */
function libraryTree(text: string): Tree {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`the rule library holds a formula that does not parse: ${text}`);
  return parsed.value;
}

function inOwnNames(rule: FormulaRule, binds: Readonly<Record<string, string>>): Partial<ValidationRule> {
  const rename = (name: string): string => boundName(name, binds);
  const own = (text: string): string => printFormula(renamed(libraryTree(text), rename));
  const { says, severity, when, formula, tolerance, ifMissing, message, instruction, source } = rule;
  return {
    says,
    severity,
    formula: own(formula),
    ifMissing,
    instruction,
    source,
    ...(when !== undefined && { when: own(when) }),
    ...(tolerance !== undefined && { tolerance }),
    ...(message !== undefined && {
      message: message.replace(/\{\[([^\]]*)\]\}/gu, (_, column: string) => `{[${rename(column)}]}`),
    }),
  };
}
