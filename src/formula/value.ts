import type { SerialDay } from "../domain/cell";
import type { Exact } from "../domain/exact";
import type { WithheldReason } from "../domain/figure";

/** What a formula gives. 缺报, 不适用 and 无法计算 are three things, and none of them is zero. */
export type Value =
  | { readonly type: "number"; readonly value: Exact }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "date"; readonly value: SerialDay }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "list"; readonly items: readonly string[] }
  | { readonly type: "missing" }
  | { readonly type: "not-applicable" }
  | { readonly type: "error"; readonly reason: WithheldReason };
