import { hasOrganisationCode, isCreditCode } from "../../src/domain/credit-code";

const valid = [
  "91350100M000100Y43",
  "91512081MA62K0260E",
  "122101154000001650",
  "12210115123456788E",
  "52210115MJE000021J",
  "1221011540000000XE",
];

describe("a 统一社会信用代码", () => {
  it.each(valid)("%s is one, and bears an organisation code", (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(hasOrganisationCode(code)).toBe(true);
  });

  it.each([
    ["another check character", "91350100M000100Y4Z"],
    ["a sum added up wrongly", "91512081MA62K02601"],
    ["a letter that is not used", "91350100I000100Y43"],
    ["17 characters", "91350100M000100Y4"],
    ["19 characters", "91350100M000100Y433"],
    ["nothing", ""],
  ])("with %s is none: %s", (_what, code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it.each(valid)("%s with one character changed is none", (code) => {
    const changed = [...code].map((character, place) => `${code.slice(0, place)}${character === "1" ? "2" : "1"}${code.slice(place + 1)}`); // prettier-ignore
    expect(changed.filter(isCreditCode)).toEqual([]);
  });

  it("can be right as a whole around a wrong organisation code", () => {
    // Two characters of the organisation code differ so that the sum modulo 31 stays what it was.
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const odd = [...alphabet].map((last) => `12210115400000166${last}`).filter(isCreditCode);
    expect(odd).toHaveLength(1);
    expect(odd.map(hasOrganisationCode)).toEqual([false]);
  });
});
