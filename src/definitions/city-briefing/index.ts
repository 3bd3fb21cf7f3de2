import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import indicators from "./indicators.json";
import narrative from "./narrative.json";
import parameters from "./parameters.json";
import profile from "./profile.json";
import rules from "./rules.json";

/**
 * 市教育工作情况汇报: what a city education bureau tells of its year and of its difficulties. Names of places,
 * programmes and honours, and figures of the whole region, are left to parameters with the office that answers for them.
 */
export const cityBriefing: unknown = {
  format: "report-definition/1",
  id: "city-briefing",
  title: "市教育工作情况汇报",
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
