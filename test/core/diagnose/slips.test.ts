import { cleanDistrict } from "../../../scripts/bench/slips/district";
import { fatesOf, judged, makeSlips } from "../../../scripts/bench/slips/measure";
import { slipMakers } from "../../../scripts/bench/slips/slips";

const district = cleanDistrict(16, 3);
const perKind = 8;

/** A smaller run of `npm run bench:slips`, which measures all kinds. */
describe("in a district of two years", () => {
  it("nothing is found or proposed where nobody slipped", () => {
    const { findings, causes } = judged(district, district.collection);
    expect(findings).toEqual([]);
    expect(causes.size).toBe(0);
  });

  it.each(["多了负号", "合计里一项加了两遍", "元填进万元格等（×10000）"])(
    "most slips of the kind %s are found and told first",
    (kind) => {
      const makers = slipMakers.filter(({ name }) => name === kind);
      const fates = makers.flatMap((maker) => fatesOf(district, makeSlips(district, maker, perKind, 3)));
      expect(fates).toHaveLength(perKind);
      expect(fates.filter(({ place }) => place === 0).length).toBeGreaterThanOrEqual(perKind - 2);
    },
  );
});
