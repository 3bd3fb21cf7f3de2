import { CFB } from "@e965/xlsx";
import { sheetsOf, workbookBytes } from "../workbook.mjs";
import { style } from "./style.mjs";

/** One planted error and the finding it must give, at `cell` where one is named; without an expected code it must give none. */
/** @typedef {{ kind: string, file: string, sheet?: string, cell?: string, expected?: string, rule?: string }} Planted */

const column = (index) => String.fromCharCode(65 + index);
const a1 = (row, at) => `${column(at)}${String(row + 1)}`;

/** Puts a value into the cell of an element; records are told by their number, `3/班额`. */
const put = (form, element, value) => (sheets) => {
  const sheet = sheetOf(sheets, form);
  const place = sheet.cells.get(element);
  if (!place) throw new Error(`${form} has no ${element}`);
  const written = typeof value === "function" ? value(sheet.rows[place.row][place.column]) : value;
  sheet.rows[place.row][place.column] = written;
  return { sheet: sheet.name, cell: a1(place.row, place.column) };
};

const sheetOf = (sheets, form) => sheets.find(({ name }) => name === style.sheetNames.get(form));

const renameHeader = (form, from, to) => (sheets) => {
  const sheet = sheetOf(sheets, form);
  const row = sheet.rows.findIndex((cells) => cells.includes(from));
  const at = sheet.rows[row].indexOf(from);
  sheet.rows[row][at] = to;
  return { sheet: sheet.name };
};

const dropSheet = (form) => (sheets) => {
  const sheet = sheetOf(sheets, form);
  sheets.splice(sheets.indexOf(sheet), 1);
  return { sheet: sheet.name };
};

/** Rows typed below the notes, where nobody looks for them. */
const rowsBelow = (form, row) => (sheets) => {
  const sheet = sheetOf(sheets, form);
  sheet.rows.push([], [], row);
  return { sheet: sheet.name, cell: a1(sheet.rows.length - 1, 0) };
};

const personalNote = (form) => (sheets) => {
  const sheet = sheetOf(sheets, form);
  sheet.rows.push(["联系人电话13900000000"]);
  return { sheet: sheet.name };
};

/** The first record once more, with another number in one column. */
const repeatRow = (form, element, value) => (sheets) => {
  const sheet = sheetOf(sheets, form);
  const { row, column: at } = sheet.cells.get(`1/${element}`);
  const again = [...sheet.rows[row]];
  const count = [...sheet.cells.keys()].filter((key) => key.endsWith(`/${element}`)).length;
  again[0] = count + 1;
  again[at] = value;
  sheet.rows.splice(row + count, 0, again);
  return { sheet: sheet.name, cell: a1(row + count, 1) };
};

