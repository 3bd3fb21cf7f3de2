const [firstPrime, secondPrime] = [0x85ebca6b, 0xc2b2ae35];

/**
 * Digest of a file's bytes, 64 bits and the length: equal files are equal whatever they are called. It works on four
 * bytes at once, for it goes over everything that is sent, and is no defence against someone who wants a collision.
 */
export function fingerprint(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 4);
  // A copy, for words must begin at a multiple of four.
  const words = new Int32Array(new Uint8Array(bytes.subarray(0, whole)).buffer);
  let [first, second] = [0x9747b28c, bytes.length];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    first = Math.imul(first ^ word, firstPrime);
    first ^= first >>> 15;
    second = Math.imul(second ^ word, secondPrime);
    second ^= second >>> 13;
  }
  for (const byte of bytes.subarray(whole)) {
    first = Math.imul(first ^ byte, firstPrime);
    second = Math.imul(second ^ byte, secondPrime);
  }
  return [bytes.length, first >>> 0, second >>> 0].map((part) => part.toString(16).padStart(8, "0")).join("");
}
