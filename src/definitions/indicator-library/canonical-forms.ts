import codes from "./codes.json";
import elements from "./elements.json";
import forms from "./forms.json";
import parameters from "./parameters.json";

/**
 * The forms that the library's formulas read, with their fields, codes, and the thresholds the standards set: parts of a
 * definition in its JSON form, to be taken over whole or in part.
 */
export const canonicalForms = { forms, elements, codes, parameters };

/** Roster columns the formulas name, besides those worked out from the 办学类型. */
export const canonicalRosterColumns: readonly string[] = [
  "学校代码",
  "学校名称",
  "办学类型",
  "学段",
  "城乡",
  "办别",
  "普惠",
  "乡镇",
  "片区",
  "集团",
  "中心校",
  "县属",
  "寄宿制",
];
