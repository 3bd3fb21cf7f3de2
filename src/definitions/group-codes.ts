import type { Code, Indicator, ReportDefinition } from "./definition";

/** The code list of a group: that of the field, else the list named like the roster column. Empty when there is none. */
export function groupCodes(definition: ReportDefinition, indicator: Indicator, group: string): readonly Code[] {
  const element = definition.elements.find(({ form, name }) => form === indicator.form && name === group);
  const list = element?.codes ?? group;
  return definition.codes.filter((code) => code.list === list);
}
