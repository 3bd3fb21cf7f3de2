import type { School } from "../../../src/domain/school";

export type SchoolType = "幼儿园" | "小学" | "小学教学点" | "初级中学" | "九年一贯制学校" | "完全中学" | "高级中学";
export type Stage = "学前" | "小学" | "初中" | "高中";

/** A school of the made-up district with what its forms repeat. */
export interface PlannedSchool {
  readonly school: School;
  readonly type: SchoolType;
  readonly stages: readonly Stage[];
  readonly urban: "城区" | "镇区" | "乡村";
  readonly isPrivate: boolean;
  readonly creditCode: string;
}

const stagesOf: Readonly<Record<SchoolType, readonly Stage[]>> = {
  幼儿园: ["学前"],
  小学: ["小学"],
  小学教学点: ["小学"],
  初级中学: ["初中"],
  九年一贯制学校: ["小学", "初中"],
  完全中学: ["初中", "高中"],
  高级中学: ["高中"],
};
const prefixes: Readonly<Record<SchoolType, string>> = {
  幼儿园: "11",
  小学: "21",
  小学教学点: "21",
  初级中学: "31",
  九年一贯制学校: "31",
  完全中学: "34",
  高级中学: "34",
};
/** The mix of twenty schools; a larger district has it again and again. */
const mix: readonly SchoolType[] = [
  "幼儿园", "小学", "初级中学", "小学教学点", "幼儿园", "小学", "九年一贯制学校", "小学", "幼儿园", "小学教学点",
  "小学", "幼儿园", "小学", "高级中学", "幼儿园", "小学", "小学教学点", "初级中学", "小学", "幼儿园",
]; // prettier-ignore
const towns = ["城关街道", "东城街道", "柳林镇", "河东镇", "石桥镇", "王集镇", "白沙镇", "南岗镇", "双庙乡", "青山乡"];
const villages = ["李家", "大王庄", "前营", "后营", "西岭", "河口", "三里堡", "新庄", "杨楼", "沙沟", "高庙", "五里屯"];
const provinceCode = "37";
const districtCode = "370899";

export function planSchools(count: number): readonly PlannedSchool[] {
  const named = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / mix.length);
    const mixed = mix[index % mix.length] ?? "小学";
    const type = mixed === "高级中学" && round % 3 === 1 ? "完全中学" : mixed;
    const town = towns[(index * 3 + round) % towns.length] ?? "";
    const urban = town.endsWith("街道") ? "城区" : town.endsWith("镇") && index % 3 !== 0 ? "镇区" : "乡村";
    const isPrivate = type === "幼儿园" && index % 5 === 4;
    const serial = String(10000 + index * 7).padStart(6, "0");
    const code = `${prefixes[type]}${provinceCode}${serial}`;
    const name = nameOf(type, town, index, named);
    return {
      type,
      stages: stagesOf[type],
      urban,
      isPrivate,
      creditCode: creditCodeOf(isPrivate ? "52" : "12", index),
      school: {
        code,
        name,
        aliases: [],
        attributes: {
          学校代码: code,
          学校名称: name,
          办学类型: type,
          学段: stagesOf[type].at(-1) ?? "",
          城乡: urban,
          办别: isPrivate ? "民办" : "公办",
          ...(type === "幼儿园" && { 普惠: isPrivate && index % 2 === 0 ? "是" : "否" }),
          乡镇: town,
        },
      },
    };
  });
}

function nameOf(type: SchoolType, town: string, index: number, named: Map<string, number>): string {
  const place = town.replace(/街道$/u, "");
  const village = villages[index % villages.length] ?? "";
  const ending: Readonly<Record<SchoolType, string>> = {
    幼儿园: "幼儿园",
    小学: "小学",
    小学教学点: "教学点",
    初级中学: "初级中学",
    九年一贯制学校: "学校",
    完全中学: "中学",
    高级中学: "高级中学",
  };
  const isVillage = type === "幼儿园" || type === "小学" || type === "小学教学点";
  const base = `${place}${isVillage ? village : ""}${ending[type]}`;
  const times = (named.get(base) ?? 0) + 1;
  named.set(base, times);
  return times === 1
    ? base
    : `${place}${isVillage ? village : ""}第${"一二三四五六七八九十".charAt(times - 1)}${ending[type]}`;
}

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100 with the GB 11714 check digit of the organisation code inside. */
function creditCodeOf(kind: string, index: number): string {
  const organisation = String(49300000 + index * 137);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const weighted = [...organisation].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0);
  const rest = (11 - (weighted % 11)) % 11;
  const body = `${kind}${districtCode}${organisation}${rest === 10 ? "X" : String(rest)}`;
  let [total, weight] = [0, 1];
  for (const character of body) [total, weight] = [total + alphabet.indexOf(character) * weight, (weight * 3) % 31];
  return `${body}${alphabet.charAt((31 - (total % 31)) % 31)}`;
}
