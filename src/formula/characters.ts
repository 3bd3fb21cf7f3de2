/**
 * The half-width twin of a character people type with a Chinese input method: `，（）＝＞％［］＠：` and digits and letters
 * become ASCII, `× ÷` become `* /`, the ideographic space a space. One character stays one character.
 */
export function halfWidth(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000) return " ";
  if (character === "×") return "*";
  if (character === "÷") return "/";
  return character;
}

export const isSpace = (character: string): boolean => /^\s$/u.test(character);
export const isDigit = (character: string): boolean => /^[0-9]$/.test(character);
export const isNameHead = (character: string): boolean => /^[\p{Script=Han}\p{L}_]$/u.test(character);
export const isNamePart = (character: string): boolean => isNameHead(character) || isDigit(character);
