import { caseworkWords } from "./words/casework-words";
import { checkWords } from "./words/check-words";
import { collectWords } from "./words/collect-words";
import { narrativeWords } from "./words/narrative-words";
import { shellWords } from "./words/shell-words";
import { totalsWords } from "./words/totals-words";

/** Every word of the pane. */
const deck = { ...shellWords, ...collectWords, ...checkWords, ...caseworkWords, ...totalsWords, ...narrativeWords };

export type TextKey = keyof typeof deck;

export type Language = "zh" | "en";
type FillIns = Readonly<Record<string, string | number>>;
export type Words = (key: TextKey, fillIns?: FillIns) => string;

/** `{x}` takes the value of that name. */
export const wordsIn =
  (language: Language): Words =>
  (key, fillIns = {}) =>
    deck[key][language === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) => String(fillIns[name] ?? whole));

/** Chinese unless the host says English. */
export const languageOf = (displayLanguage: string): Language =>
  displayLanguage.toLowerCase().startsWith("en") ? "en" : "zh";

/** At most `most` names, then 等n所. */
export function nameList(words: Words, names: readonly string[], most = 5): string {
  const list = names.slice(0, most).join(words("list.joint"));
  return names.length > most ? words("list.more", { list, n: names.length }) : list;
}
