import type { NumberVerdict } from "../domain/text-check";
import { correctionList, type PastedCheck } from "./check-pasted-text";
import type { PastedNumber } from "./pasted-number";

const names: Readonly<Record<NumberVerdict, string>> = {
  matches: "一致",
  "matches-rounded": "修约一致",
  contradicts: "不一致",
  inconsistent: "自相矛盾",
  "no-source": "查无来源",
  "not-a-figure": "非统计",
};
const order: readonly NumberVerdict[] = [
  "matches",
  "matches-rounded",
  "contradicts",
  "inconsistent",
  "no-source",
  "not-a-figure",
];

/** `text-check.txt`: the counts, what to put right, then every number with its verdict. */
export function pastedCheckText(check: PastedCheck): string {
  const { counts, numbers } = check;
  const corrections = correctionList(check);
  return [
    `${String(numbers.length)}个数：${order.map((verdict) => `${names[verdict]}${String(counts[verdict])}`).join(" ")}`,
    ...(corrections === "" ? [] : ["", "要改或要看的：", corrections]),
    "",
    "每个数的结论：",
    ...numbers.map(numberLine),
    "",
  ].join("\n");
}

const numberLine = ({ paragraph, before, printed, after, verdict, figures, parameters }: PastedNumber): string => {
  const sources = [...figures, ...parameters].join("、");
  return `第${String(paragraph)}段 ${names[verdict]} ${printed}：${before}【${printed}】${after}${sources === "" ? "" : `（${sources}）`}`;
};
