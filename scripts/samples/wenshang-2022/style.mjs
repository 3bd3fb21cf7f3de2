import { workbookStyle } from "../workbook.mjs";

/** The county's workbooks: a fixed heading, and the notes its forms carry. */
export const style = await workbookStyle("work-report", {
  heading: "汶上县2022年",
  filledOn: "2022-12-30",
  footnotes: {
    学校基本情况: "注:1.学生数以2022年9月1日为准;2.没有的年级留空;3.仪器设备值按万元填报,保留两位小数。",
    班级情况: "注:复式班按人数多的年级填写。",
    建设项目: "注:投资额按万元填报;同一项目本年与下年各填一行。",
    学生资助: "注:金额按元填报;“合计(去重)”行的人数按人去重,金额为各项目之和。",
    教师培训: "注:参训人数按人去重,人次为每人参加次数之和。",
  },
});
