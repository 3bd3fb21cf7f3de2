const half = ",;:()?!";
const full = "，；：（）？！";

/**
 * A text in the punctuation of official documents: full width, but for marks that belong to a number or to Latin words
 * (9:30, 12.86:1, 1,200, A(1)). As long as the text it was made of.
 */
export const officialText = (text: string): string =>
  [...text]
    .map((character, index, all) => {
      const place = half.indexOf(character);
      return place < 0 || isInsideLatin(all[index - 1], all[index + 1]) ? character : full.charAt(place);
    })
    .join("");

const isInsideLatin = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== undefined && /^[0-9A-Za-z]$/u.test(before) && /^[0-9A-Za-z]$/u.test(after);
