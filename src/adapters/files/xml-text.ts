const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu;

/** Character data of XML with its references resolved; unknown ones stay as they are. */
export function xmlText(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/gu, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

const attribute = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Attributes by local name; of a prefixed and a bare one of the same name the bare one counts. */
export function attributesOf(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of qualifiedAttributes(raw)) {
    const local = name.slice(name.indexOf(":") + 1);
    if (local === name || !attributes.has(local)) attributes.set(local, value);
  }
  return attributes;
}

/** Attributes by name as written, for formats in which prefixes are fixed and tell attributes apart. */
export function qualifiedAttributes(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let match = attribute.exec(raw); match; match = attribute.exec(raw)) {
    const [, name = "", double, single] = match;
    attributes.set(name, xmlText(double ?? single ?? ""));
  }
  return attributes;
}

/** True as XML writes it. */
export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";

/** The text of a cell: `_x000D_` stands for a character XML cannot hold. */
export const cellText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
