import { workbookStyle } from "../workbook.mjs";

/** The city's workbooks: a fixed heading, and the notes its forms carry. */
export const style = await workbookStyle("forum-address", {
  heading: "云川市2021年",
  filledOn: "2021-12-20",
  footnotes: {
    学校基本情况: "注:学生数以2021年9月1日为准。",
    配餐与校车: "注:没有实行集中配餐的学校,配餐各项填“—”。",
    建设项目: "注:投资额按万元填报;一个项目只由一所学校填报。",
    教师培训: "注:同一教师参加几次计几次。",
  },
});
