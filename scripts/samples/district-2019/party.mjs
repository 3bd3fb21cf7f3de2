import { apportion } from "../chance.mjs";
import { isPreschool, size } from "./school-kinds.mjs";

/** Opened since 2018, they have no records of that year yet that an inspection could read. */
const notInspected = new Set(["区幼儿园永定分园", "永定第二幼儿园", "福台景园幼儿园"]);

export function party({ schools, chance, people, file }) {
  const own = schools.filter(({ owner }) => owner === "公办");
  const branches = own.map((school) => (school.size > 1500 ? 3 : school.size > 800 ? 2 : 1));
  const shared = (total, caps) =>
    apportion(
      total,
      own.map((school) => school.size * chance.spread(0.8)),
      { caps },
    );
  const moved = shared(45, branches);
  const appointed = shared(
    46,
    branches.map((count) => count + 1),
  );
  const confirmed = shared(28);
  const admitted = shared(29);
  const activists = shared(144);
  const kindergartens = own.filter(isPreschool);
  const instructors = apportion(26, kindergartens.map(size), { caps: kindergartens.map(() => 3) });
  own.forEach((school, index) =>
    file(school, "党建工作", {
      党支部数: branches[index],
      调整党支部: moved[index],
      任命党务干部: appointed[index],
      派出指导员: instructors[kindergartens.indexOf(school)] ?? 0,
      党员数: Math.max(5, Math.round(people.get(school).teachers * 0.31)) + admitted[index],
      转正党员: confirmed[index],
      发展党员: admitted[index],
      入党积极分子: activists[index],
      巡察调阅: notInspected.has(school.name) ? "否" : "是",
    }),
  );
}
