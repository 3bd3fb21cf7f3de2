import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import indicators from "./indicators.json";
import narrative from "./narrative.json";
import parameters from "./parameters.json";
import profile from "./profile.json";
import rules from "./rules.json";

/**
 * 县区教育工作总结: the yearly work report of a district education bureau. What is particular to one district (names,
 * programmes, judgements, targets) is left to parameters, each with the office that answers for it.
 */
export const workReport: unknown = {
  format: "report-definition/1",
  id: "work-report",
  title: "县区教育工作总结",
  period: "2022年",
  profile,
  forms,
  elements,
  codes,
  rules,
  indicators,
  parameters,
  narrative,
};
