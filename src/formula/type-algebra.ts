import { type FormulaType, type QuantityType, canonicalUnit, dimensionOf } from "./formula-type";

/** 量 × 量: of no use but to be divided again (㎡ × 人 ÷ 人). Never the type of a whole formula. */
interface ProductType {
  readonly kind: "积";
  readonly units: readonly [string, string];
}
export type WorkingType = FormulaType | ProductType;

type Operation = "add" | "subtract" | "multiply" | "divide" | "compare" | "join";

/** Why two types do not go together. */
export type Refusal =
  | { readonly code: "E-U01"; readonly verb: Operation }
  | { readonly code: "E-U02" }
  | { readonly code: "E-U04"; readonly dimension: string };

export const isRefusal = (outcome: WorkingType | Refusal): outcome is Refusal => "code" in outcome;

type Outcome = WorkingType | Refusal;
const refused = (verb: Operation): Refusal => ({ code: "E-U01", verb });

const numericKinds: ReadonlySet<WorkingType["kind"]> = new Set<WorkingType["kind"]>([
  "数",
  "量",
  "率",
  "百分点",
  "增幅",
  "均值",
  "指数",
  "名次",
  "积",
]);
export const isNumeric = (type: WorkingType): boolean => numericKinds.has(type.kind);

const sameUnit = (a: string, b: string): boolean => canonicalUnit(a) === canonicalUnit(b);

export function sumType(a: WorkingType, b: WorkingType, verb: "add" | "subtract"): Outcome {
  if (a.kind === "积" || b.kind === "积") return refused(verb);
  if (a.kind === "数" && b.kind === "数") return a;
  if (b.kind === "数" && (isNumeric(a) || a.kind === "日期")) return a;
  if (a.kind === "数" && (isNumeric(b) || (b.kind === "日期" && verb === "add"))) return b;
  if (a.kind === "量" && b.kind === "量") return quantitySum(a, b, verb);
  return (verb === "add" ? additions : subtractions)(a, b) ?? refused(verb);
}

function additions(a: FormulaType, b: FormulaType): FormulaType | undefined {
  if (a.kind === "百分点" && (b.kind === "率" || b.kind === "百分点")) return b;
  if (a.kind === "率" && b.kind === "百分点") return a;
  return a.kind === "指数" && b.kind === "指数" ? a : undefined;
}

function subtractions(a: FormulaType, b: FormulaType): FormulaType | undefined {
  if (a.kind === "均值" && b.kind === "均值") return sameMean(a, b) ? { kind: "量", unit: a.unit } : undefined;
  if (a.kind === "率" && b.kind === "百分点") return a;
  if (a.kind !== b.kind) return undefined;
  switch (a.kind) {
    case "率":
    case "百分点":
    case "增幅":
      return { kind: "百分点" };
    case "指数":
      return a;
    case "名次":
      return { kind: "数" };
    case "日期":
      return { kind: "量", unit: "天" };
    default:
      return undefined;
  }
}

function quantitySum(a: QuantityType, b: QuantityType, verb: "add" | "subtract"): Outcome {
  const clash = unitClash(a, b, verb);
  if (clash) return clash;
  const dimension = Object.entries(a.pinned ?? {}).find(
    ([name, member]) => (b.pinned?.[name] ?? member) !== member,
  )?.[0];
  if (dimension !== undefined && verb === "add") return { code: "E-U04", dimension };
  return merged(a, b, dimension === undefined ? { ...a.pinned, ...b.pinned } : {});
}

function unitClash(a: QuantityType, b: QuantityType, verb: Operation): Refusal | undefined {
  if (sameUnit(a.unit, b.unit)) return undefined;
  const units = new Set([canonicalUnit(a.unit), canonicalUnit(b.unit)]);
  return units.has("人") && units.has("人次") ? { code: "E-U02" } : refused(verb);
}

function merged(a: QuantityType, b: QuantityType, pinned: Readonly<Record<string, string>>): QuantityType {
  const open = [...new Set([...(a.open ?? []), ...(b.open ?? [])])];
  return {
    kind: "量",
    unit: a.unit,
    ...timeOf(a, b),
    ...(a.counted && b.counted ? { counted: true } : {}),
    ...(Object.keys(pinned).length > 0 ? { pinned } : {}),
    ...(open.length > 0 ? { open } : {}),
  };
}

/** With a stock in it a sum is a stock; it is a flow only when all of it is. */
function timeOf(a: QuantityType, b: QuantityType): Pick<QuantityType, "time"> {
  if (a.time === "时点" || b.time === "时点") return { time: "时点" };
  return a.time !== undefined && a.time === b.time ? { time: a.time } : {};
}

type MeanType = Extract<FormulaType, { readonly kind: "均值" }>;

function sameMean(a: MeanType, b: MeanType): boolean {
  const perAgrees = a.per === undefined || b.per === undefined || sameUnit(a.per, b.per);
  return sameUnit(a.unit, b.unit) && perAgrees;
}

/** Sharing out keeps the unit, but what comes out are no longer counted rows. */
const shared = ({ kind, unit, time, pinned, open }: QuantityType): QuantityType => ({
  kind,
  unit,
  ...(time === undefined ? {} : { time }),
  ...(pinned ? { pinned } : {}),
  ...(open ? { open } : {}),
});

