import { clauseTeller, type Known } from "../told-clause";

const tell = clauseTeller("forum-address", "学校代码 学校名称 简称 学段 城乡 办别 住宿".split(" "), "2020年");

const cases: readonly (readonly [says: string, clause: string, known: Known])[] = [
  [
    "全市校园封闭化管理、护学岗设置、一键式紧急报警和视频监控系统配备均已达到97.37%",
    "N-28",
    { figures: { 安全四项最低配备率: 37 / 38 } },
  ],
  ["城区和农村还有2所学校没有校车接送服务", "N-33", { figures: { 校车未覆盖校数: 2 } }],
  [
    "经费补助标准由每生每年300元调整为260元",
    "N-39",
    { figures: { 课后服务补助标准: 260 }, lastYear: { 课后服务补助标准: 300 } },
  ],
  [
    "城区义务教育阶段非寄宿制学校已有14所开放体育场地设施",
    "N-45",
    { figures: { 城区已开放校数: 14, 城区应开放校数: 15 } },
  ],
  ["12所学校体育场地设施面向社会开放", "N-44", { figures: { 场地开放校数: 12 }, lastYear: { 场地开放校数: 14 } }],
];

describe("a verdict of the address to the forum follows its figures", () => {
  it.each(cases)("%s", (says, clause, known) => {
    expect(tell(clause, known)).toBe(says);
  });
});
