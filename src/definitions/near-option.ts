import type { Diagnostic } from "../formula/diagnostic";
import { nearestName } from "../formula/nearest-name";
import { fixed, optionWords, roleOf, type OptionToken } from "./option-words";
import type { SlotOptions } from "./template";

/** A known option that stands alone is shown with its partner; one that contradicts another has nothing near. */
export function unknownOption({ text, start }: OptionToken, isMeasureWord: (word: string) => boolean): Diagnostic {
  const near = optionWords.includes(text) ? completions.get(text) : nearOf(text, isMeasureWord);
  const partner = `按… ${text}`;
  const completed = {
    verb: `由上年 ${text}`,
    from: `${text} 提高到`,
    style: partner,
    separator: partner,
    whole: partner,
  };
  const role = roleOf(text);
  const hint = role === undefined ? near : completed[role];
  return { code: "E-T03", at: start + 1, parts: { x: text, ...(hint !== undefined && { near: hint }) } };
}

/** How an option that says nothing by itself is written. */
const completions: ReadonlyMap<string, string> = new Map([
  ["等", "前3 等"],
  ["可比", "较上年 可比"],
  ["或持平", "创历史新高 或持平"],
]);

const nearOf = (text: string, isMeasureWord: (word: string) => boolean): string | undefined =>
  text === "增长" ? "较上年增长、同比增长或增幅" : (apart(text, isMeasureWord) ?? nearestName(text, optionWords));

/** Options written together, set apart: `万余` is `万 0位 余`. The end of the word may be a unit that is printed anyway. */
function apart(text: string, isMeasureWord: (word: string) => boolean): string | undefined {
  const found: string[] = [];
  let rest = text;
  while (rest !== "" && !isMeasureWord(rest)) {
    const [first] = [/^前[1-9]\d*/u.exec(rest)?.[0] ?? "", ...fixed.keys()]
      .filter((word) => word !== "" && rest.startsWith(word))
      .sort((a, b) => b.length - a.length);
    if (first === undefined) break;
    found.push(first);
    rest = rest.slice(first.length);
  }
  if (found.length + (isMeasureWord(rest) ? 1 : 0) < 2) return undefined;
  const asks = (word: string, option: keyof SlotOptions): boolean => fixed.get(word)?.[option] !== undefined;
  const any = (option: keyof SlotOptions): boolean => found.some((word) => asks(word, option));
  const isWhole = any("scale") && any("approximation") && !any("places");
  const scaled = found.flatMap((word) => (isWhole && asks(word, "scale") ? [word, "0位"] : [word]));
  return [...scaled, ...(isMeasureWord(rest) ? [rest] : [])].join(" ");
}
