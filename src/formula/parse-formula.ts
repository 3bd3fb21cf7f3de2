import { divide, integer } from "../domain/exact";
import { type Result, ok, problem } from "../domain/result";
import { callShapes, fits, misplacedFields } from "./call-shapes";
import type { Diagnostic, DiagnosticCode } from "./diagnostic";
import { firstNames, nearestName } from "./nearest-name";
import { type Token, tokens } from "./tokens";
import { type BinaryOperator, type Extent, type FunctionName, type Tree, functionNames } from "./tree";

const longestFormula = 1000;
const deepestFormula = 32;

/**
 * Reads a formula as typed in a cell. The diagnostics' positions count characters of `text` from 1, `=` included.
 * All unknown functions are named at once (E-N03); anything else stops the reading at its first fault.
 */
export function parseFormula(text: string): Result<Tree, readonly Diagnostic[]> {
  if (text.length > longestFormula)
    return problem([{ code: "E-P04", at: longestFormula + 1, parts: { x: String(longestFormula) } }]);
  const cut = tokens(text);
  if (!cut.ok) return problem([cut.problem]);
  return new Parser(text, cut.value).formula();
}

const bindings: Readonly<Record<string, number>> = {
  "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1,
  "&": 2,
  "+": 3, "-": 3,
  "*": 4, "/": 4,
}; // prettier-ignore
const comparisonBinding = 1;

const functionsByName: ReadonlyMap<string, FunctionName> = new Map(functionNames.map((name) => [name, name]));

