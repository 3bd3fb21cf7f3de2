import { isZero } from "../../domain/exact";
import type { Slot, SlotOptions } from "../../definitions/template";
import { breakdownText } from "./breakdown-text";
import { changeSizeText, comparisonText, fromToText, recordText } from "./change-words";
import { readLevel, restingOn, type Level } from "./level";
import { joined, listText } from "./list-text";
import { joint, maskOf, type Narration } from "./narration";
import { numberText, unitText } from "./number-text";
import { punctuate } from "./punctuation";
import { targetText } from "./target-text";
import { toldTogether, withheldMark, type Told } from "./told";

/** What a slot prints. A figure that is not ready prints ×× in the shape it would have had. */
export function slotText(narration: Narration, slot: Slot): Told {
  const told = slotWords(narration, slot);
  const note = told.partial && narration.profile.coverageNote ? coverageNote(told.partial) : "";
  return { ...told, text: `${told.text}${joint(narration, note)}` };
}

const coverageNote = ({ counted, expected }: NonNullable<Told["partial"]>): string =>
  `(含缺报,${String(counted)}/${String(expected)}所)`;

function slotWords(narration: Narration, { refs, options }: Slot): Told {
  const [first] = refs;
  if (!first) throw new RangeError("a slot names at least one figure");
  if (options.comparison) return comparisonText(narration, refs, options, options.comparison);
  if (options.fromTo) return fromToText(narration, first, options, options.fromTo);
  if (options.change !== undefined) return changeSizeText(narration, first, options, options.change);
  if (options.againstTarget === true) return targetText(narration, first, options);
  if (options.record !== undefined) return recordText(narration, refs, options.record);
  if (options.breakdown) return breakdownText(narration, first, options, options.breakdown);
  return levelsText(
    narration,
    refs.map((ref) => readLevel(narration, ref)),
    options,
  );
}

interface Printed {
  readonly number: string;
  readonly unit: string;
  readonly told: Told;
}

/** Several names stand side by side: `3人、5人`, `3和5人`. */
function levelsText(narration: Narration, levels: readonly Level[], options: SlotOptions): Told {
  const printed = levels.map((level) => printLevel(narration, level, options));
  const unit = printed[0]?.unit ?? "";
  const unitOnce = options.unitOnce === true && printed.every((one) => one.unit === unit);
  const texts = printed.map((one) => `${one.number}${unitOnce ? "" : one.unit}`);
  const text = `${joined(texts, "、", options.and === true)}${unitOnce ? unit : ""}`;
  return toldTogether(
    printed.map(({ told }) => told),
    text,
  );
}

function printLevel(narration: Narration, level: Level, options: SlotOptions): Printed {
  const { content } = level;
  const told = restingOn(level);
  switch (content.type) {
    case "number": {
      const { number, unit } = numberText(content.quantity, options, maskOf(narration, options));
      return { number, unit, told: { ...told, isZero: isZero(content.quantity.value) } };
    }
    case "list":
      if (content.items.length === 0)
        return { number: withheldMark, unit: "", told: { ...told, withheld: [{ why: "empty-list" }] } };
      return { number: listText(content.items, options), unit: "", told };
    case "text":
      return { number: punctuate(content.text, narration.profile.punctuation), unit: "", told };
    case "withheld":
      return { number: withheldMark, unit: unitText(content.shape, options), told };
  }
}
