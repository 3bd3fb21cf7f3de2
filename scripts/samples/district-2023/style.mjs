import { workbookStyle } from "../workbook.mjs";

/** The district's workbooks. Its own name is hidden in the published report, and so it is here. */
export const style = await workbookStyle("work-summary", {
  heading: "2023年",
  filledOn: "2023-12-20",
  footnotes: {
    班级情况: "注:学生数以2023年9月1日为准。",
    建设项目: "注:投资额按万元填报;新建、规划幼儿园由总园填报。",
    学生资助: "注:金额按元填报;人数按人计,一行一个学期、一个项目。",
    信息化设备: "注:同一类设备按购置年份各填一行,原值按万元填报。",
  },
});
