import type { NumberFault, NumberVerdict } from "../domain/text-check";

/** One number of a finished text, with what the report has to say to it. */
export interface PastedNumber {
  readonly verdict: NumberVerdict;
  readonly fault?: NumberFault;
  /** As the text prints it, hedge and unit included. */
  readonly printed: string;
  /** The rest of its clause. */
  readonly before: string;
  readonly after: string;
  /** From 1. */
  readonly paragraph: number;
  readonly expected?: string;
  /** What is wrong, in Chinese; empty when nothing is. */
  readonly says: string;
  /** Keys of what it was compared with. */
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
  /** Checked for the time being: the figure still waits for schools. */
  readonly provisional: boolean;
}