export function productType(a: WorkingType, b: WorkingType): Outcome {
  if (!isNumeric(a) || !isNumeric(b)) return refused("multiply");
  if (a.kind === "数") return b;
  if (b.kind === "数") return a;
  return orderedProduct(a, b) ?? orderedProduct(b, a) ?? refused("multiply");
}

function orderedProduct(a: WorkingType, b: WorkingType): WorkingType | undefined {
  if (a.kind === "率") {
    if (b.kind === "量") return shared(b);
    return b.kind === "率" || b.kind === "均值" ? b : undefined;
  }
  if (a.kind === "均值" && b.kind === "量" && (a.per === undefined || sameUnit(a.per, b.unit)))
    return { kind: "量", unit: a.unit };
  return a.kind === "量" && b.kind === "量"
    ? { kind: "积", units: [canonicalUnit(a.unit), canonicalUnit(b.unit)] }
    : undefined;
}

export function quotientType(a: WorkingType, b: WorkingType): Outcome {
  if (!isNumeric(a) || !isNumeric(b) || b.kind === "名次") return refused("divide");
  if (a.kind === "数" || b.kind === "数") return a;
  switch (b.kind) {
    case "量":
      return overQuantity(a, b) ?? refused("divide");
    case "率":
      return overRate(a) ?? refused("divide");
    case "均值":
      return overMean(a, b) ?? refused("divide");
    default:
      return isSameKind(a, b) ? { kind: "率" } : refused("divide");
  }
}

function overRate(a: WorkingType): WorkingType | undefined {
  if (a.kind === "量") return shared(a);
  return a.kind === "率" || a.kind === "均值" ? a : undefined;
}

const isSameKind = (a: WorkingType, b: WorkingType): boolean =>
  a.kind === b.kind && (a.kind !== "积" || sameProduct(a, b));

function overQuantity(a: WorkingType, b: QuantityType): FormulaType | undefined {
  const unit = canonicalUnit(b.unit);
  if (a.kind === "量") return sameUnit(a.unit, unit) ? { kind: "率" } : { kind: "均值", unit: a.unit, per: b.unit };
  if (a.kind !== "积") return undefined;
  const [one, other] = a.units;
  if (unit === other) return { kind: "量", unit: one };
  return unit === one ? { kind: "量", unit: other } : undefined;
}

function overMean(a: WorkingType, b: MeanType): FormulaType | undefined {
  if (a.kind === "均值") return sameMean(a, b) ? { kind: "率" } : undefined;
  return a.kind === "量" && b.per !== undefined && sameUnit(a.unit, b.unit) ? { kind: "量", unit: b.per } : undefined;
}

const sameProduct = (a: ProductType, b: WorkingType): boolean =>
  b.kind === "积" && [...a.units].sort().join() === [...b.units].sort().join();

/** Whether two values may be compared; counts compare among themselves, everything measured only with its own unit. */
export function comparisonRefusal(a: WorkingType, b: WorkingType, isEquality: boolean): Refusal | undefined {
  return comparable(a, b, isEquality) || comparable(b, a, isEquality) ? undefined : refused("compare");
}

function comparable(a: WorkingType, b: WorkingType, isEquality: boolean): boolean {
  if (a.kind === "积" || b.kind === "积" || a.kind === "名单") return false;
  if (a.kind === "数") return isNumeric(b) || (b.kind === "文本" && isEquality);
  if (a.kind === "量" && b.kind === "量") return comparableQuantities(a, b);
  if (a.kind === "均值" && b.kind === "均值") return sameMean(a, b);
  return (
    a.kind === b.kind ||
    (a.kind === "率" && b.kind === "百分点") ||
    (a.kind === "是否" && b.kind === "文本" && isEquality)
  );
}

const comparableQuantities = (a: QuantityType, b: QuantityType): boolean =>
  sameUnit(a.unit, b.unit) || (dimensionOf(a.unit) === "count" && dimensionOf(b.unit) === "count");

/** The type of a value that is the one or the other (IF, MAX, IFBLANK). */
export function joinType(a: WorkingType, b: WorkingType): Outcome {
  if (a.kind === "积" || b.kind === "积") return refused("join");
  if (a.kind === "数" && isNumeric(b)) return b;
  if (b.kind === "数" && isNumeric(a)) return a;
  if (a.kind === "量" && b.kind === "量") return unitClash(a, b, "join") ?? merged(a, b, commonPins(a, b));
  if (a.kind === "均值" && b.kind === "均值") return sameMean(a, b) ? a : refused("join");
  return a.kind === b.kind ? a : (commonKind(new Set([a.kind, b.kind])) ?? refused("join"));
}

function commonKind(kinds: ReadonlySet<WorkingType["kind"]>): FormulaType | undefined {
  if (kinds.has("率") && kinds.has("百分点")) return { kind: "率" };
  return kinds.has("是否") && kinds.has("文本") ? { kind: "文本" } : undefined;
}

const commonPins = (a: QuantityType, b: QuantityType): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(a.pinned ?? {}).filter(([name, member]) => b.pinned?.[name] === member));
