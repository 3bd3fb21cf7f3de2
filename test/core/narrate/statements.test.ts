import type { Figure } from "../../../src/domain/figure";
import { figureKey } from "../../../src/domain/figure";
import type { Parameter } from "../../../src/domain/parameter";
import type { Code, Indicator, Profile } from "../../../src/definitions/definition";
import { figureOf, indicatorOf, parameterOf, pastOf } from "../../support/definition-builders";
import { told, type World } from "./tell";

type Amount = string | number | readonly string[];

interface Entry {
  readonly is?: Partial<Indicator>;
  /** The whole, or values by slice (`小学|语文`, `*` for all together). */
  readonly value: Amount | Readonly<Record<string, Amount>>;
  /** Past values by period, or by period and slice. */
  readonly past?: Readonly<Record<string, number | string | Readonly<Record<string, number>>>>;
}

const isAmount = (value: Entry["value"]): value is Amount => typeof value !== "object" || Array.isArray(value);

function entriesWorld(
  entries: Readonly<Record<string, Entry>>,
  parameters: readonly Parameter[],
  profile: Partial<Profile>,
  codes: readonly Code[] = [],
): World {
  const indicators: Indicator[] = [];
  const figures: Figure[] = [];
  const history: Parameter[] = [];
  for (const [name, { is = {}, value, past = {} }] of Object.entries(entries)) {
    const indicator = indicatorOf(name, is);
    indicators.push(indicator);
    for (const [slice, amount] of Object.entries(isAmount(value) ? { "": value } : value)) {
      const members = indicator.groupBy.map((_, index) =>
        [slice.split("|")[index]].find((member) => member !== "*" && member !== ""),
      );
      const state = typeof amount === "object" ? ({ state: "list", items: amount } as const) : amount;
      figures.push({ ...figureOf(indicator, state, members), key: figureKey(name, members) });
    }
    for (const [period, then] of Object.entries(past))
      if (typeof then === "object")
        for (const [member, one] of Object.entries(then))
          history.push(pastOf(name, period, one, member === "*" ? undefined : member));
      else history.push(pastOf(name, period, then));
  }
  return { indicators, figures, parameters: [...parameters, ...history], profile, codes };
}

const rate = { kind: "率" } as const;
const rate1 = { kind: "率", format: "0.#%" } as const;
const money = { unit: "元" } as const;
const moneyInTenThousands = { unit: "元", scale: "万" } as const;

/** Masked all over: figures of the original are xx. */
const cityReport: World = {
  ...entriesWorld(
    {
      新增学位: {
        is: { unit: "个", groupBy: ["项目组", "项目名称"] },
        value: { "义务扩容|*": 125678, "*|新高中": 1200, "*|县二中": 900 },
      },
      项目名单: { is: { kind: "名单", unit: "", groupBy: ["项目组"] }, value: { 秋季投用: ["xx新高中", "xx县二中"] } },
      一本上线率: { is: rate1, value: "836/10346", past: { 上年: 0.07 } },
      一本上线人数: { value: 836, past: { 上年: 801 } },
      前十名总人数: { value: 21 },
      前十名本市人数: { value: 5, past: { 上年: 5 } },
      高分段人数: { value: 46, past: { 上年: 58 } },
      高分段占全区比重: { is: rate1, value: "46/1234" },
      获奖数: { is: { unit: "项", groupBy: ["等次"] }, value: { "*": 7, 一等奖: 1, 二等奖: 2, 三等奖: 4 } },
      县管校聘完成校数: { is: { unit: "所" }, value: 33 },
      教师流失数: { value: 52 },
      副高流失数: { value: 40 },
      副高引进数: { value: 15 },
      区级以上成果数: { is: { unit: "项", groupBy: ["类别", "级别"] }, value: { "基础|*": 64, "基础|国家级": 1 } },
    },
    [parameterOf("局填", "高分线", 600, { unit: "分" })],
    { mask: "统一" },
  ),
  period: "2021年",
};
const open = (world: World): World => ({ ...world, profile: { ...world.profile, mask: "无" } });

