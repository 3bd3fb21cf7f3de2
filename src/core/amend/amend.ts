import { isAnsweredFor, type Casework, type Correction } from "../../domain/casework";
import { cellKey, type CellAddress, type Reading, type Scalar } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import type { Finding, FindingCode } from "../../domain/finding";
import { inOrder } from "../../domain/finding-order";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { Code, DataElement } from "../../definitions/definition";
import { outdated, replaced, unconfirmed, unmatched, valueRefused } from "./finding-words";

/** How texts become readings and back: the rules by which schools' cells are read, values in the unit they are kept in. */
export interface CellLanguage {
  readonly read: (text: string, element: DataElement, codes: readonly Code[]) => Reading;
  readonly text: (value: Scalar) => string;
}

/** Findings about what one cell says: a correction of that cell settles them. What the file itself said stays in its ledger. */
const settledByCorrection: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "cell-not-number",
  "cell-text-number",
  "cell-spaces",
  "cell-not-whole",
  "cell-error-value",
  "cell-out-of-range",
  "cell-not-in-code-list",
  "cell-not-date",
  "cell-required",
  "code-damaged",
]);

/**
 * The collection with the corrections that count in place of what schools sent. The originals are kept in `corrected`;
 * findings about the corrected cells themselves are settled and left out. Without corrections it is the same collection.
 */
export function amend(
  definition: CompiledDefinition,
  collection: Collection,
  { corrections }: Casework,
  language: CellLanguage,
): Collection {
  if (corrections.length === 0) return collection;
  const judged = corrections.map((correction) => judge(definition, collection, correction, language));
  const last = new Map(
    judged.flatMap((one) => (one.verdict === "counts" ? [[placeKey(one.place), one] as const] : [])),
  );
  const counting = [...last.values()];
  const findings = judged.flatMap((one) => {
    if (one.verdict === "refused") return [one.finding];
    return last.get(placeKey(one.place)) === one
      ? []
      : [findingOf("correction-unmatched", one.correction, one.at, replaced(one.correction, one.at))];
  });
  const corrected = new Map(
    counting.map(({ at, correction, received }) => [cellKey(at), { correction, received }] as const),
  );
  const isSettled = ({ code, at }: Finding): boolean =>
    at !== undefined && settledByCorrection.has(code) && corrected.has(cellKey(at));
  return {
    ...collection,
    tables: new Map([...collection.tables].map(([form, table]) => [form, withReadings(table, counting)])),
    findings: inOrder([...collection.findings.filter((one) => !isSettled(one)), ...findings], collection.schools),
    ...(corrected.size > 0 && { corrected }),
  };
}

interface Place {
  readonly form: string;
  readonly element: string;
  readonly row: number;
}

interface Counting {
  readonly verdict: "counts";
  readonly correction: Correction;
  readonly place: Place;
  readonly at: CellAddress;
  readonly received: Reading;
  readonly now: Reading;
}

type Judged = Counting | { readonly verdict: "refused"; readonly finding: Finding };

const placeKey = ({ form, element, row }: Place): string => `${form}\u0000${element}\u0000${String(row)}`;

function judge(
  definition: CompiledDefinition,
  collection: Collection,
  correction: Correction,
  language: CellLanguage,
): Judged {
  const refused = (code: FindingCode, at: CellAddress | undefined, words: Words): Judged => ({
    verdict: "refused",
    finding: findingOf(code, correction, at, words),
  });
  const found = findCell(definition, collection, correction, language);
  const at = found?.received.at;
  if (correction.now === "" || !isAnsweredFor(correction))
    return refused("correction-unconfirmed", at, unconfirmed(correction, at));
  if (!found || !at) return refused("correction-unmatched", at, unmatched(correction));
  const { element, received, place } = found;
  const codes = definition.codes.get(element.codes ?? "") ?? [];
  const says = (reading: Reading): string => readingText(reading, language);
  if (says(language.read(correction.was, element, codes)) !== says(received))
    return refused("correction-outdated", at, outdated(correction, at, says(received)));
  const now = language.read(correction.now, element, codes);
  if (now.state === "unreadable" || now.state === "missing")
    return refused("casework-unreadable", at, valueRefused(correction, at));
  return { verdict: "counts", correction, place, at, received, now: { ...bare(now), at } };
}

/** Only what a reading of the state has: the reader may say more. */
function bare(reading: Exclude<Reading, { readonly state: "missing" | "unreadable" }>): typeof reading {
  return reading.state === "reported" ? { state: "reported", value: reading.value } : { state: "not-applicable" };
}

type Words = Pick<Finding, "severity" | "message" | "instruction">;

const findingOf = (
  code: FindingCode,
  { school, form, element }: Correction,
  at: CellAddress | undefined,
  words: Words,
): Finding => ({ code, school, form, element, ...(at && { at }), ...words });

interface FoundCell {
  readonly element: DataElement;
  readonly place: Place;
  readonly received: Reading;
}

/** The one cell a correction means; undefined where there is none, or several that its keys do not tell apart. */
function findCell(
  definition: CompiledDefinition,
  { tables }: Collection,
  { school, form, element: name, key }: Correction,
  language: CellLanguage,
): FoundCell | undefined {
  const [compiled, table] = [definition.forms.get(form), tables.get(form)];
  const element = compiled?.elements.find((candidate) => candidate.name === name);
  const readings = table?.columns.get(name);
  if (!compiled || !table || !element || !readings) return undefined;
  const keys = compiled.form.keys.slice(1);
  const hasKey = (row: number): boolean =>
    key.length === 0 || keys.every((column, index) => textAt(table, column, row, language) === key[index]);
  const rows = table.rows.flatMap((row, index) =>
    row.filed && row.school.code === school && hasKey(index) ? [index] : [],
  );
  const [row] = rows;
  const received = row === undefined || rows.length > 1 ? undefined : readings[row];
  return row === undefined || !received ? undefined : { element, place: { form, element: name, row }, received };
}

const textAt = ({ columns }: FormTable, column: string, row: number, language: CellLanguage): string =>
  readingText(columns.get(column)?.[row] ?? { state: "missing" }, language);

function readingText(reading: Reading, language: CellLanguage): string {
  switch (reading.state) {
    case "reported":
      return language.text(reading.value);
    case "missing":
      return "";
    case "not-applicable":
      return "—";
    case "unreadable":
      return reading.raw;
  }
}

function withReadings(table: FormTable, counting: readonly Counting[]): FormTable {
  const own = counting.filter(({ place }) => place.form === table.form);
  if (own.length === 0) return table;
  const changes = new Map(own.map((one) => [placeKey(one.place), one.now]));
  const columns = [...table.columns].map(([element, readings]) => {
    if (own.every(({ place }) => place.element !== element)) return [element, readings] as const;
    return [
      element,
      readings.map((reading, row) => changes.get(placeKey({ form: table.form, element, row })) ?? reading),
    ] as const;
  });
  return { ...table, columns: new Map(columns) };
}
