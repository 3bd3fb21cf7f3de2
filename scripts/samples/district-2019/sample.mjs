import { readFile } from "node:fs/promises";
import { submissionsOf, writeSample } from "../sample-folder.mjs";
import { workbookStyle } from "../workbook.mjs";
import { buildDistrict } from "./district.mjs";
import { fileAll } from "./filings.mjs";

const style = await workbookStyle("conference-report", {
  heading: "2019年",
  filledOn: "2019-09-20",
  footnotes: {
    学校基本情况:
      "注:1.学生数以2019年9月1日为准;2.仪器设备值按万元填报,保留两位小数;3.公办学校的批准日期、登记类型填“—”。",
    学校经费: "注:按2018年决算填报,单位为元;九年一贯制学校小学、初中各填一行。",
    教师津贴: "注:人数按当年领取人数填报,每年填一行。",
    学生资助: "注:按2018-2019学年填报;“合计(去重)”行的人数按人去重,金额为各项目之和。",
    建设项目: "注:投资额按万元填报;村小、教学点、村级幼儿园由中心小学填报。",
  },
});
const rosterColumns = [
  ["片区", "zone"],
  ["研训共同体", "community"],
  ["偏远", "remote"],
];

export async function writeDistrict2019() {
  const schools = buildDistrict();
  const submissions = await submissionsOf(style, schools, fileAll(schools));
  const parameters = JSON.parse(await readFile(new URL("parameters.json", import.meta.url), "utf8"));
  await writeSample("district-2019", submissions, { schools, rosterColumns, parameters });
}
