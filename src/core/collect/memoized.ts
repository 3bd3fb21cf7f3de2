/** The same answer for the same object, worked out once; forgotten with the object. */
export function memoized<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    const found = known.get(key) ?? { answer: answer(key) };
    known.set(key, found);
    return found.answer;
  };
}

const mostTexts = 20_000;

/** The same for texts: schools write the same labels over and over. Forgets everything when it has seen too many. */
export function memoizedText<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.answer;
    if (known.size >= mostTexts) known.clear();
    const made = { answer: answer(text) };
    known.set(text, made);
    return made.answer;
  };
}
