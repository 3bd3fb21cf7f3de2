import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import indicators from "./indicators.json";
import narrative from "./narrative.json";
import parameters from "./parameters.json";
import profile from "./profile.json";
import rules from "./rules.json";

/**
 * 基础教育事业统计: the yearly school statistics of a district, on forms after the ministry's own tables, merged to a
 * workable size. Its rules are picked from the rule library.
 */
export const educationStatistics: unknown = {
  format: "report-definition/1",
  id: "education-statistics",
  title: "基础教育事业统计",
  period: "2025年",
  profile,
  forms,
  elements,
  codes,
  rules,
  indicators,
  parameters,
  narrative,
};