const more = (by) => (value) => value + by;
const fullWidth = (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** kind, school, what is done to its workbook, finding code, rule. */
const edits = [
  ["text-with-unit", "前王村小学", put("学校基本情况", "教职工数", "12人"), "cell-not-number"],
  ["word-for-number", "刘集小学", put("信息化与安全", "录播教室", "无"), "cell-not-number"],
  ["about", "南陶小学", put("学校基本情况", "寄宿生数", "约20"), "cell-not-number"],
  ["comma-misplaced", "高职校", put("学校基本情况", "寄宿生数", "24,67"), "cell-not-number"],
  ["formula-error", "白石中学", put("学校基本情况", "校舍建筑面积", "#REF!"), "cell-error-value"],
  ["negative", "军屯中心小学", put("信息化与安全", "学生用计算机", -46), "cell-out-of-range"],
  ["not-whole", "刘楼中心小学", put("党建与干部", "党员数", 15.5), "cell-not-whole"],
  ["blank-required", "杨店中学", put("学校基本情况", "专任教师数", null), "cell-required"],
  ["not-a-date", "汶上一中", put("荣誉创建", "1/获评日期", "去年8月"), "cell-not-date"],
  ["not-in-code-list", "一实小", put("招聘计划", "1/学科", "奥数"), "cell-not-in-code-list"],
  ["part-whole", "康驿中学", put("学校基本情况", "男生", more(20)), "rule-failed", "JB-01"],
  ["other-sheet", "义桥中心小学", put("班级情况", "1/班额", more(1)), "rule-failed", "BJ-04"],
  ["more-than-whole", "郭楼中心小学", put("党建与干部", "八零后校级干部数", 19), "rule-failed", "DJ-01"],
  [
    "yuan-for-ten-thousand",
    "四实小",
    put("学校基本情况", "仪器设备值", (value) => Math.round(value * 10000)),
    "rule-failed",
    "JB-10",
  ],
  ["more-aided-than-enrolled", "南站中心小学", put("学生资助", "1/受助人数", 4000), "rule-failed", "ZZ-01"],
  ["total-row-differs", "苑庄中心小学", put("学生资助", "2/资助金额", more(500)), "rule-failed", "ZZ-02"],
  ["header-renamed", "次邱中心小学", renameHeader("教师培训", "参训人数(人)", "参加的老师"), "header-missing"],
  ["row-twice", "寅寺中心小学", repeatRow("班级情况", "班额", 33), "row-duplicate-key"],
  ["below-the-table", "南旺中心小学", rowsBelow("教师变动", [3, "支教", 2]), "cell-below-table"],
  ["sheet-left-out", "二实中", dropSheet("控辍保学"), "form-missing"],
  ["telephone-number", "圣泽小学", personalNote("荣誉创建"), "personal-data"],
  ["full-width-digits", "六实小", put("学校基本情况", "招生数", fullWidth)],
  [
    "thousands-separator",
    "汶上二中",
    put("学校基本情况", "寄宿生数", (value) => String(value).replace(/(\d)(\d{3})$/, "$1,$2")),
  ],
  ["formula-as-text", "二实小", put("建设项目", "2/项目名称", '=HYPERLINK("https://example.invalid","二实小教学楼")')],
];

const encrypted = () => {
  const container = CFB.utils.cfb_new();
  for (const stream of ["/EncryptionInfo", "/EncryptedPackage"]) CFB.utils.cfb_add(container, stream, Buffer.alloc(64));
  return CFB.write(container, { type: "buffer" });
};

const otherTemplate = (school) =>
  workbookBytes([
    {
      name: "资产统计",
      rows: [["固定资产统计表"], ["填报单位:", school.name], ["资产名称", "数量", "原值(元)"], ["课桌", 120, 36000]],
      merges: [],
      cells: new Map(),
      firstRow: 3,
      bold: [],
    },
  ]);

/**
 * The clean workbooks with errors planted in some of them, each in a school of its own.
 * @returns {Promise<{ files: Map<string, Uint8Array>, planted: Planted[] }>}
 */
export async function plantErrors(schools, filings, clean) {
  const files = new Map(clean);
  /** @type {Planted[]} */
  const planted = [];
  const school = (short) => schools.find((one) => one.short === short);
  const fileOf = (short) => `${school(short).name}.xlsx`;
  const fresh = (short) => sheetsOf(style, school(short), filings.get(school(short)));

  for (const [kind, short, edit, expected, rule] of edits) {
    const sheets = fresh(short);
    const place = edit(sheets);
    files.set(fileOf(short), await workbookBytes(sheets));
    planted.push({ kind, file: fileOf(short), ...place, ...(expected && { expected }), ...(rule && { rule }) });
  }

  const whole = (kind, file, bytes, expected) => {
    files.set(file, bytes);
    planted.push({ kind, file, expected });
  };
  const stranger = { ...school("宝相寺小学"), name: "梁山县杏花小学", short: "杏花小学", code: "3708320001" };
  whole(
    "not-on-roster",
    "梁山县杏花小学.xlsx",
    await workbookBytes(sheetsOf(style, stranger, filings.get(school("宝相寺小学")))),
    "school-unknown",
  );
  const second = fresh("宝相寺小学");
  put("学校基本情况", "教职工数", more(2))(second);
  whole("filed-twice", "汶上县宝相寺小学(修改).xlsx", await workbookBytes(second), "school-twice");
  whole("other-template", "汶上县泉河小学.xlsx", await otherTemplate(school("泉河小学")), "sheet-unrecognised");
  whole("not-a-workbook", "汶上县尚书路小学.xlsx", Buffer.from("%PDF-1.4\u0000\u0001", "latin1"), "file-unreadable");
  whole("encrypted", "汶上县第三实验中学.xlsx", encrypted(), "file-unreadable");
  const absent = fileOf("汶上三中");
  files.delete(absent);
  planted.push({ kind: "not-filed", file: absent, expected: "not-filed" });
  return { files, planted };
}
