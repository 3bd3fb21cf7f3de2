import type { Reading } from "../../domain/cell";
import type { FormRow, FormTable } from "../../domain/collected";
import { hasOrganisationCode } from "../../domain/credit-code";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { codeDiffers, creditCodeTwice, organisationCodeWrong } from "./filing-words";
import { schoolCodeFault } from "../../domain/school-code";

/** What schools filed as their own codes, against the roster and against one another. Each is a code already: reading saw to that. */
export function codeFindings(
  { forms }: CompiledDefinition,
  schools: readonly School[],
  tables: ReadonlyMap<string, FormTable>,
): readonly Finding[] {
  const usesOfficialCodes = schools.every(({ code }) => schoolCodeFault(code) === undefined);
  return [...forms].flatMap(([form, { elements }]) => {
    const filed = (element: DataElement): readonly FiledCode[] => filedCodes(tables.get(form), element);
    return elements.flatMap((element): readonly Finding[] => {
      if (element.format === "学校标识码") return usesOfficialCodes ? filed(element).flatMap(againstRoster) : [];
      return element.format === "信用代码" ? creditFindings(filed(element)) : [];
    });
  });
}

interface FiledCode {
  readonly school: School;
  readonly code: string;
  readonly subject: Pick<Finding, "school" | "form" | "element" | "at">;
}

function filedCodes(table: FormTable | undefined, { name }: DataElement): readonly FiledCode[] {
  const readings = table?.columns.get(name) ?? [];
  const of = ({ school }: FormRow, reading: Reading | undefined): readonly FiledCode[] =>
    reading?.state === "reported" && reading.value.type === "text"
      ? [{ school, code: reading.value.value, subject: { school: school.code, form: table?.form ?? "", element: name, ...(reading.at && { at: reading.at }) } }]
      : []; // prettier-ignore
  return (table?.rows ?? []).flatMap((row, place) => of(row, readings[place]));
}

function againstRoster({ school, code, subject }: FiledCode): readonly Finding[] {
  if (code === school.code) return [];
  return [{ code: "school-code-wrong", ...subject, ...codeDiffers(school.name, code, school.code), found: code, expected: school.code }]; // prettier-ignore
}

function creditFindings(filed: readonly FiledCode[]): readonly Finding[] {
  const firsts = new Map<string, FiledCode>();
  return filed.flatMap(({ school, code, subject }): readonly Finding[] => {
    const first = firsts.get(code) ?? { school, code, subject };
    firsts.set(code, first);
    const isOthers = first.school !== school;
    return [
      ...(hasOrganisationCode(code)
        ? []
        : [{ code: "school-code-wrong" as const, ...subject, ...organisationCodeWrong(school.name, subject.element ?? "") }]),
      ...(isOthers
        ? [{ code: "school-code-wrong" as const, ...subject, ...(first.subject.at && { alsoAt: [first.subject.at] }), ...creditCodeTwice(first.school.name, school.name) }]
        : []),
    ]; // prettier-ignore
  });
}
