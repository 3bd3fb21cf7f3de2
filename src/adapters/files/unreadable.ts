import type { UnreadableFile } from "../../domain/snapshot";

/** Thrown beneath the reader and turned into a value by it: the file, not the program, is at fault. */
export class Unreadable extends Error {
  readonly why: UnreadableFile;

  constructor(why: UnreadableFile) {
    super(why);
    this.why = why;
  }
}

/**
 * What the library gives. It tells broken, encrypted and foreign files apart only in its messages, and throws errors
 * of every kind for them; all of these are properties of the file.
 *
 * @throws Unreadable, for the reason `otherwise` where the library gives none
 */
export function fromLibrary<T>(read: () => T, otherwise: UnreadableFile): T {
  try {
    return read();
  } catch (thrown) {
    throw new Unreadable(/password|encrypt/iu.test(String(thrown)) ? "encrypted" : otherwise);
  }
}