const districtReport: World = {
  ...entriesWorld(
    {
      地方财政收入: { is: moneyInTenThousands, value: 1088810000, past: { 上年: 961421634 } },
      累计投入: { is: money, value: 580000000 },
      项目名单: {
        is: { kind: "名单", unit: "", groupBy: ["项目组"] },
        value: { 温暖工程: ["巉口中学", "团结初级中学", "内官初级中学", "鲁家沟初级中学"] },
      },
      项目数: { is: { unit: "所", groupBy: ["项目组"] }, value: { 温暖工程: 4 } },
      班班通数: { is: { unit: "套" }, value: 961 },
      计算机数: { is: { unit: "台" }, value: 2790 },
      录播数: { is: { unit: "间" }, value: 10 },
      阅卷数: { is: { unit: "套" }, value: 5 },
      学情数: { is: { unit: "套" }, value: 1 },
      人人通应用率: { is: rate, value: "19145/20000" },
      班主任津贴: { is: moneyInTenThousands, value: 1743250 },
      校长津贴: { is: moneyInTenThousands, value: 511200 },
      代课解决数: { is: { groupBy: ["解决方式"] }, value: { "*": 26, 考核招聘: 4, 考试招聘: 21, 转岗聘用: 1 } },
      新批民办园数: { is: { unit: "所" }, value: 6 },
      文化课本科上线率: { is: rate, value: 0.731, past: { 上年: 0.432 } },
      重点上线率: { is: rate, value: 0.302, past: { 上年: 0.253 } },
      应届文化课本科上线率: { is: rate, value: "1410/2000", past: { 上年: 0.404 } },
      应届重点上线率: { is: rate, value: "702/2000", past: { 上年: 0.27 } },
      输送本科: { value: 9678 },
      输送专科: { is: { scale: "万" }, value: 11021 },
      高考本科上线率: { is: rate, value: 0.722, past: { "2015年": 0.329 } },
    },
    [parameterOf("局填", "优质均衡目标年", 2021)],
    {},
  ),
  period: "2019年",
};

/** Masked digit by digit. */
const provinceReport: World = {
  ...entriesWorld(
    {
      在校生数: { is: { scale: "万" }, value: 351345 },
      特教生均公用经费: { is: { kind: "均值", unit: "元" }, value: 12000, past: { 上年: 6000 } },
      配餐学生数: { is: { scale: "万" }, value: 54000 },
      配餐参与率: { is: { kind: "率", format: "0.0%" }, value: "54000/75000" },
      全市课后学生数: { is: { scale: "万" }, value: 456789 },
      开放校数: { is: { unit: "所" }, value: 187, past: { 上年: 142 } },
    },
    [
      parameterOf("局填", "满意度名次", 2, { kind: "名次" }),
      parameterOf("文字", "校车首创", "在全省率先建立起“政府主导、部门监管、国有公司运营”的校车管理运行模式", {
        period: "2021年",
      }),
    ],
    { mask: "按位" },
  ),
  period: "2021年",
};

