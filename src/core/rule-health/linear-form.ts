import { type Exact, add, divide, isZero, multiply, negate, one, zero } from "../../domain/exact";
import { columnsOf, nodes } from "../../formula/columns-of";
import { printFormula } from "../../formula/print-formula";
import type { Tree } from "../../formula/tree";

/** Σ coefficient × variable + constant. No coefficient is zero. */
export interface LinearForm {
  readonly terms: ReadonlyMap<string, Exact>;
  readonly constant: Exact;
}

/** What the names of a row's formula stand for. */
export interface RowWords {
  /** Fields that hold a number or a day. */
  readonly isNumber: (column: string) => boolean;
  readonly derived: ReadonlyMap<string, Tree>;
  readonly between: (from: string, to: string) => readonly string[];
  readonly parameter: (name: string) => Exact | undefined;
}

/**
 * A row's expression as a linear form over its fields. A part that is not linear (a quotient, a total over other rows, 上年)
 * becomes one unknown number of its own, the same wherever it is written the same. Undefined for what is no number.
 */
export function linearForm(tree: Tree, words: RowWords): LinearForm | undefined {
  switch (tree.node) {
    case "text":
    case "boolean":
    case "fields":
      return undefined;
    case "number":
      return constantForm(tree.value);
    case "name": {
      const value = words.parameter(tree.name);
      return value ? constantForm(value) : unknownForm(tree);
    }
    case "column":
      return columnForm(tree, words);
    case "sign": {
      const operand = linearForm(tree.operand, words);
      return operand && (tree.operator === "-" ? scaled(operand, negate(one)) : operand);
    }
    case "binary":
      return operationForm(tree, words);
    case "call":
      return callForm(tree, words);
  }
}

export const constantForm = (constant: Exact): LinearForm => ({ terms: new Map(), constant });

export function sum(a: LinearForm, b: LinearForm): LinearForm {
  const terms = new Map(a.terms);
  for (const [name, coefficient] of b.terms) {
    const both = add(terms.get(name) ?? zero, coefficient);
    if (isZero(both)) terms.delete(name);
    else terms.set(name, both);
  }
  return { terms, constant: add(a.constant, b.constant) };
}

export const scaled = ({ terms, constant }: LinearForm, by: Exact): LinearForm =>
  isZero(by)
    ? constantForm(zero)
    : {
        terms: new Map([...terms].map(([name, coefficient]) => [name, multiply(coefficient, by)])),
        constant: multiply(constant, by),
      };

export const difference = (a: LinearForm, b: LinearForm): LinearForm => sum(a, scaled(b, negate(one)));

const variableForm = (name: string): LinearForm => ({ terms: new Map([[name, one]]), constant: zero });

/** No field is called so: a name of a field has no `?`. */
const unknownForm = (tree: Tree): LinearForm => variableForm(`?${printFormula(tree)}`);

function columnForm(tree: Extract<Tree, { readonly node: "column" }>, words: RowWords): LinearForm | undefined {
  if (tree.form !== undefined) return unknownForm(tree);
  if (!words.isNumber(tree.name)) return undefined;
  const formula = words.derived.get(tree.name);
  return formula ? linearForm(formula, words) : variableForm(tree.name);
}

function operationForm(tree: Extract<Tree, { readonly node: "binary" }>, words: RowWords): LinearForm | undefined {
  const [left, right] = [linearForm(tree.left, words), linearForm(tree.right, words)];
  if (!left || !right) return undefined;
  switch (tree.operator) {
    case "+":
      return sum(left, right);
    case "-":
      return difference(left, right);
    case "*":
      return left.terms.size === 0
        ? scaled(right, left.constant)
        : right.terms.size === 0
          ? scaled(left, right.constant)
          : unknownForm(tree);
    case "/": {
      const by = right.terms.size === 0 ? divide(one, right.constant) : undefined;
      return by ? scaled(left, by) : unknownForm(tree);
    }
    default:
      return undefined;
  }
}

function callForm(tree: Extract<Tree, { readonly node: "call" }>, words: RowWords): LinearForm | undefined {
  const [first, instead] = tree.arguments;
  if (tree.name === "IFBLANK" && first && instead) return filledForm(tree, first, instead, words);
  if (tree.name !== "SUM" || columnsOf(tree).some(({ thisRow }) => !thisRow)) return unknownForm(tree);
  const parts = tree.arguments.flatMap((part) =>
    part.node === "fields"
      ? words
          .between(part.from, part.to)
          .map((name) => columnForm({ ...part, node: "column", name, thisRow: true }, words))
      : [linearForm(part, words)],
  );
  const forms = parts.filter((part) => part !== undefined);
  return forms.length < parts.length ? unknownForm(tree) : forms.reduce(sum, constantForm(zero));
}

/** Of a field that counts as 0 when blank; the field's range holds that 0 (see `mayCountAsZero`). */
function filledForm(tree: Tree, field: Tree, instead: Tree, words: RowWords): LinearForm | undefined {
  const isField = field.node === "column" && field.form === undefined && !words.derived.has(field.name);
  return isField && instead.node === "number" && isZero(instead.value) ? linearForm(field, words) : unknownForm(tree);
}

/** Whether a formula takes a cell that is blank or — for 0: IFBLANK, and a sum, which skips —. */
export const mayCountAsZero = (tree: Tree): boolean =>
  Array.from(nodes(tree)).some((node) => node.node === "call" && (node.name === "IFBLANK" || node.name === "SUM"));
