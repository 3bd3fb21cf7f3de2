const offsetHigh = 0xcbf29ce4;
const offsetLow = 0x84222325;
const wordSize = 0x1_0000_0000;

/**
 * FNV-1a, 64 bits, over the UTF-16 code units of a text (low byte first), as 16 hexadecimal digits.
 * It tells whether two inputs are the same; it is no defence against someone who wants a collision.
 */
export function digest(text: string): string {
  let [high, low] = [offsetHigh, offsetLow];
  const mix = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    // The prime is 2^40 + 0x1b3: the first term shifts the low word 8 bits into the high one.
    high = (high * 0x1b3 + Math.floor(product / wordSize) + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    mix(unit & 0xff);
    mix(unit >>> 8);
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
