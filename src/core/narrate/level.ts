import { exactFromCell, zero } from "../../domain/exact";
import type { Figure, FigureKind, SliceMember, WithheldReason } from "../../domain/figure";
import { parameterKey, type Parameter } from "../../domain/parameter";
import type { Indicator } from "../../definitions/definition";
import { familyOf } from "../../definitions/measure-words";
import { toBeEntered } from "../../definitions/name-scope";
import { isPercent } from "../../definitions/parameter-rows";
import type { PastValue } from "../../definitions/referent";
import { sliceKey } from "../../definitions/slice-key";
import type { SlotRef } from "../../definitions/template";
import type { Narration } from "./narration";
import type { Quantity, Shape } from "./number-text";
import type { Told } from "./told";

/** What a name of a slot stands for, ready to be printed, and what that rests on. */
export interface Level extends Sources {
  readonly content:
    | { readonly type: "number"; readonly quantity: Quantity }
    | { readonly type: "list"; readonly items: readonly string[] }
    | { readonly type: "text"; readonly text: string }
    | { readonly type: "withheld"; readonly reasons: readonly WithheldReason[]; readonly shape: Shape };
  readonly label: string;
  /** The slice of an indicator it is. */
  readonly of?: LevelOf;
}

export interface LevelOf {
  readonly indicator: Indicator;
  readonly slice: readonly SliceMember[];
  /** The period the value is of; absent for the report period. */
  readonly past?: string;
  /** The slice has no figure of its own, only its members have. */
  readonly onlyMembers?: boolean;
}

type Sources = Pick<Told, "figures" | "parameters" | "partial">;

const unknownShape: Shape = { kind: "文字", unit: "", unitWord: "", scale: "不缩", format: "" };

export function readLevel(narration: Narration, ref: SlotRef): Level {
  const referent = narration.named.resolve(ref.name, ref.slices);
  switch (referent.refers) {
    case "figure":
      return levelOfFigure(narration, referent.figure, referent.indicator);
    case "past":
      return levelOfPast(narration, { indicator: referent.indicator, slice: referent.figure.slice }, referent.past);
    case "parameter":
      return levelOfParameter(narration, referent.parameter);
    case "setting":
      return { figures: [], parameters: [], label: ref.name, content: contentOfSetting(referent.value) };
    case "nothing": {
      const { reason, indicator, slice, past } = referent;
      const level = withheldLevel(ref, reason, indicator ? shapeOf(narration, indicator) : unknownShape);
      if (!indicator || !slice) return level;
      return { ...level, of: { indicator, slice, onlyMembers: true, ...(past === undefined ? {} : { past }) } };
    }
  }
}

const withheldLevel = (ref: SlotRef, reason: WithheldReason, shape: Shape): Level => ({
  figures: [],
  parameters: [],
  label: ref.name,
  content: { type: "withheld", reasons: [reason], shape },
});

/** A level as something told: what is withheld of it, without any text yet. */
export const restingOn = (level: Level): Told => ({
  text: "",
  figures: level.figures,
  parameters: level.parameters,
  withheld: level.content.type === "withheld" ? level.content.reasons : [],
  isZero: false,
  ...(level.partial ? { partial: level.partial } : {}),
});

export function levelOfFigure(narration: Narration, figure: Figure, indicator: Indicator): Level {
  const { value } = figure;
  const base = {
    figures: [figure.key],
    parameters: [],
    label: indicator.short ?? indicator.name,
    of: { indicator, slice: figure.slice },
    ...(figure.partial ? { partial: figure.coverage } : {}),
  };
  switch (value.state) {
    case "number":
      return {
        ...base,
        content: { type: "number", quantity: quantityOf(narration, figure.slice, indicator, value.value) },
      };
    case "list":
      return { ...base, content: { type: "list", items: value.items } };
    case "text":
      return { ...base, content: { type: "text", text: value.text } };
    case "boolean":
      return { ...base, content: { type: "text", text: value.value ? "是" : "否" } };
    case "withheld":
      return { ...base, content: { type: "withheld", reasons: value.reasons, shape: shapeOf(narration, indicator) } };
  }
}