/** Operator-precedence parser. A method that gives undefined has put its fault into `faults`. */
class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;
  private readonly faults: Diagnostic[] = [];

  constructor(text: string, cut: readonly Token[]) {
    this.text = text;
    this.tokens = cut;
  }

  formula(): Result<Tree, readonly Diagnostic[]> {
    this.skip("=");
    const tree = this.expression(comparisonBinding);
    const rest = this.peek();
    if (tree && rest) this.fail(isSymbol(rest, ")") ? "E-P02" : "E-P01", rest);
    const fields = tree && misplacedFields(tree);
    if (fields) this.failAt("E-P01", fields.at);
    return tree && this.faults.length === 0 ? ok(tree) : problem(this.faults);
  }

  private expression(least: number): Tree | undefined {
    let left = this.unary();
    let compared = false;
    while (left) {
      const operator = this.peek();
      const binding = operator?.token === "symbol" ? bindings[operator.value] : undefined;
      if (!operator || binding === undefined || binding < least) return left;
      if (binding === comparisonBinding && compared) return this.fail("E-P03", operator);
      compared = binding === comparisonBinding;
      this.position += 1;
      const right = this.expression(binding + 1);
      if (!right) return undefined;
      left = {
        node: "binary",
        operator: operator.value as BinaryOperator,
        left,
        right,
        at: { start: left.at.start, end: right.at.end },
      };
    }
    return undefined;
  }

  private unary(): Tree | undefined {
    const sign = this.peek();
    if (sign?.token !== "symbol" || (sign.value !== "-" && sign.value !== "+")) return this.primary();
    this.position += 1;
    const operand = this.nested(sign, () => this.unary());
    return (
      operand && { node: "sign", operator: sign.value, operand, at: { start: sign.at.start, end: operand.at.end } }
    );
  }

  private primary(): Tree | undefined {
    const token = this.take();
    if (!token) return this.fail("E-P01");
    switch (token.token) {
      case "number":
        return this.percentage(token);
      case "text":
        return { node: "text", value: token.value, at: token.at };
      case "name":
        return this.afterName(token);
      case "symbol":
        if (token.value === "[") return this.column(undefined, token, token.at.start);
        if (token.value === "(") return this.nested(token, () => this.closed(token));
        return this.fail(token.value === ")" && this.depth === 0 ? "E-P02" : "E-P01", token);
    }
  }

  private percentage(token: Extract<Token, { token: "number" }>): Tree {
    const sign = this.skip("%");
    if (!sign) return { node: "number", value: token.value, at: token.at };
    const value = divide(token.value, integer(100)) ?? token.value;
    return { node: "number", value, at: { start: token.at.start, end: sign.at.end } };
  }

  private closed(opening: Token): Tree | undefined {
    const inner = this.expression(comparisonBinding);
    return inner && this.closing(opening) ? inner : undefined;
  }

  private afterName(token: Extract<Token, { token: "name" }>): Tree | undefined {
    const bracket = this.skip("[");
    if (bracket) return this.column(token.value, bracket, token.at.start);
    const opening = this.skip("(");
    if (opening) return this.nested(token, () => this.call(token, opening));
    const word = token.value.toUpperCase();
    if (word === "TRUE" || word === "FALSE") return { node: "boolean", value: word === "TRUE", at: token.at };
    return { node: "name", name: token.value, at: token.at };
  }

  private call(word: Extract<Token, { token: "name" }>, opening: Token): Tree | undefined {
    const parts = this.callArguments(opening);
    if (!parts) return undefined;
    const name = functionsByName.get(word.value.toUpperCase());
    const at = { start: word.at.start, end: parts.end };
    if (name === undefined) {
      const near = nearestName(word.value, functionNames);
      const hint = near === undefined ? { known: firstNames(functionNames) } : { near };
      this.faults.push({ code: "E-N03", at: word.at.start + 1, parts: { x: word.value, ...hint } });
      return { node: "name", name: word.value, at };
    }
    this.checkShape(name, parts.trees, at);
    return { node: "call", name, arguments: parts.trees, at };
  }

  private callArguments(opening: Token): { readonly trees: readonly Tree[]; readonly end: number } | undefined {
    const trees: Tree[] = [];
    const empty = this.skip(")");
    if (empty) return { trees, end: empty.at.end };
    do {
      const tree = this.expression(comparisonBinding);
      if (!tree) return undefined;
      trees.push(tree);
    } while (this.skip(","));
    const end = this.closing(opening);
    return end && { trees, end: end.at.end };
  }

  private checkShape(name: FunctionName, trees: readonly Tree[], at: Extent): void {
    const shape = callShapes[name];
    const unpaired = shape.parity !== undefined && trees.length % 2 !== (shape.parity === "odd" ? 1 : 0);
    if (trees.length < shape.least || trees.length > shape.most || unpaired) {
      this.failAt("E-P01", { start: at.end - 1, end: at.end });
      return;
    }
    const misplaced = trees.find((tree, index) => !fits(tree, shape.role(index)));
    if (misplaced) this.failAt("E-P01", misplaced.at);
  }

  private column(form: string | undefined, bracket: Token, start: number): Tree | undefined {
    const thisRow = this.skip("@") !== undefined;
    if (thisRow && form === undefined && this.skip("[")) return this.fields(bracket);
    const name = this.columnName(bracket);
    const end = name === undefined ? undefined : this.bracket("]", bracket);
    if (name === undefined || !end) return undefined;
    return { node: "column", ...(form === undefined ? {} : { form }), name, thisRow, at: { start, end: end.at.end } };
  }

  /** The rest of `[@[一年级]:[六年级]]`. */
  private fields(bracket: Token): Tree | undefined {
    const from = this.columnName(bracket);
    if (from === undefined || !this.bracket("]", bracket) || !this.bracket(":", bracket) || !this.bracket("[", bracket))
      return undefined;
    const to = this.columnName(bracket);
    const end = to === undefined ? undefined : this.bracket("]", bracket) && this.bracket("]", bracket);
    return to === undefined || !end
      ? undefined
      : { node: "fields", from, to, at: { start: bracket.at.start, end: end.at.end } };
  }

  private columnName(bracket: Token): string | undefined {
    const token = this.take();
    if (token?.token === "name") return token.value;
    if (token) this.fail("E-P01", token);
    else this.fail("E-L01", bracket);
    return undefined;
  }

  private bracket(symbol: string, opening: Token): Token | undefined {
    const found = this.skip(symbol);
    const next = this.peek();
    if (!found) this.fail(next ? "E-P01" : "E-L01", next ?? opening);
    return found;
  }

  private closing(opening: Token): Token | undefined {
    const found = this.skip(")");
    const next = this.peek();
    if (!found) this.fail(next ? "E-P01" : "E-P02", next ?? opening);
    return found;
  }

  private nested(token: Token, parse: () => Tree | undefined): Tree | undefined {
    if (this.depth === deepestFormula) {
      this.faults.push({ code: "E-P04", at: token.at.start + 1, parts: { x: String(deepestFormula) } });
      return undefined;
    }
    this.depth += 1;
    const tree = parse();
    this.depth -= 1;
    return tree;
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private take(): Token | undefined {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private skip(symbol: string): Token | undefined {
    const token = this.peek();
    return token && isSymbol(token, symbol) ? this.take() : undefined;
  }

  /** Without a token the text has ended where something was still to come. */
  private fail(code: DiagnosticCode, token?: Token): undefined {
    this.failAt(code, token?.at ?? { start: this.text.length, end: this.text.length });
  }

  private failAt(code: DiagnosticCode, at: Extent): void {
    this.faults.push({ code, at: at.start + 1, parts: { x: this.text.slice(at.start, at.end) } });
  }
}

const isSymbol = (token: Token, symbol: string): boolean => token.token === "symbol" && token.value === symbol;
