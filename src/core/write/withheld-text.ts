import type { Readiness } from "../../domain/narrative";
import { decimalText } from "../../domain/exact";
import type { WithheldReason } from "../../domain/figure";

const namedSchools = 3;

/** Why a number is not printed, in one short phrase. `schoolNames` is by code. */
function withheldText(reason: WithheldReason, schoolNames: ReadonlyMap<string, string>): string {
  switch (reason.why) {
    case "missing":
      return `${reason.column}缺报：${schoolList(reason.schools, schoolNames)}`;
    case "blocked":
      return `${reason.column}有错误待改：${schoolList(reason.schools, schoolNames)}`;
    case "zero-denominator":
      return "分母为零";
    case "no-parameter":
      return `参数里没有${reason.name}${reason.period === undefined ? "" : `（${reason.period}）`}`;
    case "no-value":
      return reason.detail;
    case "to-be-entered":
      return `待填${reason.name}${reason.owner === undefined ? "" : `（${reason.owner}）`}`;
    case "undecided":
      return "条件未判";
    case "wrong-direction":
      return "措辞与升降方向不符";
    case "parts-differ-from-whole":
      return `分项合计${decimalText(reason.parts, 4)}，总数${decimalText(reason.whole, 4)}`;
    case "above-cap":
      return `超过上限${decimalText(reason.cap, 4)}`;
    case "no-record":
      return "没有创新高";
    case "empty-list":
      return "名单为空";
  }
}

/** Several reasons, each once. */
export const withheldTexts = (reasons: readonly WithheldReason[], schoolNames: ReadonlyMap<string, string>): string =>
  [...new Set(reasons.map((reason) => withheldText(reason, schoolNames)))].join("；");

export const readinessTexts: Readonly<Record<Readiness, string>> = {
  ready: "可用",
  "waiting-for-schools": "等数",
  "waiting-for-parameter": "待参数",
  "waiting-for-text": "待填",
  "partial-coverage": "含缺报",
  estimate: "含估计",
  blocked: "受阻",
  conflict: "冲突",
  undecided: "条件未判",
};

function schoolList(codes: readonly string[], names: ReadonlyMap<string, string>): string {
  const named = codes.slice(0, namedSchools).map((code) => names.get(code) ?? code);
  return `${named.join("、")}${codes.length > namedSchools ? `等${String(codes.length)}所` : ""}`;
}
