import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import indicators from "./indicators.json";
import narrative from "./narrative.json";
import parameters from "./parameters.json";
import profile from "./profile.json";
import rules from "./rules.json";

/**
 * 贯彻落实教育大会情况汇报: what a district government reports on carrying out an education conference, over one year and
 * since the five-year plan began. Names, decisions, judgements and the treasury's figures are left to parameters, each
 * with the office that answers for it.
 */
export const conferenceReport: unknown = {
  format: "report-definition/1",
  id: "conference-report",
  title: "贯彻落实教育大会情况汇报",
  period: "2019年",
  profile,
  forms,
  elements,
  codes,
  rules,
  indicators,
  parameters,
  narrative,
};
