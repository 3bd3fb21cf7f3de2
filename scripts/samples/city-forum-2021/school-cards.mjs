import { apportion, sum } from "../chance.mjs";

const pupilsPerStaff = { 学前: 8.2, 小学: 15.9, 初中: 12.2, 高中: 11.5, 中职: 14.8, 特教: 4.4 };
const isBasic = ({ stage }) => stage === "小学" || stage === "初中";
const isSchool = (school) => isBasic(school) || school.stage === "高中";
const inTown = ({ area }) => area === "城区";

export function basics({ schools, file }) {
  for (const school of schools) {
    const staff = Math.ceil(school.size / pupilsPerStaff[school.stage]);
    const teachers = Math.floor(staff * (school.stage === "学前" ? 0.63 : 0.91));
    file(school, "学校基本情况", { 在校生数: school.size, 教职工数: staff, 专任教师数: teachers });
  }
}

/** Every school and kindergarten has all four safeguards. */
export function equipment({ schools, chance, file }) {
  const laboratories = new Set(chance.some(schools.filter(isSchool), 21));
  const resourceRooms = new Set(chance.some(schools.filter(isBasic), 13));
  for (const school of schools) {
    const isLarge = school.size > 2000;
    file(school, "装备与安全", {
      资源教室数: school.stage === "特教" ? 3 : resourceRooms.has(school) ? 1 : 0,
      人工智能实验室数: laboratories.has(school) ? (isLarge ? 2 : 1) : 0,
      专职保安数: Math.max(2, Math.round(school.size / 320)),
      校医数: school.stage === "学前" ? 0 : isLarge || school.stage === "高中" ? 2 : 1,
      封闭化管理: "是",
      护学岗: "是",
      一键报警: "是",
      视频监控: "是",
    });
  }
}

/** Ten town schools without a canteen are catered for: 62.4 % of their pupils eat there. */
export function catering({ schools, chance, file }) {
  const basic = schools.filter(isBasic);
  const catered = chance.some(
    basic.filter((school) => inTown(school) && school.boarding === "走读"),
    10,
  );
  const eating = apportion(
    Math.round(sum(catered.map(({ size }) => size)) * 0.624),
    catered.map(({ size }) => size * chance.spread(0.2)),
    { caps: catered.map(({ size }) => size) },
  );
  for (const school of basic) {
    const at = catered.indexOf(school);
    const asked = Math.round(eating[at] * 0.83);
    file(school, "配餐与校车", {
      已建食堂: at < 0 ? "是" : "否",
      集中配餐: at < 0 ? "否" : "是",
      配餐校在校生数: at < 0 ? "—" : school.size,
      配餐人数: at < 0 ? "—" : eating[at],
      配餐问卷数: at < 0 ? "—" : asked,
      配餐满意数: at < 0 ? "—" : asked - Math.round(asked * (0.02 + 0.03 * chance.next())),
      校车服务: "是",
    });
  }
}

/** 92.36 % of the pupils stay after class, at the latest until 18:00. */
export function afterClass({ schools, chance, file }) {
  const basic = schools.filter(isBasic);
  const staying = apportion(
    Math.round(sum(basic.map(({ size }) => size)) * 0.9236),
    basic.map(({ size }) => size * chance.spread(0.05)),
    { caps: basic.map(({ size }) => size) },
  );
  const programmes = apportion(
    427,
    basic.map(({ size }) => Math.sqrt(size) * chance.spread(0.3)),
  );
  basic.forEach((school, index) => {
    const asked = Math.round(staying[index] * 0.64);
    const isLate = inTown(school) || school.stage === "初中";
    file(school, "课后服务", {
      开展校在校生数: school.size,
      参与学生数: staying[index],
      特色项目数: programmes[index],
      结束时: isLate ? 18 : 17,
      结束分: isLate ? 0 : 30,
      课后问卷数: asked,
      课后满意数: asked - Math.round(asked * (0.01 + 0.05 * chance.next())),
    });
  });
}

/** All day schools of the town open their grounds, and six others. */
export function sports({ schools, chance, file }) {
  const all = schools.filter(isSchool);
  const mustOpen = all.filter((school) => isBasic(school) && inTown(school) && school.boarding === "走读");
  const others = all.filter((school) => !mustOpen.includes(school));
  const open = new Set([...mustOpen, ...chance.some(others, 6)]);
  for (const school of all)
    file(school, "体育活动", {
      体育活动时长: chance.next() < 0.25 ? 1.5 : 1,
      场地开放: open.has(school) ? "是" : "否",
    });
}

export function vocational({ schools, file }) {
  const filed = [
    { 高水平专业数: 4, 产教融合基地数: 3 },
    { 高水平专业数: 2, 产教融合基地数: 2 },
  ];
  schools.filter(({ stage }) => stage === "中职").forEach((school, index) => file(school, "职业教育", filed[index]));
}
