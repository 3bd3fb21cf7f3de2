/** A table for a document of running text. */
export interface DocumentTable {
  readonly title: string;
  readonly columns: readonly DocumentColumn[];
  /** Texts by column; a row that lacks cells is blank there. */
  readonly rows: readonly (readonly string[])[];
  /** Printed below it, each on a line of its own: `部分数据因四舍五入…`. */
  readonly notes: readonly string[];
}

export interface DocumentColumn {
  readonly header: string;
  /** Share of the width of the text, beside those of the others. */
  readonly share: number;
  /** Numbers stand at the right. */
  readonly align: "left" | "right" | "center";
}
