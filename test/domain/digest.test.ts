import fc from "fast-check";
import { digest } from "../../src/domain/digest";

/** FNV-1a as it is published, with unbounded integers. */
function published(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    for (const byte of [unit % 256, Math.floor(unit / 256)])
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

describe("a digest", () => {
  it("of nothing is the offset of FNV-1a", () => {
    expect(digest("")).toBe("cbf29ce484222325");
  });

  it("is FNV-1a of 64 bits for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(digest(text)).toBe(published(text));
      }),
    );
  });

  it("changes with the order of two characters", () => {
    expect(digest("公办率")).not.toBe(digest("公率办"));
  });
});
