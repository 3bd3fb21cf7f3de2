import { compare, integer, multiply } from "../../domain/exact";
import type { Figure, LineagePart } from "../../domain/figure";
import type { FigureProof, ProofTerm } from "../../domain/proof";
import { explain } from "../../formula/explain";
import { isTotalFunction } from "../../formula/totals";
import type { BinaryOperator, Tree } from "../../formula/tree";
import type { CompiledIndicator } from "../../definitions/compiled";
import { cellRemarks } from "./cell-remarks";
import { figureTitle } from "./figure-title";
import type { PrintedFigure, ProofSubject } from "./proof-subject";
import { shortText } from "./short-text";
import { termsOf, type TermOf } from "./terms";

/**
 * Proves figures of a report: the formula with its values, and below each of its totals the rows it counted, with cells,
 * corrections and explanations.
 * @throws Error when the report has no such figure
 */
export function figureProver(subject: ProofSubject): (key: string) => FigureProof {
  const remarks = cellRemarks(subject.collection, subject.findings);
  return (key) => {
    const figure = subject.figures.get(key);
    const compiled = figure && subject.definition.indicators.get(figure.indicator);
    if (!figure || !compiled) throw new Error(`the report has no figure ${key}`);
    return proofOfFigure(subject, compiled, figure, termsOf(subject, remarks, compiled, figure));
  };
}

function proofOfFigure(
  subject: ProofSubject,
  compiled: CompiledIndicator,
  figure: Figure,
  termOf: TermOf,
): FigureProof {
  const terms: ProofTerm[] = [];
  const printed = subject.printed(figure);
  const rounding = roundingText(figure, printed);
  const { definition } = compiled.indicator;
  const written = (part: LineagePart["part"], tree: Tree): string => writtenOut(tree, part, termOf, terms);
  const top = written("numerator", compiled.numerator);
  const bottom = compiled.denominator && written("denominator", compiled.denominator);
  return {
    key: figure.key,
    title: figureTitle(figure),
    printed: printed.text,
    words: formulaWords(compiled),
    written: [figureTitle(figure), scaled(compiled, top, bottom), ...results(figure, printed)].join(" = "),
    ...(rounding !== undefined && { rounding }),
    ...(definition !== undefined && { definition }),
    ...(figure.numerator && { numerator: figure.numerator }),
    ...(figure.denominator && { denominator: figure.denominator }),
    terms,
    comparisons: subject.comparisons(figure),
    coverage: figure.coverage,
    partial: figure.partial,
    reasons: figure.value.state === "withheld" ? figure.value.reasons : [],
  };
}

/** `在园幼儿数合计（办别=公办） ÷ 在园幼儿数合计`. */
function formulaWords(compiled: CompiledIndicator): string {
  const { numerator, denominator, filter } = compiled;
  const words = scaled(compiled, explain(numerator, "zh"), denominator && explain(denominator, "zh"));
  return filter ? `${words}（只算${explain(filter, "zh")}）` : words;
}

function scaled(
  { indicator, numerator, denominator }: CompiledIndicator,
  top: string,
  bottom: string | undefined,
): string {
  const bracketed = (text: string, tree: Tree | undefined): string => (tree?.node === "binary" ? `（${text}）` : text);
  const ratio = bottom === undefined ? top : `${bracketed(top, numerator)} ÷ ${bracketed(bottom, denominator)}`;
  return indicator.factor === 1 ? ratio : `${ratio} × ${String(indicator.factor)}`;
}

const signs: Readonly<Partial<Record<BinaryOperator, string>>> = {
  "*": "×",
  "/": "÷",
  "<>": "≠",
  "<=": "≤",
  ">=": "≥",
};

/** The formula with the value behind every total and name; what else has a value of its own is one term. */
function writtenOut(tree: Tree, part: LineagePart["part"], termOf: TermOf, terms: ProofTerm[]): string {
  const inner = (below: Tree): string => {
    const text = writtenOut(below, part, termOf, terms);
    return below.node === "binary" ? `（${text}）` : text;
  };
  switch (tree.node) {
    case "number":
    case "text":
    case "boolean":
      return explain(tree, "zh");
    case "sign":
      return `${tree.operator}${inner(tree.operand)}`;
    case "binary":
      return `${inner(tree.left)} ${signs[tree.operator] ?? tree.operator} ${inner(tree.right)}`;
    case "call":
    case "name":
    case "column":
    case "fields": {
      const term = termOf(part, tree);
      terms.push(term);
      const isWords = tree.node === "call" && isTotalFunction(tree.name) && term.value === undefined;
      return term.text === undefined || isWords ? term.words : `${term.words} ${term.text}`;
    }
  }
}

const hundred = integer(100);

/** The value before rounding, and as printed where that says something else. */
function results(figure: Figure, printed: PrintedFigure): readonly string[] {
  const exact = unroundedText(figure, printed);
  if (exact === undefined) return [printed.text];
  // Another word for the unit (平方米 for ㎡) says nothing else.
  if (printed.text.startsWith(exact) && !/^[\d.万亿]/u.test(printed.text.slice(exact.length))) return [printed.text];
  const text = `${exact}${printed.text.endsWith("%") ? "%" : figure.unit}`;
  return isRounded(figure, printed) ? [`${text} ≈ ${printed.text}`] : [text, printed.text];
}

function roundingText(figure: Figure, printed: PrintedFigure): string | undefined {
  const exact = unroundedText(figure, printed);
  if (exact === undefined || !isRounded(figure, printed)) return undefined;
  return `未修约${exact}${printed.text.endsWith("%") ? "%" : figure.unit}，印作${printed.text}`;
}

const isRounded = ({ value }: Figure, printed: PrintedFigure): boolean =>
  value.state === "number" && (!printed.value || compare(value.value, printed.value) !== 0);

/** A rate in per cent where it is printed so. */
function unroundedText({ value }: Figure, { text }: PrintedFigure): string | undefined {
  if (value.state !== "number") return undefined;
  return shortText(text.endsWith("%") ? multiply(value.value, hundred) : value.value);
}
