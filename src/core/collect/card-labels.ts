import type { DataElement } from "../../definitions/definition";
import { isCodeHeading, isNameHeading } from "./identity";
import { memoized } from "./memoized";
import { headingText } from "./unit";

/** A label of a card as it is compared, and the label above it or left of it that it belongs to. */
export interface LabelPath {
  readonly outer: string;
  readonly inner?: string;
}

const labelHeadings = memoized(
  (elements: readonly DataElement[]): ReadonlySet<string> =>
    new Set(
      elements
        .flatMap(({ name, at, aliases }) => [name, ...aliases, ...(at === undefined ? [] : [at])])
        .flatMap((label) => label.split("/").map(headingText)),
    ),
);

/** Is this text a label of the form? */
export function labelTest(elements: readonly DataElement[]): (text: string) => boolean {
  const labels = labelHeadings(elements);
  return (text) => labels.has(headingText(text)) || isCodeHeading(text) || isNameHeading(text);
}

/** Where the definition says; then by name; then by alias. */
export const labelPaths = memoized((element: DataElement): readonly LabelPath[] => {
  const { at } = element;
  return (
    [...(at === undefined ? [] : [at]), ...namesOf(element)]
      // 女 of 教职工 is not the 女 the definition asks for under 幼儿数.
      .filter((label) => !(at?.includes("/") === true && !label.includes("/") && at.endsWith(`/${label}`)))
      .map((label) => {
        const [outer = "", inner] = label.split("/").map(headingText);
        return { outer, ...(inner !== undefined && { inner }) };
      })
  );
});

/** Is an answer written in words, which may be the words of a label? */
export const isInWords = ({ type }: DataElement): boolean => type === "文本" || type === "代码";

/** 营利性 may be the answer to 营利性(民办): where answers are words, the fuller of two labels is the label. */
function namesOf(element: DataElement): readonly string[] {
  const { name, aliases } = element;
  const fuller = isInWords(element) ? aliases.filter((alias) => alias !== name && alias.includes(name)) : [];
  return [...fuller, name, ...aliases.filter((alias) => !fuller.includes(alias))];
}
