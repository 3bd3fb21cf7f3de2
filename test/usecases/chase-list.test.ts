import type { Intake } from "../../src/domain/intake";
import { chaseMessage, completenessLines } from "../../src/usecases/chase-list";

const school = (name: string, township: string): Intake["schools"][number]["school"] => ({
  code: name,
  name,
  aliases: [],
  attributes: { 乡镇: township },
});
const one = (
  name: string,
  township: string,
  state: Intake["schools"][number]["state"],
  forms: readonly (readonly [string, Intake["schools"][number]["forms"][number]["state"]])[] = [],
): Intake["schools"][number] => ({
  school: school(name, township),
  state,
  forms: forms.map(([form, formState]) => ({ form, state: formState })),
  due: forms.length,
  filed: 0,
  files: [],
});

const intake: Intake = {
  schools: [
    one("城关小学", "城关", "not-filed"),
    one("柳林小学", "柳林", "filed"),
    one("东湾小学", "柳林", "not-filed"),
    one("南站小学", "城关", "partial", [
      ["基本情况", "filed"],
      ["班级情况", "not-filed"],
      ["高考", "exempt"],
      ["资助", "empty"],
    ]),
    one("西关小学", "", "exempt"),
  ],
  forms: [
    { label: "基本情况", due: 4, filed: 2 },
    { label: "高考", due: 0, filed: 0 },
  ],
  townships: [
    { label: "城关", due: 2, filed: 0 },
    { label: "", due: 1, filed: 1 },
  ],
};
const options = { title: "2022年教育工作总结", now: "2023-01-05T09:00:00", due: "2023-01-09T17:30" };

describe("the chase message", () => {
  it("names every school that has not sent anything, and what the others still owe", () => {
    expect(chaseMessage(intake, options)).toBe(
      "各位老师好：截至1月5日09:00，2022年教育工作总结还有2所未报：城关小学、东湾小学。另有1所没有报齐：南站小学（缺班级情况；资助是空表）。请于1月9日17:30前发来。已说明原因的请忽略。",
    );
  });

  it("can go township by township", () => {
    expect(chaseMessage(intake, { ...options, byTownship: true })).toContain(
      "还有2所未报：【城关】城关小学；【柳林】东湾小学。",
    );
  });

  it("names no school that need not report", () => {
    expect(chaseMessage(intake, options)).not.toContain("西关小学");
  });

  it("says when all are in", () => {
    const done = { ...intake, schools: intake.schools.filter(({ state }) => state === "filed" || state === "exempt") };
    expect(chaseMessage(done, options)).toBe("各位老师好：2022年教育工作总结1所全部报齐。");
  });
});

test("completeness is told form by form and township by township", () => {
  expect(completenessLines(intake)).toEqual([
    "各表到报：",
    "基本情况 2/4",
    "",
    "各乡镇报齐：",
    "城关 0/2",
    "没有写乡镇的 1/1",
  ]);
});
