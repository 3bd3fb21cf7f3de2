import { workbookStyle } from "../workbook.mjs";

/** The city's workbooks: a fixed heading, and the notes its forms carry. */
export const style = await workbookStyle("city-briefing", {
  heading: "2021年",
  filledOn: "2021-11-30",
  footnotes: {
    学校基本情况: "注:学生数以2021年9月1日为准。",
    建设项目: "注:一个项目只由一所学校填报;竣工月份只填在建项目。",
    教师变动: "注:填近三年,一年一行;市内调动单列,不算流失。",
    教科研成果: "注:填“十三五”期间(2016—2020年)的成果。",
  },
});

export const styleLastYear = await workbookStyle("city-briefing", {
  heading: "2020年",
  filledOn: "2020-11-30",
});
