import { isZero } from "../../domain/exact";
import type { Diagnostic } from "../../formula/diagnostic";
import type { Slot, SlotOptions } from "../../definitions/template";
import { blankSlotText } from "./blank-slot";
import { breakdownText, totalFact } from "./breakdown-text";
import { changeSizeText, comparisonText } from "./change-words";
import { fromToText } from "./from-to";
import { readLevel, restingOn, type Level } from "./level";
import { listText, sideBySide, type Printed } from "./list-text";
import { joint, maskOf, type Narration } from "./narration";
import { numberText, unitText } from "./number-text";
import { firstTimeText, recordText } from "./record-words";
import { rangeText } from "./range-text";
import { punctuate } from "./punctuation";
import { rankText, regionText } from "./region-text";
import { targetLevelText, targetText } from "./target-text";
import { toldTogether, withheldMark, type Told } from "./told";

/** What a slot prints. A figure that is not ready prints ×× in the shape it would have had. */
export function slotText(narration: Narration, slot: Slot): Told {
  if (narration.isBlank) return toldTogether([], blankSlotText(narration, slot));
  const told = slotWords(narration, slot);
  const note = told.partial && narration.profile.coverageNote === "句内" ? coverageNote(told.partial) : "";
  return { ...told, text: `${told.text}${joint(narration, note)}` };
}

const coverageNote = ({ counted, expected }: NonNullable<Told["partial"]>): string =>
  `(含缺报,${String(counted)}/${String(expected)}所)`;

function slotWords(narration: Narration, { refs, options }: Slot): Told {
  const [first] = refs;
  if (!first) throw new RangeError("a slot names at least one figure");
  if (options.comparison) return comparisonText(narration, refs, options, options.comparison);
  if (options.fromTo) return fromToText(narration, refs, options, options.fromTo);
  if (options.change !== undefined) return changeSizeText(narration, first, options, options.change);
  if (options.againstTarget === true) return targetText(narration, refs, options);
  if (options.target === true) return targetLevelText(narration, refs, options);
  if (options.againstRegion !== undefined) return regionText(narration, first, options, options.againstRegion);
  if (options.rank === true) return rankText(narration, first, options);
  if (options.record !== undefined) return recordText(narration, refs, options.record, options);
  if (options.firstTime === true) return firstTimeText(narration, refs);
  if (options.range !== undefined) return rangeText(narration, refs, options, options.range);
  if (options.breakdown) return breakdownText(narration, first, options);
  return levelsText(
    narration,
    refs.map((ref) => readLevel(narration, ref)),
    options,
  );
}

type PrintedLevel = Printed & { readonly told: Told };

function levelsText(narration: Narration, levels: readonly Level[], options: SlotOptions): Told {
  const printed = levels.map((level) => printLevel(narration, level, options));
  return toldTogether(
    printed.map(({ told }) => told),
    sideBySide(printed, options),
  );
}

function printLevel(narration: Narration, level: Level, options: SlotOptions): PrintedLevel {
  const { content } = level;
  const told = restingOn(level);
  switch (content.type) {
    case "number": {
      const zero = isZero(content.quantity.value);
      if (zero && options.zeroWords !== undefined) return { number: options.zeroWords, unit: "", told };
      const { number, unit, printed } = numberText(content.quantity, options, maskOf(narration, options));
      const notices: readonly Diagnostic[] = zero ? [{ code: "N-05", parts: { x: level.label } }] : [];
      return { number, unit, told: { ...told, isZero: zero, notices, facts: totalFact(level, printed) } };
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
