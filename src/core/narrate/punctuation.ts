import type { Profile } from "../../definitions/definition";

const half = ",;:()";
const full = "，；：（）";

/**
 * Typed punctuation in the width the definition asks for. 。、“”《》〔〕 are always full and never touched; a comma or
 * colon between two digits (9:30) belongs to the number.
 */
export function punctuate(text: string, width: Profile["punctuation"]): string {
  const [from, to] = width === "半角" ? [full, half] : [half, full];
  return [...text]
    .map((character, index, all) => {
      const place = from.indexOf(character);
      const insideNumber = isDigit(all[index - 1]) && isDigit(all[index + 1]) && ",:，：".includes(character);
      return place < 0 || insideNumber ? character : to.charAt(place);
    })
    .join("");
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /^[0-9]$/.test(character);
