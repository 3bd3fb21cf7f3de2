const extension = (short, cost, floor, places) => ({
  项目名称: `${short}改扩建项目`,
  项目简称: short,
  项目组: "学校改扩建",
  建设性质: "改扩建",
  建设状态: "在建",
  投资额: cost,
  建筑面积: floor,
  新增学位: places,
});
const kindergarten = (name, short, group, state, cost, floor, places, childcare) => ({
  项目名称: name,
  项目简称: short,
  项目组: group,
  建设性质: "新建",
  建设状态: state,
  投资额: cost,
  建筑面积: floor,
  新增学位: places,
  托育班: childcare,
  托育起始年龄: 2,
  托育截止年龄: 3,
});
const repair = (short, what, cost) => ({
  项目名称: `${short}${what}`,
  项目简称: short,
  项目组: "其他项目",
  建设性质: "改造",
  建设状态: "完工",
  投资额: cost,
});

/** Projects by the school that files them. 投资额 in 万元; blank cells are nothing of the kind. */
const filed = {
  市第十一小学: [extension("市十一小", 2860, 5420, 540)],
  市第十三小学: [extension("市十三小", 2415.5, 4680, 450)],
  舍予圆学校: [extension("舍予圆学校", 1980, 3726.5, 360)],
  区第一幼儿园: [
    kindergarten("长城幼儿园", "长城", "新建幼儿园", "在建", 2640, 6180.5, 360, 2),
    kindergarten("新区幼儿园", "新区", "新建幼儿园", "在建", 2712.5, 6204.9, 360, 2),
    kindergarten("中色(金辉)东方幼儿园", "东方", "规划幼儿园", "规划", 2350, 5200, 270, 4),
  ],
  青山小学: [repair("青山小学", "操场硬化", 46.8)],
  星海镇中心小学: [repair("星海镇中心小学", "供暖管网改造", 38.5)],
  市第六中学: [repair("市六中", "厕所改造", 27.6)],
  星海镇中学: [repair("星海镇中学", "校门改造", 12.4)],
};

export const projectsOf = ({ name }) => filed[name] ?? [];
