/** Texts by key, each in Chinese and in English. `{x}` takes the value of that name. */
export type Deck = Readonly<Record<string, readonly [zh: string, en: string]>>;
