import { type SchoolCodeFault, commonProvince, schoolCodeFault } from "../../src/domain/school-code";

describe("a 学校标识码", () => {
  it.each(["1144000501", "3133005132", "4141010459", "2166000001"])("%s can be one", (code) => {
    expect(schoolCodeFault(code)).toBeUndefined();
  });

  it.each<[code: string, fault: SchoolCodeFault]>([
    ["114400050", "length"],
    ["11440005011", "length"],
    ["11440005O1", "length"],
    ["1244000501", "kind"],
    ["3833005132", "kind"],
    ["1116000501", "province"],
    ["3708301018", "province"],
  ])("%s cannot: its %s is wrong", (code, fault) => {
    expect(schoolCodeFault(code)).toBe(fault);
  });

  it.each<[codes: readonly string[], province: string | undefined]>([
    [["1137000101", "2137000102", "3141000103"], "37"],
    [["1137000101", "3141000103"], undefined],
    [["1", "2", "2137000102"], "37"],
    [[], undefined],
  ])("of %p most are in province %p", (codes, province) => {
    expect(commonProvince(codes)).toBe(province);
  });
});
