import type { FigureKind } from "../domain/figure";
import { type FormulaType, canonicalUnit } from "./formula-type";

/** The type an indicator or parameter declares with 类型 and 单位; `元/人` is a mean's unit and what it is per. */
export function declaredType(kind: FigureKind, unit: string): FormulaType {
  switch (kind) {
    case "量":
      return { kind, unit };
    case "均值": {
      const [own = "", per] = unit.split("/");
      return { kind, unit: own, ...(per === undefined ? {} : { per }) };
    }
    case "文字":
      return { kind: "文本" };
    case "数":
    case "率":
    case "指数":
    case "名次":
    case "名单":
    case "是否":
      return { kind };
  }
}

/** Whether a formula gives what was declared (else E-U08). Bare numbers and counted rows take the declared unit. */
export function agreesWithDeclared(inferred: FormulaType, declared: FormulaType): boolean {
  const isAmount =
    declared.kind !== "文本" && declared.kind !== "名单" && declared.kind !== "是否" && declared.kind !== "日期";
  if (inferred.kind === "数") return isAmount;
  if (inferred.kind === "百分点")
    return declared.kind === "百分点" || declared.kind === "率" || declared.kind === "指数";
  if (inferred.kind === "量" && declared.kind === "量")
    return inferred.counted ?? sameUnit(inferred.unit, declared.unit);
  if (inferred.kind === "均值" && declared.kind === "均值") {
    const perAgrees = inferred.per === undefined || declared.per === undefined || sameUnit(inferred.per, declared.per);
    return sameUnit(inferred.unit, declared.unit) && perAgrees;
  }
  return inferred.kind === declared.kind;
}

const sameUnit = (a: string, b: string): boolean => canonicalUnit(a) === canonicalUnit(b);
