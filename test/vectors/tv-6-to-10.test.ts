import type { ReportDraft } from "../../src/core/build-report";
import {
  definitionOf,
  draftOf,
  figureText,
  findingsOf,
  listed,
  numbers,
  partOf,
  picked,
  rosterOf,
  sentencesOf,
} from "./vector-report";

describe("TV-6, sums of money and area that binary numbers do not hold", () => {
  const reportOf = (total: string): ReportDraft =>
    draftOf({
      definition: definitionOf({
        forms: [{ name: "校舍", layout: "清单", periodType: "学年" }],
        elements: numbers("校舍", "㎡", "城区面积", "镇区面积", "乡村面积", "合计", "教室", "专用教室", "公共用房", "教辅用房"),
        rules: [
          { id: "1", form: "校舍", says: "城乡之和等于合计", severity: "错误", formula: "[城区面积]+[镇区面积]+[乡村面积]=[合计]", instruction: "核对" },
          { id: "2", form: "校舍", says: "各室之和等于教辅", severity: "错误", formula: "[教室]+[专用教室]+[公共用房]=[教辅用房]", instruction: "核对" },
        ],
        indicators: [{ id: "1", name: "面积", form: "校舍", numerator: "SUM([城区面积]+[镇区面积]+[乡村面积])", unit: "㎡" }],
      }),
      roster: rosterOf("学段", "甲|小学"),
      filed: listed(
        "校舍",
        "城区面积|镇区面积|乡村面积|合计|教室|专用教室|公共用房|教辅用房",
        `甲|291803778.13|300541613.25|278944360.04|${total}|329155892.97|64578527.35|80282406.61|474016826.93`,
      ),
    }); // prettier-ignore

  it("foot to the cent without a tolerance", () => {
    expect(291803778.13 + 300541613.25 + 278944360.04).not.toBe(871289751.42);
    const report = reportOf("871289751.42");
    expect(findingsOf(report)).toEqual([]);
    expect(figureText(report, "面积")).toBe("871289751.42");
  });

  it("are found one cent out", () => {
    expect(findingsOf(reportOf("871289751.43"))).toHaveLength(1);
  });
});

describe("TV-7, pupils and classes by size", () => {
  const bins = [
    "25人及以下",
    "26至30人",
    "31至35人",
    "36至40人",
    "41至45人",
    "46至50人",
    "51至55人",
    "56至60人",
    "61至65人",
    "66人及以上",
  ];
  const names = bins.map((bin) => `班额${bin}`);
  const classes = (from: number): string =>
    `SUM(${names
      .slice(from)
      .map((name) => `[${name}]`)
      .join("+")})`;
  const all = { form: "班额", denominator: classes(0), kind: "率" };
  const reportOf = (pupils: number): ReportDraft =>
    draftOf({
      definition: definitionOf(
        {
          forms: [{ name: "班额", layout: "清单", periodType: "学年" }],
          elements: [...numbers("班额", "个", ...names), ...numbers("班额", "人", "学生数")],
          rules: ["D10a", "D10b"].map((library) => ({ id: library, form: "班额", library })),
          indicators: [
            picked("G04", "平均班额", { form: "班额", numerator: "SUM([学生数])", denominator: classes(0), format: "0.00" }),
            picked("S07", "大班额比例", { ...all, numerator: classes(7) }),
            picked("S08", "超大班额比例", { ...all, numerator: classes(9) }),
            picked("P33", "超标班数", { form: "班额", numerator: classes(5) }),
          ],
        },
        "平均班额{平均班额},大班额{大班额比例},超大班额{超大班额比例},超过45人{超标班数}",
      ),
      roster: rosterOf("学段", "甲|小学"),
      filed: listed("班额", [...names, "学生数"].join("|"), `甲|1|2|3|2|2|1|0|1|0|0|${String(pupils)}`),
    }); // prettier-ignore

  it("come to 36.75 in a class, one oversize class, two over 45", () => {
    expect(sentencesOf(reportOf(441))).toEqual(["平均班额36.75人,大班额8.33%,超大班额0%,超过45人2个"]);
    expect(findingsOf(reportOf(441))).toEqual([]);
  });

  it.each([
    [402, []],
    [470, []],
    [401, ["按班额至少402人，学生数401人，少1人"]],
    [471, ["学生数471人，按班额至多470人，多1人"]],
  ])("hold %i pupils or do not", (pupils, findings) => {
    expect(findingsOf(reportOf(pupils))).toEqual(findings.map((said) => expect.stringContaining(said) as unknown));
  });
});

