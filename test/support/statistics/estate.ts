import type { CellContent } from "../../../src/domain/cell";
import type { SchoolYears } from "./cohorts";
import { classesOf } from "./cohorts";
import { type Seeded, split, sum } from "./seeded";

type Values = Readonly<Record<string, CellContent>>;

/** 办学条件 of both years: this year is last year and what was added since. */
export function estateOf(
  { planned, last, current }: SchoolYears,
  boards: boolean,
  random: Seeded,
): readonly [Values, Values] {
  const pupils = sum(last.flatMap(({ grades }) => grades));
  const built = hundredths(pupils * random.between(9, 12));
  const added = random.next() < 0.15 ? hundredths(pupils * random.between(0.3, 0.8)) : 0;
  const land = hundredths(pupils * random.between(26, 34));
  const books = Math.round(pupils * random.between(22, 30));
  const [assets, equipment] = [
    hundredths(pupils * random.between(1.6, 2.4)),
    hundredths(pupils * random.between(0.2, 0.26)),
  ];
  const [moreBooks, moreAssets] = [
    Math.round(pupils * random.between(0.5, 1)),
    hundredths(pupils * random.between(0.05, 0.1)),
  ];
  const [teaching = 0, office = 0, living = 0, other = 0] = split(built, [56, 8, 29, 7]);
  const [rooms = 0, special = 0, shared = 0] = split(teaching, [60, 22, 18]);
  const meters = (value: number): number => value / 100;
  const year = (isCurrent: boolean): Values => {
    const grown = isCurrent ? added : 0;
    const classes = sum((isCurrent ? current : last).map((stage) => classesOf(stage).flat().length));
    return {
      占地面积: meters(land),
      绿化用地面积: meters(Math.round(land * 0.15)),
      运动场地面积: meters(Math.round(land * 0.28)),
      校舍建筑面积: meters(built + grown),
      教学及辅助用房: meters(teaching + grown),
      教室面积: meters(rooms + grown),
      专用教室面积: meters(special),
      公共教学用房面积: meters(shared),
      室内体育用房: meters(Math.round(shared * 0.4)),
      行政办公用房: meters(office),
      生活用房: meters(living),
      其他用房: meters(other),
      学生宿舍面积: boards ? meters(Math.round(living * 0.5)) : 0,
      食堂面积: meters(Math.round(living * 0.3)),
      危房面积: 0,
      当年新增校舍: meters(grown),
      图书册数: books + (isCurrent ? moreBooks : 0),
      当年新增图书: isCurrent ? moreBooks : Math.round(moreBooks * 0.9),
      教室间数: classes + 2,
      专用教室间数: Math.ceil(classes / 3) + 1,
      网络多媒体教室: classes + 1,
      数字终端数: Math.round(pupils * 0.12) + (isCurrent ? 2 : 0),
      固定资产总值: meters(assets + (isCurrent ? moreAssets : 0)),
      当年新增固定资产: meters(isCurrent ? moreAssets : Math.round(moreAssets * 0.8)),
      教学仪器设备值: meters(equipment + (isCurrent ? Math.round(moreAssets / 5) : 0)),
      实验仪器达标: planned.type === "幼儿园" ? "—" : "是",
    };
  };
  return [year(false), year(true)];
}

const hundredths = (value: number): number => Math.round(value * 100);
