/** An edit after which every number is still right. */
export interface HarmlessEdit {
  readonly name: string;
  readonly edit: (text: string) => string;
}

const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

export const harmlessEdits: readonly HarmlessEdit[] = [
  { name: "as printed", edit: (text) => text },
  {
    name: "full-width punctuation",
    edit: (text) => text.replace(/[,;:()]/gu, (mark) => "，；：（）".charAt(",;:()".indexOf(mark))),
  },
  {
    name: "full-width digits",
    edit: (text) => text.replace(/[0-9.%]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  },
  {
    name: "spaces around numbers",
    edit: (text) => text.replace(/(?<![0-9.])(\d+(?:\.\d+)?)(?=[万亿人名所个元])/gu, " $1 "),
  },
  {
    name: "other words for the same",
    edit: (text) =>
      text
        .replaceAll("新增", "增加")
        .replaceAll("达到", "达")
        .replaceAll("较上年", "比去年")
        .replaceAll("我县", "全县"),
  },
  { name: "paragraphs the other way round", edit: (text) => [...lines(text)].reverse().join("\n") },
  {
    name: "every other paragraph",
    edit: (text) =>
      lines(text)
        .filter((_, index) => index % 2 === 0)
        .join("\n"),
  },
  { name: "commas made full stops", edit: (text) => text.replaceAll(",", "。") },
  { name: "full stops made commas", edit: (text) => text.replace(/。(?=[^\n])/gu, ",") },
  { name: "words put in", edit: (text) => text.replace(/(?<=[,。])(?=[^\n]{6})/gu, "同时,") },
  { name: "one line", edit: (text) => lines(text).join("") },
  { name: "名 for 人", edit: (text) => text.replace(/(?<=\d)人(?!次|才)/gu, "名") },
];
