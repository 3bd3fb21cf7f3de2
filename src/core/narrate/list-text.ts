import type { SlotOptions } from "../../definitions/template";

/** Names told in order: `甲、乙和丙`, `甲、乙等`. 等 stands only where names were cut. */
export function listText(items: readonly string[], options: SlotOptions): string {
  const told = options.first === undefined ? items : items.slice(0, options.first);
  const cut = told.length < items.length;
  return `${joined(told, "、", options.and === true && !cut)}${cut && options.etc === true ? "等" : ""}`;
}

/** Parts joined by one separator; the last by 和 where that is asked for. */
export function joined(parts: readonly string[], separator: string, lastByAnd: boolean): string {
  if (!lastByAnd || parts.length < 2) return parts.join(separator);
  return `${parts.slice(0, -1).join(separator)}和${parts.at(-1) ?? ""}`;
}

/** One of several numbers of a slot: `number` holds every digit, `unit` everything that follows. */
export interface Printed {
  readonly number: string;
  readonly unit: string;
}

/** Several numbers stand side by side: `3人、5人`, `3和5人`. */
export function sideBySide(printed: readonly Printed[], options: SlotOptions): string {
  const unit = printed[0]?.unit ?? "";
  const unitOnce = options.unitOnce === true && printed.every((one) => one.unit === unit);
  const texts = printed.map((one) => `${one.number}${unitOnce ? "" : one.unit}`);
  return `${joined(texts, "、", options.and === true)}${unitOnce ? unit : ""}`;
}
