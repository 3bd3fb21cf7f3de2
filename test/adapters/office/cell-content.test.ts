import { cellContent } from "../../../src/adapters/office/cell-content";

it.each([
  ["", "General", null],
  ["001", "@", "001"],
  [12.5, "0.00", 12.5],
  [true, "General", true],
  ["#DIV/0!", "General", { error: "#DIV/0!" }],
  [45170, "yyyy/m/d", { date: 45170 }],
  [45170, 'yyyy"年"m"月"d"日"', { date: 45170 }],
  [45170, "[$-804]d-mmm-yy", { date: 45170 }],
  [3, '0"人"', 3],
  [3, '0" days"', 3],
  [-3, "[Red]0", -3],
  [3, "#,##0_ ", 3],
])("the value %p with the format %p is %p", (value, format, content) => {
  expect(cellContent(value, format)).toEqual(content);
});