describe("TV-8, one cohort by the three ways of telling its retention", () => {
  const fields = ["填报学段", "毕业生数", "入学年学生数", "转入", "转出", "死亡"];
  const report = draftOf({
    definition: definitionOf(
      {
        ...partOf("学生与控辍", ...fields),
        indicators: [picked("G02a", "校正"), picked("G02b", "入学校正"), picked("G02c", "未校正")],
      },
      "{校正},{入学校正},{未校正}",
    ),
    roster: rosterOf("学段|城乡", "甲|初中|城区"),
    filed: { 甲: [["学生与控辍", `${fields.join("|")}\n初中|789|812|46|63|1`]] },
  });

  it("prints 99.38 %, 99.25 % and 97.17 %", () => {
    expect(sentencesOf(report)).toEqual(["99.38%,99.25%,97.17%"]);
    expect(figureText(report, "校正")).toBe("806/811");
  });
});

/** Numbers that are entered: this year's, and last year's where there is one. */
function entered(
  rows: readonly (readonly [name: string, value: number, lastYear?: number])[],
  sentence: (name: string, index: number) => string,
): readonly string[] {
  const definition = definitionOf(
    {
      indicators: rows.map(([name]) => ({ id: name, name, numerator: `${name}数`, kind: "量", unit: "" })),
      parameters: rows.flatMap(([name, value, past]) => [
        { use: "局填", name: `${name}数`, value },
        ...(past === undefined ? [] : [{ use: "历史", name, period: "2021年", value: past }]),
      ]),
    },
    ...rows.map(([name], index) => sentence(name, index)),
  );
  return sentencesOf(draftOf({ definition, roster: rosterOf("学段", "甲|小学"), filed: {} }));
}

describe("TV-9, growth as the bulletins print it, from unrounded numbers", () => {
  const rows = [
    ["幼儿园", 289_200, 289_200 + 5610, "下降1.90%"],
    ["在园", 46_275_500, 46_275_500 + 1_776_600, "下降3.70%"],
    ["学校", 15_340, 15_340 + 294, "下降1.88%"],
    ["入园", 377_694, 377_694 + 48_729, "下降11.43%"],
    ["毕业", 17_406_100, 17_406_100 - 225_800, "增长1.31%"],
    ["教学点", 103_000, 103_000 - 4561, "增长4.63%"],
  ] as const;
  const printed = entered(
    rows.map(([name, value, past]) => [name, value, past]),
    (name) => `{${name}:较上年增长 2位 补零}`,
  );

  it.each(rows.map(([name, , , change], index) => [name, change, index] as const))("%s %s", (_name, change, index) => {
    expect(printed[index]).toBe(`较上年${change}`);
  });
});

describe("TV-10, rounding once, half away from zero, on the decimal value", () => {
  const rows = [
    [1.005, 2, "1.01"],
    [2.675, 2, "2.68"],
    [0.285, 2, "0.29"],
    [10.235, 2, "10.24"],
    [4.35, 1, "4.4"],
    [28.165, 2, "28.17"],
    [28.25, 1, "28.3"],
    [28.35, 1, "28.4"],
    [28.2501, 1, "28.3"],
    [8.53459, 2, "8.53"],
    [2.5, 0, "3"],
    [-0.125, 2, "-0.13"],
  ] as const;
  const printed = entered(
    rows.map(([value], index) => [`数值_${String(index)}`, value]),
    (name, index) => `{${name}:${String(rows[index]?.[1])}位}`,
  );

  it.each(rows.map(([value, places, text], index) => [value, places, text, index] as const))(
    "%d to %i places is %s",
    (_value, _places, text, index) => {
      expect(printed[index]).toBe(text);
    },
  );
});
