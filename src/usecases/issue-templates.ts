import type { SheetEdit } from "../domain/edit";
import { expectedSchools } from "../core/collect/expected-schools";
import { isUnitText } from "../core/collect/unit";
import { templateWorkbook } from "../core/issue-templates/template-workbook";
import type { PreparedReport } from "./prepare-report";

export interface IssuedTemplate {
  readonly fileName: string;
  readonly sheets: readonly SheetEdit[];
}

/** One fill-in workbook for every school that owes a form, in the order of the roster. */
export function issueTemplates({ definition, schools, parameters }: PreparedReport): readonly IssuedTemplate[] {
  const asked = [...definition.forms.values()].map((form) => ({
    form,
    schools: new Set(expectedSchools(form, schools, definition.source.period)),
  }));
  return schools.flatMap((school): IssuedTemplate[] => {
    const forms = asked.filter((form) => form.schools.has(school)).map(({ form }) => form);
    const order = { definition, school, forms, parameters, words: { isUnit: isUnitText } };
    return forms.length === 0
      ? []
      : [{ fileName: fileName(school.code, school.name), sheets: templateWorkbook(order) }];
  });
}

/** No character a file system might refuse. */
const fileName = (code: string, name: string): string =>
  `${`${code}_${name}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}.xlsx`;
