/** The text with full-width digits, letters and signs made half-width, character for character, so that places stay. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, " ");
