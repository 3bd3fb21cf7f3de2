import type { FileReader } from "./read-pool";

/** 0 done · 1 done, but some figures are withheld or a source has errors · 2 nothing done. */
export type ExitCode = 0 | 1 | 2;

/** What the program needs of the world around it, beside the disk. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** ISO, local time. */
  readonly now: () => string;
  readonly newReader: () => FileReader;
}
