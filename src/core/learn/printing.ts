/** The first of the slots that prints the text, spaces aside. */
export function printing(
  slots: readonly string[],
  text: string,
  tell: (template: string) => string | undefined,
): string | undefined {
  const wanted = text.normalize("NFKC").replace(/\s/gu, "");
  return slots.find((slot) => tell(slot)?.normalize("NFKC") === wanted);
}
