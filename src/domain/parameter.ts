import type { CellAddress } from "./cell";
import type { Exact } from "./exact";

export type ParameterUse = "标准" | "目标" | "历史" | "区域" | "人口" | "局填" | "文字";

/** One row of 参数: a value that does not come from schools, with the person who answers for it. */
export interface Parameter {
  readonly use: ParameterUse;
  /** For 目标 and 历史 this is the name of the indicator it belongs to. */
  readonly name: string;
  readonly key1?: string;
  readonly key2?: string;
  /** Absent means any period. */
  readonly period?: string;
  /** A blank value is kept: its slot prints ×× and names the owner. */
  readonly value?:
    | { readonly type: "number"; readonly value: Exact; readonly asEntered: string }
    | { readonly type: "text"; readonly value: string };
  readonly unit?: string;
  readonly kind?: string;
  readonly setBy?: string;
  readonly owner?: string;
  readonly source?: string;
  readonly at?: CellAddress;
}

/** `目标|公办率||2022年`: the key column of the 参数 table. */
export const parameterKey = (parameter: Parameter): string =>
  [
    parameter.use,
    parameter.name,
    [parameter.key1, parameter.key2].filter((key) => key !== undefined).join(","),
    parameter.period ?? "",
  ].join("|");
