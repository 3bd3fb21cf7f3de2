/** One thing a school has to mend or explain, in words it can act on. */
export interface SlipItem {
  readonly kind: "mend" | "explain";
  readonly form?: string;
  /** `表2!D12`, in the school's own file. */
  readonly cell?: string;
  readonly message: string;
  readonly instruction: string;
  readonly found?: string;
  readonly expected?: string;
  /** `像是按元填了，应填万元：3862000 → 386.2`. */
  readonly cause?: string;
}
