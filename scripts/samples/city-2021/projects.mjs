const kindergarten = (name, places, month) => ({
  项目名称: name,
  项目学段: "幼儿园",
  建设性质: "新建",
  建设状态: month === undefined ? "完成" : "在建",
  竣工月份: month,
  新增学位: places,
});
const basic = (name, nature, places, state = "完成") => ({
  项目名称: name,
  项目学段: "义务教育",
  建设性质: nature,
  建设状态: state,
  新增学位: places,
});
const senior = (name, nature, places, state) => ({
  项目名称: name,
  项目学段: "普通高中",
  建设性质: nature,
  建设状态: state,
  新增学位: places,
});

/** Projects by the 简称 of the school that files them: a new school is filed by the one it branches from. */
const filed = {
  xx高中: [senior("城北新高中", "新建", 3000, "秋季投用")],
  江北县中学: [senior("江北县二中", "新建", 2400, "秋季投用")],
  民族高中: [senior("民族高中迁建", "迁建", 1500, "在建")],
  市三中: [senior("市三中迁建", "迁建", 1200, "在建")],
  第四中学: [basic("第四中学莲花校区", "新建", 2400)],
  第七中学: [basic("第七中学教学楼", "改扩建", 900)],
  第九中学: [basic("第九中学东校区", "新建", 2100)],
  第十二中学: [basic("第十二中学综合楼", "改扩建", 750, "在建")],
  江北县实验中学: [basic("江北县实验中学南校区", "新建", 1800)],
  第一小学: [basic("第一小学滨江校区", "新建", 2160)],
  第三小学: [basic("第三小学扩建", "改扩建", 810)],
  第六小学: [basic("第六小学东湖校区", "新建", 2430)],
  第八小学: [basic("第八小学教学楼", "改扩建", 540, "在建")],
  第十一小学: [basic("第十一小学花园校区", "新建", 2160)],
  第十四小学: [basic("第十四小学扩建", "改扩建", 720)],
  第十六小学: [basic("第十六小学南湖校区", "新建", 1890, "在建")],
  第十八小学: [basic("第十八小学教学楼", "改扩建", 540)],
  清川县实验小学: [basic("清川县实验小学西校区", "新建", 2160)],
  市直机关幼儿园: [kindergarten("市直机关幼儿园东湖分园", 360), kindergarten("市直机关幼儿园南塘分园", 360, 8)],
  城东幼儿园: [kindergarten("城东幼儿园河东分园", 270)],
  莲湖幼儿园: [kindergarten("莲湖二园", 360), kindergarten("莲湖三园", 270, 8)],
  滨江路幼儿园: [kindergarten("滨江路幼儿园分园", 270)],
  北苑幼儿园: [kindergarten("北苑二园", 360)],
  江南幼儿园: [kindergarten("江南幼儿园南苑分园", 360), kindergarten("江南幼儿园南环分园", 270, 7)],
  江北县幼儿园: [kindergarten("江北县第二幼儿园", 360)],
};

export const projectsOf = (school) => filed[school.short] ?? [];
