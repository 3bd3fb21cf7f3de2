import { exactText } from "../../../src/domain/exact";
import { clauseText, type Clause, type Narrative } from "../../../src/domain/narrative";
import { draftOf, readSample } from "../../support/sample-county";

const city = readSample("city-2021");
const { previous, ...ofThisYear } = city;
const report = draftOf(city);

const clausesOf = ({ blocks }: Narrative): ReadonlyMap<string, Clause> =>
  new Map(
    blocks.flatMap((block) =>
      block.type === "paragraph" ? block.clauses.map((clause) => [clause.id, clause] as const) : [],
    ),
  );

describe("the city's comparisons with last year", () => {
  it("all come from the schools that filed then", () => {
    const compared = [...report.figures.values()].flatMap(({ key, past }) =>
      past.flatMap(({ label, submissions }) =>
        label === "上年" ? [[key, submissions?.counted === submissions?.expected && submissions !== undefined]] : [],
      ),
    );
    expect(compared).toEqual(
      ["前十名本市人数", "高分人数", "一本上线人数", "一本上线率", "二本上线人数", "自治区大赛获奖数", "高职就业率"].map((key) => [key, true]), // prettier-ignore
    );
  });

  it("are withheld without last year's files, and nothing else is", () => {
    const [told, without] = [clausesOf(report.narrative), clausesOf(draftOf(ofThisYear).narrative)];
    const changed = [...told].flatMap(([id, clause]) => {
      const now = without.get(id);
      const text = now && clauseText(now);
      return text === clauseText(clause) ? [] : [[id, text]];
    });
    expect(changed).toEqual([
      ["N-21", "2021年高考成绩××"],
      ["N-24", "全区文理科总分前十名21人中,我市占5人,比去年××"],
      ["N-27", "文理科总分600分以上我市118人,比去年××,占全区的1.32%"],
      ["N-29", "一本上线1264人,比去年××,上线率16.08%"],
      ["N-30", "二本3021人,比去年××"],
      ["N-34", "在2021年自治区职业技能比赛中获得64个奖项"],
      ["N-36", "就业率达到95%,同比××"],
    ]);
    expect([...without.keys()]).toEqual([...told.keys()]);
  });

  it("read nothing of forms no school filed then", () => {
    expect(previous?.findings.map(({ code }) => code)).toContain("form-missing");
    expect(report.figures.get("专门学校学位")?.lastYear).toBeUndefined();
  });

  it("know the schools that opened, closed and merged since", () => {
    const changeOf = (key: string) => {
      const figure = report.figures.get(key);
      const change = figure && report.comparableChanges.get(figure.key);
      return [
        change?.continuing.schools,
        ...[...(change?.opened ?? []), ...(change?.closed ?? [])].map(
          ({ school, value }) => `${school.name} ${value ? exactText(value) : ""}`,
        ),
        ...(change?.merged ?? []).map(({ from, into }) => `${from.map(({ name }) => name).join("、")}→${into.name}`),
      ];
    };
    expect(changeOf("一本上线人数")).toEqual([8, "清川县民族中学 45", "xx市育才高级中学 16"]);
    expect(changeOf("自治区大赛获奖数")).toEqual([3, "xx市第三职业技术学校→xx市第一职业技术学校"]);
  });
});
