import { apportion, sum } from "../chance.mjs";
import { connectedTownships } from "./county.mjs";
import { isBasic, isKey, size, teachersOf } from "./school-kinds.mjs";

/** Places offered and wanted next autumn in the town: Σ max(0, wanted − offered) is 4715 and 824. */
export function placesWanted({ schools, chance, file }) {
  const town = schools.filter((school) => school.area === "城区" && isBasic(school));
  for (const [stage, total, relaxed] of [
    ["小学", 4715, new Set(["泉河小学", "宝相寺小学"])],
    ["初中", 824, new Set(["四实中", "六实中"])],
  ]) {
    const all = town.filter((school) => school.stage === stage);
    const short = all.filter((school) => !relaxed.has(school.short));
    const gaps = apportion(
      total,
      short.map((school) => school.size * chance.spread(0.4)),
    );
    for (const school of all) {
      const offered = Math.round((school.size * 0.92) / 10) * 10;
      const gap = short.includes(school) ? gaps[short.indexOf(school)] : -chance.between(30, 90);
      file(school, "学位供需", [{ 供需学段: stage, 可供学位: offered, 预测需求: offered + gap }]);
    }
  }
}

/** 控辍保学, and the populations the rates are told against. */
export function retention({ schools, chance, file }) {
  const basic = schools.filter(isBasic);
  const disabled = apportion(612, basic.map(size), { caps: basic.map((school) => Math.ceil(school.size / 40)) });
  const ofAge = basic.map((school) => school.size - chance.between(0, Math.ceil(school.size / 400)));
  basic.forEach((school, index) => {
    const isJunior = school.stage === "初中";
    const entered = Math.round(school.size * (0.29 + 0.05 * chance.next()));
    file(school, "控辍保学", {
      适龄在校生数: ofAge[index],
      残疾学生数: disabled[index],
      辍学人数: 0,
      九年级毕业数: isJunior ? entered - Math.round(entered * 0.016 * chance.next()) : "—",
      七年级入学数: isJunior ? entered : "—",
    });
  });
  return { 义务教育适龄人口: sum(ofAge) + 21, 适龄残疾儿童人口: 630 };
}

export function quality({ schools, chance, people, file }) {
  for (const school of schools.filter(isBasic)) {
    const isJunior = school.stage === "初中";
    const basic = people.get(school).basic;
    const sat = isJunior ? basic.九年级 - chance.between(0, 6) : Math.min(school.size, chance.between(30, 45));
    const mean = isJunior ? 526 + chance.between(-38, 34) : 244 + chance.between(-22, 20);
    const total = Math.round(sat * mean * 2 + chance.between(0, 1)) / 2;
    file(school, "学业质量", {
      中考参考人数: isJunior ? sat : "—",
      中考总分: isJunior ? total : "—",
      督查抽测人数: isJunior ? "—" : sat,
      督查总分: isJunior ? "—" : total,
    });
  }
  const senior = schools.filter(({ stage }) => stage === "高中");
  const weights = [0.62, 0.27, 0.11];
  const [over, admitted, top, best, first] = [
    [2155, weights],
    [1552, [0.66, 0.25, 0.09]],
    [46, [0.8, 0.17, 0.03]],
    [5, [0.9, 0.1, 0]],
    [96, [0.78, 0.18, 0.04]],
  ].map(([total, by]) => apportion(total, by));
  senior.forEach((school, index) =>
    file(school, "高考", {
      参考人数: people.get(school).basic.高三 + chance.between(20, 90),
      本科上线: over[index],
      本科录取: admitted[index],
      特高分: best[index],
      高分: top[index],
      双一流录取: first[index],
      北大录取: index === 0 ? 2 : 0,
      清华录取: 0,
    }),
  );
  file(
    schools.find(({ stage }) => stage === "中职"),
    "毕业就业",
    { 毕业生数: 1083, 就业人数: 1062 },
  );
}

export function equipment({ schools, chance, file }) {
  const inCounty = schools.filter(({ stage }) => stage !== "学前");
  const villages = inCounty.filter(({ area }) => area === "乡村");
  const loose = villages.filter(({ township }) => !connectedTownships.has(township));
  const unconnected = new Set(loose.filter((school, index) => index % 5 === 2 || chance.next() < 0.6));
  for (const school of inCounty) {
    const isTown = school.area === "城区";
    file(school, "信息化与安全", {
      同步课堂: unconnected.has(school) ? "否" : "是",
      大数据精准教学: isTown || school.central === "是" || school.stage === "初中" || chance.next() < 0.3 ? "是" : "否",
      学生用计算机: Math.round(school.size * (0.1 + 0.06 * chance.next())),
      多媒体教室: Math.max(2, Math.round(school.size / 42)),
      录播教室: school.size > 1200 ? 2 : school.size > 350 ? 1 : 0,
      法治副校长: "是",
      城管副校长: isTown && school.stage !== "中职" ? "是" : "否",
      专职保安数: Math.max(1, Math.round(school.size / 260)),
    });
  }
}

export function party(context) {
  const { schools, chance, file } = context;
  const teachers = schools.map(teachersOf(context));
  const admitted = apportion(
    20,
    schools.map((school, index) => (school.stage === "学前" ? 0 : teachers[index] * chance.spread(1))),
  );
  const applied = apportion(
    500,
    teachers.map((count) => count * chance.spread(0.6)),
    { caps: teachers.map((count) => Math.floor(count / 3)) },
  );
  schools.forEach((school, index) => {
    const members = Math.max(3, Math.round(teachers[index] * (0.22 + 0.12 * chance.next()))) + admitted[index];
    const leaders =
      school.size > 1500 ? chance.between(5, 8) : school.size > 350 ? chance.between(3, 5) : chance.between(1, 2);
    const young = isKey(school) ? chance.between(1, Math.max(1, leaders - 2)) : chance.between(0, 1);
    file(school, "党建与干部", {
      党支部数: members > 60 ? 3 : 1,
      党员数: members,
      发展预备党员: admitted[index],
      递交申请书: applied[index],
      校级干部数: leaders,
      八零后校级干部数: young,
    });
  });
}
