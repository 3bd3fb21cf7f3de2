import { type ColumnNode, columnsOf, nodes } from "./columns-of";
import type { Diagnostic, DiagnosticCode } from "./diagnostic";
import { type ColumnType, type FormTyping, type TypingScope, typeText } from "./formula-type";
import { firstNames, nearestName } from "./nearest-name";
import type { Tree } from "./tree";
import { type Refusal, type WorkingType } from "./type-algebra";

/** Where typing stands. `total` is the form of the total it is inside of. */
export interface Context {
  readonly scope: TypingScope;
  readonly faults: Diagnostic[];
  readonly total?: string;
}

/** Gives undefined after a fault has been told, so that one fault is told once. */
export type Infer = (tree: Tree, context: Context) => WorkingType | undefined;

export function tell(
  context: Context,
  code: DiagnosticCode,
  tree: Tree,
  parts: Readonly<Record<string, string>> = {},
): undefined {
  context.faults.push({ code, at: tree.at.start + 1, parts });
}

export function tellRefusal(context: Context, refusal: Refusal, tree: Tree, a: WorkingType, b: WorkingType): undefined {
  switch (refusal.code) {
    case "E-U01":
      return tell(context, "E-U01", tree, { a: workingText(a), b: workingText(b), operation: refusal.verb });
    case "E-U02":
      return tell(context, "E-U02", tree);
    case "E-U04":
      return tell(context, "E-U04", tree, { x: workingText(a), dim: refusal.dimension });
  }
}

/** Whether an error was told since `told` faults were known: notices leave a formula its type. */
export const hasFailed = ({ faults }: Context, told = 0): boolean =>
  faults.slice(told).some(({ code }) => code.startsWith("E"));

export const workingText = (type: WorkingType): string =>
  type.kind === "积" ? `量[${type.units.join("·")}]` : typeText(type);

/** The parts of a message that suggests a name: `near`, or, when nothing is close, the `known` names. */
export function suggestion(x: string, candidates: Iterable<string>): Readonly<Record<string, string>> {
  const names = [...candidates];
  const near = nearestName(x, names);
  if (near !== undefined) return { x, near };
  return names.length === 0 ? { x } : { x, known: firstNames(names) };
}

/** The form a column of the formula's own place belongs to. */
export function ownForm({ at }: TypingScope): string | undefined {
  return at.place === "condition" ? undefined : at.form;
}

function formTyping(form: string, context: Context, tree: Tree, column: string): FormTyping | undefined {
  const typing = context.scope.forms.get(form);
  const near = nearestName(form, context.scope.forms.keys());
  return (
    typing ??
    tell(context, "E-N02", tree, { form, x: column, ...(near === undefined ? {} : { near: `${near}[${column}]` }) })
  );
}

export function columnType(form: string, column: string, context: Context, tree: Tree): ColumnType | undefined {
  const typing = formTyping(form, context, tree, column);
  if (!typing) return undefined;
  const found = typing.columns.get(column);
  return found ?? tell(context, "E-N02", tree, { form, ...suggestion(column, typing.columns.keys()) });
}

/** Whether a value of a total is taken row by row. */
export function runsDown(tree: Tree, { scope, total }: Context): boolean {
  if (scope.at.place === "total" && total === undefined)
    return Array.from(nodes(tree)).some(({ node }) => node === "column" || node === "fields");
  return wholeColumns(tree).length > 0;
}

export const wholeColumns = (tree: Tree): readonly ColumnNode[] => columnsOf(tree).filter((column) => !column.thisRow);
