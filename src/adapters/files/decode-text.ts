/**
 * Text in one of the encodings Chinese offices save: UTF-16 with or without a mark, UTF-8, else GB18030. A UTF-8
 * text that lost a few bytes, or holds � itself, stays UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16Label(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  const text = new TextDecoder("utf-8").decode(bytes);
  const shown = text.match(/\uFFFD/gu)?.length ?? 0;
  const lost = shown === 0 ? 0 : shown - replacementMarks(bytes);
  if (lost === 0) return text;
  const beyondAscii = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  return lost * 10 < beyondAscii ? text : new TextDecoder("gb18030").decode(bytes);
}

/** How often � itself was saved. */
function replacementMarks(bytes: Uint8Array): number {
  let marks = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) marks += 1;
  return marks;
}

/** Without a mark, UTF-16 shows in the zero bytes of its commas, digits and line ends; no other text has any. */
function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 4_096); at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined;
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : undefined;
}
