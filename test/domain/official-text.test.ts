import { officialText } from "../../src/domain/official-text";

it.each([
  ["(一)普惠发展,新增学位;其中:公办", "（一）普惠发展，新增学位；其中：公办"],
  ["上午9:30,生师比12.86:1", "上午9:30，生师比12.86:1"],
  ["共1,200人,占(66.08%)", "共1,200人，占（66.08%）"],
  ["已是，全角。", "已是，全角。"],
  ["", ""],
])("%s is set as %s in an official document", (text, official) => {
  expect(officialText(text)).toBe(official);
  expect(officialText(text)).toHaveLength(text.length);
});
