/** One number of a copied sentence: the slot that printed it (`{公办率}`), and what it said. */
export interface CopiedNumber {
  readonly slot: string;
  readonly text: string;
}

/** A sentence (a clause, or a heading) as it was when it was copied. */
export interface CopiedSentence {
  /** Id of the row that told it. */
  readonly id: string;
  /** Id of the paragraph or heading it stood in. */
  readonly block: string;
  readonly text: string;
  readonly numbers: readonly CopiedNumber[];
}

/** The scope of a copy that holds every line of the report. */
export const wholeReport = "全文";

/** A text that left the workbook: what it said, and of which run. */
export interface CopyRecord {
  /** From 1, in the order of copying. */
  readonly number: number;
  /** ISO, local time. */
  readonly at: string;
  readonly run: number;
  /** What was copied, for people: `第3段`, or `wholeReport`. */
  readonly scope: string;
  readonly format: "公文格式" | "纯文本";
  readonly sentences: readonly CopiedSentence[];
  /** Of everything above: rows changed or lost on the sheet do not go unseen. */
  readonly digest: string;
  /** Where it went, as people noted. */
  readonly sentTo?: string;
  /** When the receiver's text was put right; a later record says what it holds since. */
  readonly amended?: string;
}

/** How a copied sentence reads now. */
export interface ChangedSentence {
  readonly id: string;
  /** Absent: the copied paragraph has a sentence it did not have then. */
  readonly was?: string;
  /** Absent: it is no longer told. */
  readonly now?: string;
  /** Its numbers that differ; one without `was` or `now` was not there then or is not there now. */
  readonly numbers: readonly ChangedNumber[];
}

export interface ChangedNumber {
  readonly slot: string;
  readonly was?: string;
  readonly now?: string;
}

/** A copy that no longer says what the report says. */
export interface WrongCopy {
  readonly copy: CopyRecord;
  readonly changed: readonly ChangedSentence[];
}
