import type { Collection } from "../domain/collected";
import type { SheetEdit } from "../domain/edit";
import { expectedSchools } from "../core/collect/expected-schools";
import { elementFactor } from "../core/collect/element-factor";
import { isUnitText } from "../core/collect/unit";
import { templateMaker } from "../core/issue-templates/template-workbook";
import type { DataElement } from "../definitions/definition";
import type { PreparedReport } from "./prepare-report";
import { schoolFileName } from "./school-file-name";

export interface IssuedTemplate {
  readonly fileName: string;
  readonly sheets: readonly SheetEdit[];
}

/**
 * One fill-in workbook for every school that owes a form, in the order of the roster. With `previous`, last year's
 * collection, its values stand beside the entries.
 */
export function issueTemplates(
  { definition, schools, parameters }: PreparedReport,
  previous?: Collection,
): readonly IssuedTemplate[] {
  const words = { isUnit: isUnitText, factor: (element: DataElement) => elementFactor(element, undefined, []) };
  const asked = [...definition.forms.values()].map((form) => ({
    form,
    schools: new Set(expectedSchools(form, schools, definition.source.period)),
  }));
  const sheetsFor = templateMaker({ definition, parameters, words, previous });
  return schools.flatMap((school): IssuedTemplate[] => {
    const forms = asked.filter((form) => form.schools.has(school)).map(({ form }) => form);
    return forms.length === 0 ? [] : [{ fileName: schoolFileName(school), sheets: sheetsFor(school, forms) }];
  });
}