const countyReport: World = {
  ...entriesWorld(
    {
      项目投资: { is: { unit: "元", groupBy: ["项目组"] }, value: { 中小学改扩建: 804000000 } },
      项目名单: {
        is: { kind: "名单", unit: "", groupBy: ["项目组", "建设性质"] },
        value: {
          "中小学改扩建|新建": ["东南片区九年一贯制学校"],
          "中小学改扩建|续建": ["第三实验中学"],
          "中小学改扩建|改扩建": ["第一实验中学", "第二实验中学", "第二实验小学", "第三实验小学吉市口校区"],
        },
      },
      新增校舍面积: { is: { unit: "平方米", groupBy: ["项目组"] }, value: { 中小学改扩建: 17933 } },
      本科录取人数: { value: 1552, past: { "2020年": 1400, 上年: 1500 } },
      双一流录取人数: { value: 96, past: { 上年: 80 } },
      高分段人数: { value: 46 },
      公办率: { is: rate, value: "6608/10000" },
      中层平均年龄: { is: { kind: "均值", unit: "岁", format: "0.#" }, value: "2720.12/58", past: { 轮岗前: "49.1" } },
      中层干部数: {
        is: { groupBy: ["学历"] },
        value: { "*": 58, 研究生: 5, 大学: 41, 大专: 12 },
        past: { 轮岗前: { "*": 63, 研究生: 5, 大学: 39, 大专: 19 } },
      },
      因贫失学人数: { value: 0 },
      春季资助学生数: { value: 21618 },
      同步课堂校数: { is: { unit: "所" }, value: 73 },
      中心校及初中以上校数: { is: { unit: "所" }, value: 73 },
      全覆盖乡镇数: { is: { unit: "处" }, value: 6 },
      法治副校长校数: { is: { unit: "所" }, value: 142 },
      城区小学学位缺口: { is: { unit: "个" }, value: 4715 },
      招聘计划数: {
        is: { groupBy: ["学段", "学科"] },
        value: {
          "*|*": 350, "小学|*": 299, "初中|*": 51,
          "小学|语文": 95, "小学|数学": 50, "小学|英语": 31, "小学|品生": 23, "小学|音乐": 17, "小学|体育": 25, "小学|美术": 23, "小学|信息": 6, "小学|科学": 29,
          "初中|语文": 3, "初中|数学": 2, "初中|英语": 2, "初中|物理": 5, "初中|化学": 2, "初中|生物": 4, "初中|道法": 8, "初中|历史": 5, "初中|地理": 5, "初中|音乐": 4, "初中|体育": 5, "初中|美术": 2, "初中|信息": 4,
        }, // prettier-ignore
      },
    },
    [
      parameterOf("局填", "高分线", 600, { unit: "分" }),
      parameterOf("目标", "公办率", "65%", { setBy: "市局", period: "2022年" }),
      parameterOf("标准", "巩固率目标", "99%"),
    ],
    {},
  ),
  period: "2022年",
};

const star = (label: string): Code => ({ list: "星级", code: label, label, print: `${label}基层党组织` });
const maskedDistrictReport: World = {
  ...entriesWorld(
    {
      党组织数: {
        is: { unit: "个", groupBy: ["星级"] },
        value: { "*": 48, 五星级: 4, 四星级: 9, 三星级: 15, 二星级: 20 },
      },
      配套园收回名单: {
        is: { kind: "名单", unit: "" },
        value: ["锦林幼儿园", "x幼儿园", "丽日幼儿园", "沐春园幼儿园"],
      },
      配套园收回数: { is: { unit: "所" }, value: 4 },
      配套园总数: { is: { unit: "所" }, value: 4 },
      成员园数: { is: { unit: "所" }, value: 7, past: { 上年: 3 } },
      推荐教师数: { is: { groupBy: ["评选"] }, value: { 卓越: 32 } },
      入围教师数: { is: { groupBy: ["评选"] }, value: { 卓越: 11 } },
      项目名单: { is: { kind: "名单", unit: "", groupBy: ["项目组"] }, value: { 长城新区: ["长城", "新区"] } },
      新建公办园数: { is: { unit: "所", groupBy: ["项目组"] }, value: { 长城新区: 2 } },
      新增校舍面积: { is: { unit: "平方米", groupBy: ["项目组"] }, value: { 长城新区: 12350 } },
      资助人数: {
        is: { groupBy: ["学期", "项目"] },
        value: { "春季|学前免补": 320, "春季|低保特困": 210, "春季|义务生活补助": 4120, "秋季|学前免补": 305 },
      },
      资助金额: {
        is: { unit: "元", scale: "万", groupBy: ["学期", "项目"] },
        value: {
          "春季|学前免补": 486200,
          "春季|低保特困": 123500,
          "春季|义务生活补助": 632875,
          "秋季|学前免补": 461400,
        },
      },
      体育特色校数: { is: { unit: "所", groupBy: ["学段"] }, value: { "*": 20, 小学: 14, 初中: 6 } },
      在线教室数: { is: { unit: "间" }, value: 113 },
      主讲教室数: { is: { unit: "间" }, value: 25 },
      接收教室数: { is: { unit: "间" }, value: 88 },
    },
    [],
    { mask: "按位", names: { 年: 2023 } },
    ["五星级", "四星级", "三星级", "二星级"].map(star),
  ),
  period: "2023年",
};

