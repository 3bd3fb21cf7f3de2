import { digest } from "../domain/digest";
import { canonicalDefinition } from "./canonical";
import type { ReportDefinition } from "./definition";

/** Sixteen hexadecimal digits that change when what schools are asked to fill in changes. */
export function templateDigest(definition: ReportDefinition): string {
  const { forms, elements, codes } = canonicalDefinition(definition);
  return digest(JSON.stringify([forms, elements, codes]));
}

/** What schools are asked for in a form, as the stamp of a template lists it. */
export const askedField = (form: string, element: string): string => `${form}·${element}`;
