import { add, compare, isZero, zero, type Exact } from "../../domain/exact";
import type { Figure, WithheldReason } from "../../domain/figure";
import type { Indicator } from "../../definitions/definition";
import { sliceKey } from "../../definitions/slice-key";
import { groupCodes } from "../../definitions/group-codes";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { levelOfFigure, levelOfPast, readLevel, restingOn, type Level, type LevelOf } from "./level";
import { joined } from "./list-text";
import { joint, maskOf, type Narration } from "./narration";
import { numberText, type NumberText, type Quantity } from "./number-text";
import { toldTogether, withheldMark, type PrintedFact, type Told } from "./told";

interface Part {
  readonly label: string;
  readonly level: Level;
}
type Breakdown = NonNullable<SlotOptions["breakdown"]>;

/** `语文95、数学50`: the members of one group that are not zero, which together must make the whole. */
export function breakdownText(narration: Narration, ref: SlotRef, options: SlotOptions): Told {
  const { breakdown } = options;
  if (!breakdown) throw new RangeError("a breakdown names its group");
  const whole = readLevel(narration, ref);
  const parts = partsOf(narration, whole, breakdown.group);
  const toldWhole = whole.of?.onlyMembers === true && parts.length > 0 ? [] : [whole];
  const rests = toldTogether([...toldWhole, ...parts.map(({ level }) => level)].map(restingOn), "");
  const numbers = parts.flatMap(({ label, level }) =>
    level.content.type === "number" ? [{ label, quantity: level.content.quantity }] : [],
  );
  const withheld =
    rests.withheld.length > 0
      ? rests.withheld
      : faultOf(
          whole,
          numbers.map(({ quantity }) => quantity),
        );
  if (withheld.length > 0) return { ...rests, text: withheldMark, withheld };
  const told = numbers.filter(({ quantity }) => !isZero(quantity.value));
  const printed = told.map(({ quantity }) => partNumber(narration, quantity, options, breakdown.style));
  const text = partsText(narration, told, printed, options, breakdown);
  const facts = partsFact(whole, printed);
  if (breakdown.withWhole !== true || whole.content.type !== "number") return { ...rests, text, facts };
  const { number, unit, ...total } = numberText(whole.content.quantity, options, maskOf(narration, options));
  return {
    ...rests,
    text: `${number}${unit}${joint(narration, ",")}其中${text}`,
    facts: [...facts, ...totalFact(whole, total.printed)],
  };
}

function partsText(
  narration: Narration,
  parts: readonly { readonly label: string }[],
  printed: readonly NumberText[],
  options: SlotOptions,
  { style, separator }: Breakdown,
): string {
  const unit = printed[0]?.unit ?? "";
  const unitOnce = options.unitOnce === true && printed.every((one) => one.unit === unit);
  const texts = printed.map((one, index) => {
    const label = style === "只数" ? "" : (parts[index]?.label ?? "");
    const number = `${one.number}${unitOnce ? "" : one.unit}`;
    return style === "量前" ? `${number}${label}` : `${label}${number}`;
  });
  return `${joined(texts, joint(narration, separator), options.and === true)}${unitOnce ? unit : ""}`;
}

/** Only counts and amounts are made of their parts. */
function partsFact(whole: Level, printed: readonly NumberText[]): readonly PrintedFact[] {
  const sum = printed.reduce((total, part) => add(total, part.printed), zero);
  return totalFact(whole, sum).map((fact) => ({ ...fact, fact: "parts" }));
}

/** What was printed of a total that may have parts. */
export function totalFact({ of, content }: Level, printed: Exact): readonly PrintedFact[] {
  if (!of || content.type !== "number" || content.quantity.kind !== "量") return [];
  const { indicator, slice, past } = of;
  const total = [sliceKey(indicator, slice), ...(past === undefined ? [] : [past])].join("@");
  return [{ fact: "total", total, indicator: indicator.name, printed }];
}

function partsOf(narration: Narration, whole: Level, group: string): readonly Part[] {
  if (!whole.of) return [];
  const { indicator, past } = whole.of;
  const prints = new Map(
    groupCodes(narration.definition.source, indicator, group).map((code) => [code.label, code.print ?? code.label]),
  );
  return [...narration.figures.values()].flatMap((member) => {
    const label = whole.of && memberOf(member, whole.of, group);
    const level = label === undefined ? undefined : levelOfMember(narration, member, indicator, past);
    return label === undefined || !level ? [] : [{ label: prints.get(label) ?? label, level }];
  });
}

/** The member of `group` a figure tells, when it is otherwise the same slice as the whole. */
export function memberOf(part: Figure, whole: Pick<LevelOf, "indicator" | "slice">, group: string): string | undefined {
  if (part.indicator !== whole.indicator.name || part.slice.length !== whole.slice.length + 1) return undefined;
  const shares = whole.slice.every((a) => part.slice.some((b) => a.group === b.group && a.member === b.member));
  return shares ? part.slice.find((one) => one.group === group)?.member : undefined;
}

/** A member without a row for a past period had nothing then; the whole tells whether that is so. */
function levelOfMember(
  narration: Narration,
  member: Figure,
  indicator: Indicator,
  past: string | undefined,
): Level | undefined {
  if (past === undefined) return levelOfFigure(narration, member, indicator);
  const value = narration.named.history(indicator, member.slice).find((row) => row.label === past);
  return value && levelOfPast(narration, { indicator, slice: member.slice }, value);
}

/** Counts and amounts must add up to their whole; rates and means have no such sum. */
function faultOf(whole: Level, parts: readonly Quantity[]): readonly WithheldReason[] {
  if (parts.every(({ value }) => isZero(value))) return [{ why: "empty-list" }];
  if (whole.content.type !== "number" || whole.content.quantity.kind !== "量") return [];
  const sum = parts.reduce((total, { value }) => add(total, value), zero);
  const { value } = whole.content.quantity;
  return compare(sum, value) === 0 ? [] : [{ why: "parts-differ-from-whole", parts: sum, whole: value }];
}

const partNumber = (
  narration: Narration,
  quantity: Quantity,
  options: SlotOptions,
  style: Breakdown["style"],
): NumberText =>
  numberText(quantity, style === "数" ? { ...options, measureWord: "none" } : options, maskOf(narration, options));