describe("sentences of work reports are told as they were written", () => {
  it.each<[string, World, string]>([
    ["增加学位{新增学位@义务扩容:万 0位 多}", cityReport, "增加学位xx万多个"],
    [
      "{项目名单@秋季投用:和}将于2021年秋季学期投入使用,分别新增学位{新增学位@新高中、新增学位@县二中:和 末单位}",
      cityReport,
      "xx新高中和xx县二中将于2021年秋季学期投入使用,分别新增学位xx和xx个",
    ],
    [
      '2021年高考成绩[?AND(一本上线率>指标(一本上线率,"上年"),一本上线人数>指标(一本上线人数,"上年")):稳中有进|总体平稳]',
      cityReport,
      "2021年高考成绩稳中有进",
    ],
    [
      "全区文理科总分前十名{前十名总人数}中,我市占{前十名本市人数},{前十名本市人数:比去年}",
      cityReport,
      "全区文理科总分前十名xx人中,我市占xx人,与去年持平",
    ],
    [
      "文理科总分{高分线:明}以上我市{高分段人数}[,{高分段人数:比去年}],占全区的{高分段占全区比重}",
      cityReport,
      "文理科总分600分以上我市xx人,比去年减少xx人,占全区的xx%",
    ],
    [
      "一本上线{一本上线人数},{一本上线人数:比去年},上线率{一本上线率}",
      cityReport,
      "一本上线xx人,比去年增加xx人,上线率xx%",
    ],
    ["共获得{获奖数:按等次 带单位 逗号}", open(cityReport), "共获得一等奖1项,二等奖2项,三等奖4项"],
    [
      "{县管校聘完成校数}学校整体完成“县管校聘”管理改革工作",
      open(cityReport),
      "33所学校整体完成“县管校聘”管理改革工作",
    ],
    [
      "近三年来,因各种原因辞职或调任(不包括本市级内调动)的教师{教师流失数}",
      cityReport,
      "近三年来,因各种原因辞职或调任(不包括本市级内调动)的教师xx人",
    ],
    [
      "[?副高流失数>=2*副高引进数:市属高中副高以上级别教师流失人数远高于引进人数]",
      cityReport,
      "市属高中副高以上级别教师流失人数远高于引进人数",
    ],
    [
      "基础教育取得自治区级以上教学科研成果{区级以上成果数@基础},其中国家级{区级以上成果数@基础,国家级}",
      open(cityReport),
      "基础教育取得自治区级以上教学科研成果64项,其中国家级1项",
    ],
    [
      "地方经常性财政收入{地方财政收入},{地方财政收入:较上年增长}",
      districtReport,
      "地方经常性财政收入108881万元,较上年增长13.25%",
    ],
    [
      "“十三五”以来,通过争取项目、财政筹资、社会捐资,累计投入资金{累计投入}",
      districtReport,
      "“十三五”以来,通过争取项目、财政筹资、社会捐资,累计投入资金5.8亿元",
    ],
    [
      "实施{项目名单@温暖工程:前2 等}{项目数@温暖工程}农村中小学温暖工程",
      districtReport,
      "实施巉口中学、团结初级中学等4所农村中小学温暖工程",
    ],
    [
      "装备多媒体班班通设备{班班通数}[,计算机{计算机数}][,录播教室{录播数}][,阅卷系统设备{阅卷数}][,学情分析平台{学情数}]",
      districtReport,
      "装备多媒体班班通设备961套,计算机2790台,录播教室10间,阅卷系统设备5套,学情分析平台1套",
    ],
    [
      "师生网络学习空间“人人通”应用率达{人人通应用率:0位 以上}",
      districtReport,
      "师生网络学习空间“人人通”应用率达95%以上",
    ],
    [
      "2018年全区落实班主任津贴补助经费和校长岗位津贴经费分别为{班主任津贴、校长津贴}",
      districtReport,
      "2018年全区落实班主任津贴补助经费和校长岗位津贴经费分别为174.325万元、51.12万元",
    ],
    [
      "一次性解决了2003年9月25日前区聘且一直在岗的{代课解决数:名}代课人员,通过{代课解决数:按解决方式 带单位}",
      districtReport,
      "一次性解决了2003年9月25日前区聘且一直在岗的26名代课人员,通过考核招聘4人、考试招聘21人、转岗聘用1人",
    ],
    ["2017年以来审批设立非营利性民办幼儿园{新批民办园数}", districtReport, "2017年以来审批设立非营利性民办幼儿园6所"],
    [
      "2019年全区高考文化课本科上线率{文化课本科上线率},重点上线率{重点上线率}[,{文化课本科上线率、重点上线率:较上年}]",
      districtReport,
      "2019年全区高考文化课本科上线率73.1%,重点上线率30.2%,分别较上年提升29.9、4.9个百分点",
    ],
    [
      "其中,应届生文化课本科上线率{应届文化课本科上线率},重点上线率{应届重点上线率}[,{应届文化课本科上线率、应届重点上线率:较上年}]",
      districtReport,
      "其中,应届生文化课本科上线率70.5%,重点上线率35.1%,分别较上年提升30.1、8.1个百分点",
    ],
    [
      "“十三五”以来,累计为高等院校输送本科生{输送本科:名 取百 多}、专科生{输送专科:名 1位}",
      districtReport,
      "“十三五”以来,累计为高等院校输送本科生9600多名、专科生1.1万名",
    ],
    ["高考本科上线率{高考本科上线率:由2015年 提高到}", districtReport, "高考本科上线率由2015年的32.9%提高到72.2%"],
    [
      "力争到{优质均衡目标年}年底,努力实现县(区)域义务教育优质均衡,通过国家审核认定",
      districtReport,
      "力争到2021年底,努力实现县(区)域义务教育优质均衡,通过国家审核认定",
    ],
    ["在校生{在校生数}", provinceReport, "在校生xx.xx万人"],
    [
      "2021年省对各市群众满意度调查我市基础教育满意度位列全省第{满意度名次:中文}",
      provinceReport,
      "2021年省对各市群众满意度调查我市基础教育满意度位列全省第二",
    ],
    [
      "特殊教育生均公用经费基准定额{特教生均公用经费:由 提高到}",
      provinceReport,
      "特殊教育生均公用经费基准定额由xxxx元提高到xxxxx元",
    ],
    ["{校车首创}", provinceReport, "在全省率先建立起“政府主导、部门监管、国有公司运营”的校车管理运行模式"],
    [
      "参与学生达{配餐学生数},占配餐学校在校生的{配餐参与率}",
      provinceReport,
      "参与学生达x.x万人,占配餐学校在校生的xx.x%",
    ],
    ["为全市{全市课后学生数:名 1位 余}学生提供免费课后服务", provinceReport, "为全市xx.x万余名学生提供免费课后服务"],
    [
      "在上年度面向社会开放{开放校数@上年}学校体育场地设施基础上,再增加开放学校{开放校数:增量}",
      provinceReport,
      "在上年度面向社会开放xxx所学校体育场地设施基础上,再增加开放学校xx所",
    ],
    [
      "规划投资{项目投资@中小学改扩建},新建{项目名单@中小学改扩建,新建}、续建{项目名单@中小学改扩建,续建}、改扩建{项目名单@中小学改扩建,改扩建}",
      countyReport,
      "规划投资8.04亿元,新建东南片区九年一贯制学校、续建第三实验中学、改扩建第一实验中学、第二实验中学、第二实验小学、第三实验小学吉市口校区",
    ],
    ["新增校舍面积{新增校舍面积@中小学改扩建:万 4位}", countyReport, "新增校舍面积1.7933万平方米"],
    ["{高分线}以上{高分段人数}", countyReport, "600分以上46人"],
    ["录取质量和数量{本科录取人数、双一流录取人数:均创历史新高}", countyReport, "录取质量和数量均创历史新高"],
    ["幼儿园公办率达到{公办率},{公办率:对目标}", countyReport, "幼儿园公办率达到66.08%,高于市局65%的目标要求"],
    [
      "轮岗后局机关中层干部平均年龄{中层平均年龄:由轮岗前 降至}",
      countyReport,
      "轮岗后局机关中层干部平均年龄由轮岗前的49.1岁降至46.9岁",
    ],
    [
      "学历由轮岗前的{中层干部数@轮岗前:按学历 量前 名}优化为{中层干部数:按学历 量前 名}",
      countyReport,
      "学历由轮岗前的5名研究生、39名大学、19名大专优化为5名研究生、41名大学、12名大专",
    ],
    [
      "[?因贫失学人数=0:确保无一个学生在任何阶段因贫失学|尚有{因贫失学人数:名}学生因贫失学]",
      countyReport,
      "确保无一个学生在任何阶段因贫失学",
    ],
    ["资助学生{春季资助学生数}", countyReport, "资助学生21618人"],
    [
      "“同步课堂”系统现已覆盖全县[?同步课堂校数=中心校及初中以上校数:所有]中心小学及初中以上{同步课堂校数}学校",
      countyReport,
      "“同步课堂”系统现已覆盖全县所有中心小学及初中以上73所学校",
    ],
    ["{全覆盖乡镇数}乡镇实现全覆盖", countyReport, "6处乡镇实现全覆盖"],
    ["为全县{法治副校长校数}中小学聘任了法治副校长", countyReport, "为全县142所中小学聘任了法治副校长"],
    ["巩固率保持在{巩固率目标:以上}", countyReport, "巩固率保持在99%以上"],
    [
      "2023年秋季开学,城区小学学位缺口{城区小学学位缺口:以上}",
      countyReport,
      "2023年秋季开学,城区小学学位缺口4715个以上",
    ],
    ["按照学科需求计划招聘义务教育阶段教师{招聘计划数}", countyReport, "按照学科需求计划招聘义务教育阶段教师350人"],
    [
      "其中小学段{招聘计划数@小学}({招聘计划数@小学:按学科})",
      countyReport,
      "其中小学段299人(语文95、数学50、英语31、品生23、音乐17、体育25、美术23、信息6、科学29)",
    ],
    [
      "初中段{招聘计划数@初中}({招聘计划数@初中:按学科})",
      countyReport,
      "初中段51人(语文3、数学2、英语2、物理5、化学2、生物4、道法8、历史5、地理5、音乐4、体育5、美术2、信息4)",
    ],
    [
      "xxx区教体系统共有{党组织数:按星级 量前 逗号}",
      maskedDistrictReport,
      "xxx区教体系统共有x个五星级基层党组织,x个四星级基层党组织,xx个三星级基层党组织,xx个二星级基层党组织",
    ],
    [
      "{配套园收回名单:和}{配套园收回数}小区配套幼儿园[?配套园收回数=配套园总数:已经全部收回|已经收回]",
      maskedDistrictReport,
      "锦林幼儿园、x幼儿园、丽日幼儿园和沐春园幼儿园x所小区配套幼儿园已经全部收回",
    ],
    [
      "在原有“一托{成员园数@上年:数 中文}”的基础上形成“一托{成员园数:数 中文}”的xxx区幼教集团",
      maskedDistrictReport,
      "在原有“一托三”的基础上形成“一托七”的xxx区幼教集团",
    ],
    [
      "其中推荐{推荐教师数@卓越:名}教师参加{年}年度评选[({入围教师数@卓越}入围,并被选树为{年}年基础教育教师年度人物)]",
      maskedDistrictReport,
      "其中推荐xx名教师参加xxxx年度评选(xx人入围,并被选树为xxxx年基础教育教师年度人物)",
    ],
    [
      "同时新建{项目名单@长城新区}{新建公办园数@长城新区:中文}幼儿园",
      maskedDistrictReport,
      "同时新建长城、新区两所幼儿园",
    ],
    ["总建筑面积{新增校舍面积@长城新区:取百 近}", maskedDistrictReport, "总建筑面积近xxxxx平方米"],
    [
      "{年}年春季为{资助人数@春季,学前免补:名}建档立卡及残疾儿童发放补助资金{资助金额@春季,学前免补}",
      maskedDistrictReport,
      "xxxx年春季为xxx名建档立卡及残疾儿童发放补助资金xx.xx万元",
    ],
    [
      "为{资助人数@春季,义务生活补助:名}学生发放生活补助费{资助金额@春季,义务生活补助}",
      maskedDistrictReport,
      "为xxxx名学生发放生活补助费xx.xxxx万元",
    ],
    [
      "遴选出区属中小学{体育特色校数}({体育特色校数:按学段 带单位})",
      maskedDistrictReport,
      "遴选出区属中小学xx所(小学xx所、初中x所)",
    ],
    [
      "已建成在线教室{在线教室数},其中主讲教室{主讲教室数},辅助接收教室{接收教室数}",
      maskedDistrictReport,
      "已建成在线教室xxx间,其中主讲教室xx间,辅助接收教室xx间",
    ],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});
