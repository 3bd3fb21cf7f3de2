import type { Diagnostic } from "../../formula/diagnostic";
import { nearestName } from "../../formula/nearest-name";
import type { KnownNames } from "./known-names";

const words = ["左", "右", "差"];

/** Faults of a rule's 提示: it may print `{左}`, `{右}`, `{差}` and columns of its form, `{[列]}`. */
export function messageFaults(text: string, form: string, known: KnownNames): readonly Diagnostic[] {
  const columns = known.forms.get(form)?.columns ?? new Set<string>();
  return [...text.matchAll(/\{([^{}]*)(\}?)/gu)].flatMap((match): readonly Diagnostic[] => {
    const [, inside = "", closing] = match;
    const at = match.index + 1;
    if (closing === "") return [{ code: "E-T01", at, parts: {} }];
    const column = /^\[(.*)\]$/u.exec(inside)?.[1];
    if (column === undefined ? words.includes(inside) : columns.has(column)) return [];
    const near = column === undefined ? nearestName(inside, words) : nearestName(column, columns);
    const parts = { x: column ?? inside, ...(near !== undefined && { near }) };
    return [
      column === undefined
        ? { code: "E-N01", at: at + 1, parts }
        : { code: "E-N02", at: at + 1, parts: { ...parts, form } },
    ];
  });
}
