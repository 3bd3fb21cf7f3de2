import fc from "fast-check";
import { canonicalDefinition, definitionDigest } from "../../src/definitions/canonical";
import type { ReportDefinition } from "../../src/definitions/definition";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { arbitraryDefinition } from "./arbitrary-definition";
import { kindergartens } from "./kindergartens";

function definitionOf(json: unknown): ReportDefinition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

/** The same JSON with the keys of every object turned round. */
function turned(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(turned);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, value]) => [key, turned(value)]),
  );
}

describe("the canonical form", () => {
  it("says nothing that is understood", () => {
    expect(canonicalDefinition(definitionOf(kindergartens))).toEqual(kindergartens);
  });

  it("means the same definition", () => {
    fc.assert(
      fc.property(arbitraryDefinition, (json) => {
        const definition = definitionOf(json);
        expect(definitionOf(canonicalDefinition(definition))).toEqual(definition);
      }),
    );
  });

  it("does not depend on the order of keys, nor does the digest", () => {
    fc.assert(
      fc.property(arbitraryDefinition, (json) => {
        const [definition, other] = [definitionOf(json), definitionOf(turned(json))];
        expect(JSON.stringify(canonicalDefinition(other))).toBe(JSON.stringify(canonicalDefinition(definition)));
        expect(definitionDigest(other)).toBe(definitionDigest(definition));
      }),
    );
  });

  it("is the same whether a default is written or not", () => {
    const [first, ...rest] = kindergartens.rules;
    expect(
      definitionDigest(definitionOf({ ...kindergartens, rules: [{ ...first, ifMissing: "不判" }, ...rest] })),
    ).toBe(definitionDigest(definitionOf(kindergartens)));
  });

  it.each([
    ["a rate's cap", { indicators: kindergartens.indicators.map((row) => ({ ...row, cap: 2 })) }],
    ["the order of the codes, which is the print order", { codes: [...kindergartens.codes].reverse() }],
    ["a name of the settings", { profile: { ...kindergartens.profile, names: { 地区: "汶上县", 年: 2023 } } }],
  ])("has another digest for another value of %s", (_, change) => {
    expect(definitionDigest(definitionOf({ ...kindergartens, ...change }))).not.toBe(
      definitionDigest(definitionOf(kindergartens)),
    );
  });
});
