import type { SheetEdit } from "../../domain/edit";
import type { School } from "../../domain/school";
import { templateSheets, templateStampRows } from "../../domain/template-stamp";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { askedField } from "../../definitions/template-digest";
import { hiddenSheet } from "./hidden-sheet";

/** By what a returned file is known: which definition and period it was made for, what it asked, and whom. */
export const stampSheet = (
  { source }: CompiledDefinition,
  digest: string,
  school: School,
  forms: readonly CompiledForm[],
): SheetEdit =>
  hiddenSheet(
    "template-stamp",
    templateSheets.stamp,
    templateStampRows({
      definition: source.id,
      period: source.period,
      digest,
      school: school.code,
      fields: forms.flatMap(({ form, elements }) => elements.map(({ name }) => askedField(form.name, name))),
    }).map((row) => row.map((text) => ({ text }))),
  );
