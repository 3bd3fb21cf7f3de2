import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import indicators from "./indicators.json";
import narrative from "./narrative.json";
import parameters from "./parameters.json";
import profile from "./profile.json";
import rules from "./rules.json";

/**
 * 教育工作论坛研讨发言: what the head of a city education bureau tells of its schools before a forum. Names of places and
 * platforms, policy rates and external judgements are left to parameters with the office that answers for them.
 */
export const forumAddress: unknown = {
  format: "report-definition/1",
  id: "forum-address",
  title: "教育工作论坛研讨发言",
  period: "2021年",
  profile,
  forms,
  elements,
  codes,
  rules,
  indicators,
  parameters,
  narrative,
};
