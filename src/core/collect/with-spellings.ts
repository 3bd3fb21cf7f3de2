import type { LearnedSpelling } from "../../domain/casework";
import type { CompiledDefinition } from "../../definitions/compiled";

/** The definition with the headings people have said to mean an element as further aliases of it. Names and places go first. */
export function withSpellings(
  definition: CompiledDefinition,
  spellings: readonly LearnedSpelling[],
): CompiledDefinition {
  const active = spellings.filter(({ active: isActive, heading }) => isActive && heading !== "");
  if (active.length === 0) return definition;
  const learned = (form: string, element: string): readonly string[] =>
    active.filter((one) => one.form === form && one.element === element).map(({ heading }) => heading);
  const forms = [...definition.forms].map(([name, form]) => {
    const elements = form.elements.map((element) => {
      const more = learned(name, element.name);
      return more.length === 0 ? element : { ...element, aliases: [...element.aliases, ...more] };
    });
    return [name, { ...form, elements }] as const;
  });
  return { ...definition, forms: new Map(forms) };
}
