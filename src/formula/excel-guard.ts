/** An Excel expression with the conditions under which it does not hold. */
export interface Printed {
  readonly text: string;
  /** How tightly the expression binds: 1 comparison, 2 &, 3 + -, 4 * /, 5 sign, 6 anything closed. */
  readonly binding: number;
  /** Excel conditions: one of them true means 缺报. They never err on blanks. */
  readonly missing: readonly string[];
  /** One of them true, and none of `missing`, means 不适用. */
  readonly inapplicable: readonly string[];
  /** True when `text` itself gives an empty text for 缺报 and — for 不适用. */
  readonly selfGuarded?: true;
  /** Of a truth: what to say when it is true, false, 缺报, 不适用. Absent where the plain guard will do. */
  readonly decide?: Decide;
}

type Decide = (yes: string, no: string, whenMissing: string, whenInapplicable: string) => string;

export const closedBinding = 6;
export const closed = (text: string, of: readonly Printed[] = []): Printed => ({
  text,
  binding: closedBinding,
  ...absences(of),
});

export const bound = (part: Printed, least: number): string => (part.binding < least ? `(${part.text})` : part.text);

/**
 * Whether a cell is blank or holds an empty text. Spelled with LEN and not as `=""`, which some engines answer from an index
 * in which 0 counts as empty.
 */
export const isEmpty = (text: string): string => `LEN(${text})=0`;
export const isFilled = (text: string): string => `LEN(${text})>0`;

/** A value is 缺报 or 不适用 when any of its operands is. */
export const absences = (parts: readonly Printed[]): Pick<Printed, "missing" | "inapplicable"> => ({
  missing: [...new Set(parts.flatMap(({ missing }) => missing))],
  inapplicable: [...new Set(parts.flatMap(({ inapplicable }) => inapplicable))],
});

const isAlwaysThere = ({ missing, inapplicable }: Printed): boolean => missing.length + inapplicable.length === 0;

/** One condition for several alternatives; FALSE for none. */
export function anyOf(conditions: readonly string[]): string {
  if (conditions.length === 0) return "FALSE";
  return conditions.length === 1 ? (conditions[0] ?? "FALSE") : `OR(${conditions.join(",")})`;
}

/** `IF(缺报,a,IF(不适用,b,text))`, without the branches that cannot happen. */
export function guarded(part: Printed, whenMissing: string, whenInapplicable: string, text = part.text): string {
  if (whenMissing === whenInapplicable) return unless([...part.missing, ...part.inapplicable], whenMissing, text);
  return unless(part.missing, whenMissing, unless(part.inapplicable, whenInapplicable, text));
}

/** A value as a cell holds it: empty for 缺报, — (or, for figures, empty) for 不适用. */
export function wholeText(part: Printed, whenInapplicable: string): string {
  const passesDash = whenInapplicable === '"—"';
  if (part.selfGuarded && passesDash) return part.text;
  const isCell = part.inapplicable.length === 1 && part.inapplicable[0] === `${part.text}="—"`;
  return guarded(isCell && passesDash ? { ...part, inapplicable: [] } : part, '""', whenInapplicable);
}

const unless = (conditions: readonly string[], instead: string, text: string): string =>
  conditions.length === 0 || instead === text ? text : `IF(${anyOf(conditions)},${instead},${text})`;

/** What to say of a truth in each of its four states. */
export const decided = (part: Printed, ...[yes, no, whenMissing, whenInapplicable]: Parameters<Decide>): string =>
  part.decide?.(yes, no, whenMissing, whenInapplicable) ??
  guarded(part, whenMissing, whenInapplicable, `IF(${part.text},${yes},${no})`);

/**
 * An expression that gives an empty text for 缺报 and — for 不适用 by itself, which is then asked of its outcome: the branch IF
 * does not take has no say.
 */
function selfGuarded(text: string, parts: readonly Printed[]): Printed {
  return {
    ...closed(text),
    selfGuarded: true,
    missing: parts.some(({ missing }) => missing.length > 0) ? [isEmpty(text)] : [],
    inapplicable: parts.some(({ inapplicable }) => inapplicable.length > 0) ? [`${text}="—"`] : [],
  };
}

export function choice(test: Printed, then: Printed, otherwise: Printed): Printed {
  if ([test, then, otherwise].every(isAlwaysThere)) return closed(`IF(${test.text},${then.text},${otherwise.text})`);
  const text = decided(test, wholeText(then, '"—"'), wholeText(otherwise, '"—"'), '""', '"—"');
  return selfGuarded(text, [test, then, otherwise]);
}

export function unlessBlank(part: Printed, instead: Printed): Printed {
  if (part.missing.length === 0) return part;
  const text = `IF(${anyOf(part.missing)},${wholeText(instead, '"—"')},${wholeText({ ...part, missing: [] }, '"—"')})`;
  return selfGuarded(text, [{ ...part, missing: [] }, instead]);
}

export function unlessError(part: Printed, instead: Printed): Printed {
  if (isAlwaysThere(part) && isAlwaysThere(instead)) return closed(`IFERROR(${part.text},${instead.text})`);
  const text = `IFERROR(${wholeText(part, '"—"')},${wholeText(instead, '"—"')})`;
  return selfGuarded(text, [part, instead]);
}

/** IronCalc gives #VALUE! for the second NOT of a bare comparison that asks the same cell. */
const notText = ({ text, binding }: Printed): string =>
  binding < closedBinding ? `IF(${text},FALSE,TRUE)` : `NOT(${text})`;

export function negation(part: Printed): Printed {
  const decide: Decide = (yes, no, ...absent) => decided(part, no, yes, ...absent);
  return { ...closed(notText(part), [part]), decide };
}

/** AND and OR of three truths: a deciding part settles it even when others are absent. */
export function conjunction(
  name: "AND" | "OR",
  parts: readonly Printed[],
  isFalseWhenAbsent: readonly boolean[],
): Printed {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const neutral = name === "AND" ? "TRUE" : "FALSE";
  const texts = parts.map((part, index) =>
    isFalseWhenAbsent[index] === true && name === "OR" ? part.text : neutralised(part, neutral),
  );
  const text = `${name}(${texts.join(",")})`;
  const absent = absences(parts);
  const open = name === "AND" ? text : `NOT(${text})`;
  const unsettled = (conditions: readonly string[]): readonly string[] =>
    conditions.length === 0 ? [] : [`AND(${open},${anyOf(conditions)})`];
  const decide: Decide = (yes, no, whenMissing, whenInapplicable) => {
    const ofOpen = (outcome: string): string =>
      guarded({ ...closed(outcome), ...absent }, whenMissing, whenInapplicable);
    return name === "AND" ? `IF(${text},${ofOpen(yes)},${no})` : `IF(${text},${yes},${ofOpen(no)})`;
  };
  return { ...closed(text), missing: unsettled(absent.missing), inapplicable: unsettled(absent.inapplicable), decide };
}

const neutralised = (part: Printed, neutral: string): string =>
  part.decide ? part.decide("TRUE", "FALSE", neutral, neutral) : guarded(part, neutral, neutral);
