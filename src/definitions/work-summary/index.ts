import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import indicators from "./indicators.json";
import narrative from "./narrative.json";
import parameters from "./parameters.json";
import profile from "./profile.json";
import rules from "./rules.json";

/**
 * 区县教育工作总结及重点工作安排: a year's work of a district education and sports bureau, its shortcomings and its
 * plans. What the bureau alone knows (meetings, public sports grounds, plans, judgements) is left to parameters, each
 * with the office that answers for it.
 */
export const workSummary: unknown = {
  format: "report-definition/1",
  id: "work-summary",
  title: "区县教育工作总结及重点工作安排",
  period: "2023年",
  profile,
  forms,
  elements,
  codes,
  rules,
  indicators,
  parameters,
  narrative,
};