export function levelOfPast(narration: Narration, { indicator, slice }: LevelOf, past: PastValue): Level {
  return {
    ...sourceOfPast(indicator, slice, past),
    label: indicator.short ?? indicator.name,
    of: { indicator, slice, past: past.label },
    content: { type: "number", quantity: { ...quantityOf(narration, slice, indicator, past.value), lines: [zero] } },
  };
}

/** What last year's submissions came to is kept with this year's figure. */
export function sourceOfPast(indicator: Indicator, slice: readonly SliceMember[], past: PastValue): Sources {
  if (past.parameter !== undefined) return { figures: [], parameters: [past.parameter] };
  return {
    figures: [sliceKey(indicator, slice)],
    parameters: [],
    ...(past.submissions && past.submissions.missing.length > 0 ? { partial: past.submissions } : {}),
  };
}

/** A number in the unit and format of its indicator, kept off the indicator's cap and target. */
export function quantityOf(
  narration: Narration,
  slice: readonly SliceMember[],
  indicator: Indicator,
  value: Quantity["value"],
): Quantity {
  const target = narration.named.target(indicator, slice);
  const cap = indicator.cap === undefined ? undefined : exactFromCell(indicator.cap);
  const told = narration.thresholds.get(indicator.name) ?? [];
  const lines = [zero, ...(cap ? [cap] : []), ...(target ? [target.value] : []), ...told];
  return { ...shapeOf(narration, indicator), value, lines, ...(cap && { cap }) };
}

export const shapeOf = ({ words }: Narration, { kind, unit, scale, format }: Indicator): Shape => ({
  kind,
  unit,
  unitWord: familyOf(words, unit)[0] ?? unit,
  scale,
  format,
});

export function levelOfParameter(narration: Narration, row: Parameter): Level {
  const base = { figures: [], parameters: [parameterKey(row)], label: row.name };
  const time = row.value?.type === "text" ? timeOf(row.value.value) : undefined;
  if (time) return { ...base, content: { type: "number", quantity: time } };
  if (row.value?.type === "text") return { ...base, content: { type: "text", text: row.value.value } };
  if (row.value)
    return { ...base, content: { type: "number", quantity: quantityOfParameter(narration, row, row.value) } };
  const reasons = [toBeEntered(row)];
  return { ...base, content: { type: "withheld", reasons, shape: shapeOfParameter(narration, row) } };
}

const minutesOfHour = 60;

/** `17:30` as a time of day; undefined for other words. */
function timeOf(text: string): Quantity | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/u.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const value = exactFromCell(Number(hours) * minutesOfHour + Number(minutes));
  return { ...timeShape, value, lines: [] };
}
const timeShape: Shape = { kind: "时刻", unit: "", unitWord: "", scale: "不缩", format: "" };

/** Parameters are printed as exactly as they were entered. */
function quantityOfParameter(
  narration: Narration,
  row: Parameter,
  value: { readonly value: Quantity["value"]; readonly asEntered: string },
): Quantity {
  const shape = shapeOfParameter(narration, row);
  const kind = isPercent(value.asEntered) ? "率" : shape.kind;
  return { ...shape, kind, format: asEnteredFormat(kind), value: value.value, lines: [] };
}

/** A number with every decimal it was entered with. */
export const asEnteredFormat = (kind: Quantity["kind"]): string => `0.######${kind === "率" ? "%" : ""}`;

const kinds: readonly FigureKind[] = ["数", "量", "率", "均值", "指数", "名次", "文字"];

function shapeOfParameter({ words }: Narration, { kind, unit = "" }: Parameter): Shape {
  const known = kinds.find((name) => name === kind) ?? (unit === "" ? "数" : "量");
  const unitWord = familyOf(words, unit)[0] ?? unit;
  return { kind: known, unit, unitWord, scale: "不缩", format: asEnteredFormat(known) };
}

function contentOfSetting(value: string | number): Level["content"] {
  if (typeof value === "string") return { type: "text", text: value };
  const quantity: Quantity = {
    value: exactFromCell(value),
    kind: "数",
    unit: "",
    unitWord: "",
    format: asEnteredFormat("数"),
    scale: "不缩",
    lines: [],
  };
  return { type: "number", quantity };
}
