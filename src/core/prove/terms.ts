import { isZero, subtract, zero, type Exact } from "../../domain/exact";
import type { Figure, LineagePart } from "../../domain/figure";
import type { ProofCell, ProofRow, ProofTerm } from "../../domain/proof";
import { sourceColumns } from "../../definitions/source-columns";
import type { CompiledIndicator } from "../../definitions/compiled";
import type { NameReading } from "../../definitions/name-scope";
import { columnsOf } from "../../formula/columns-of";
import { evaluate } from "../../formula/evaluate";
import { explain } from "../../formula/explain";
import type { EvaluationScope, TotalTrace } from "../../formula/scope";
import type { Tree } from "../../formula/tree";
import type { Value } from "../../formula/value";
import { numberOf, textOf, isAbsent } from "../../formula/values";
import { cellText } from "./cell-text";
import type { cellRemarks } from "./cell-remarks";
import type { ProofSubject } from "./proof-subject";
import { shortText } from "./short-text";

/** Works out the terms of one figure's formula. */
export type TermOf = (part: LineagePart["part"], tree: Tree) => ProofTerm;

/**
 * The rows that were counted are known from the lineage: over them alone a total is what it was in the figure, and over
 * one of them what that row brings.
 */
export function termsOf(
  subject: ProofSubject,
  remarks: ReturnType<typeof cellRemarks>,
  compiled: CompiledIndicator,
  figure: Figure,
): TermOf {
  const { form } = compiled.indicator;
  return (part, tree) => {
    const counted = countedRows(figure, part);
    const reads: NameReading[] = [];
    const traces: TotalTrace[] = [];
    const names = subject.scope((reading) => reads.push(reading));
    const valueOver = (rows: EvaluationScope["rows"], trace?: (total: TotalTrace) => void): Value =>
      evaluate(tree, { ...names, ...(form !== undefined && { form }), ...(rows && { rows }), ...(trace && { trace }) });
    const value = valueOver(
      (name) => counted.get(name) ?? [],
      (total) => traces.push(total),
    );
    // Names inside a total's criteria only decide.
    const [read] = traces.length === 0 ? reads : [];
    const alone = (name: string, row: number): Exact | undefined =>
      exactOf(valueOver((other) => (other === name ? [row] : (counted.get(other) ?? []))));
    const base = traces.length > 0 ? (exactOf(valueOver(() => [])) ?? zero) : zero;
    const rows = traces.flatMap((total) => rowsOf(subject, remarks, compiled, figure, total, alone));
    const exact = exactOf(value);
    return {
      part,
      words: explain(tree, "zh"),
      ...(!isAbsent(value) && { text: value.type === "number" ? shortText(value.value) : textOf(value) }),
      ...(exact && { value: exact }),
      adds: traces.length > 0 && isZero(base) && isSum(exact, rows),
      rows,
      ...(read?.figure && { figure: read.figure.key }),
      ...(read?.parameter !== undefined && { parameter: read.parameter }),
    };
  };
}

const exactOf = (value: Value): Exact | undefined => (isAbsent(value) ? undefined : numberOf(value));

/** Whether the rows' own values make up the total. */
function isSum(total: Exact | undefined, rows: readonly ProofRow[]): boolean {
  if (!total) return false;
  const rest = rows.reduce<Exact | undefined>(
    (left, { counts }) => (left && counts ? subtract(left, counts) : undefined),
    total,
  );
  return rest !== undefined && isZero(rest);
}

function countedRows({ lineage }: Figure, part: LineagePart["part"]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, Set<number>>();
  for (const own of lineage) {
    if (own.part !== part) continue;
    const known = rows.get(own.form) ?? new Set();
    for (const row of own.rows) known.add(row);
    rows.set(own.form, known);
  }
  return new Map([...rows].map(([form, of]) => [form, [...of].sort((a, b) => a - b)]));
}

function rowsOf(
  subject: ProofSubject,
  remarks: ReturnType<typeof cellRemarks>,
  { filter }: CompiledIndicator,
  { slice }: Figure,
  { form, rows, values, criteria }: TotalTrace,
  alone: (form: string, row: number) => Exact | undefined,
): readonly ProofRow[] {
  const table = subject.collection.tables.get(form);
  if (!table) return [];
  const compiledForm = subject.definition.forms.get(form);
  const slicing = [...(filter ? columnsOf(filter).map(({ name }) => name) : []), ...slice.map(({ group }) => group)];
  const added = sourceColumns(compiledForm, values);
  const deciding = [...sourceColumns(compiledForm, [...criteria, ...slicing])].filter((column) => !added.has(column));
  return rows.flatMap((row): ProofRow[] => {
    const school = table.rows[row]?.school;
    if (!school) return [];
    const cell = (column: string, role: ProofCell["role"]): readonly ProofCell[] => {
      const reading = table.columns.get(column)?.[row];
      const text = reading ? cellText(reading) : school.attributes[column];
      if (!reading && text === undefined) return [];
      return [
        {
          column,
          role,
          ...(text !== undefined && { text }),
          ...(reading?.at && { at: reading.at }),
          remarks: remarks(reading?.at),
        },
      ];
    };
    const counts = alone(form, row);
    return [
      {
        form,
        school: school.code,
        schoolName: school.name,
        row,
        ...(counts && { counts }),
        cells: [
          ...[...added].flatMap((column) => cell(column, "value")),
          ...deciding.flatMap((column) => cell(column, "criterion")),
        ],
      },
    ];
  });
}
