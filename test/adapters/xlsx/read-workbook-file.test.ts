import { utils, write, type BookType, type WorkSheet } from "@e965/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { strToU8, zipSync } from "fflate";
import type { CellContent } from "../../../src/domain/cell";
import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { unpackArchive } from "../../../src/adapters/files/unpack-archive";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { putSheet } from "./put-sheet";
import { firstSheet, rowsIn, sheetsIn, whyNot, withPart } from "./read-back";

/** A workbook as another program would save it. */
function foreign(sheet: WorkSheet, bookType: BookType): Uint8Array {
  return new Uint8Array(
    write({ SheetNames: ["表1"], Sheets: { 表1: sheet } }, { type: "array", bookType }) as ArrayBuffer,
  );
}

const grid = (): WorkSheet => {
  const sheet = utils.aoa_to_sheet([
    ["学校", "在校生", "日期"],
    ["城关小学", 429, null],
    [null, "012"],
  ]);
  sheet["C2"] = { t: "n", v: 45000, z: "yyyy/m/d" };
  return sheet;
};

const gridRows: readonly (readonly CellContent[])[] = [
  ["学校", "在校生", "日期"],
  ["城关小学", 429, { date: 45000 }],
  [null, "012"],
];

const partOf = (xml: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);

describe("a file is known by its content, not by its name", () => {
  it.each<[BookType, string]>([
    ["xlsx", "a.xlsx"],
    ["xlsx", "renamed.xls"],
    ["biff8", "a.xls"],
    ["biff8", "renamed.xlsx"],
    ["biff8", "a.et"],
    ["xlsb", "a.xlsb"],
    ["ods", "a.ods"],
    ["xlml", "a.xls"],
  ])("%s called %s", (bookType, file) => {
    expect(rowsIn(foreign(grid(), bookType), file)).toEqual(gridRows);
  });

  it("an HTML table saved as .xls keeps its texts", () => {
    const html = "<html><meta charset=gb2312><table><tr><td>学校</td><td>0012</td></tr></table></html>";
    expect(rowsIn(strToU8(html), "a.xls")).toEqual([["学校", "0012"]]);
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ["UTF-8", strToU8("代码,名称\r\n0012,甲\r\n")],
    ["UTF-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8("代码,名称\n0012,甲")])],
    [
      "GB18030",
      new Uint8Array([
        0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x30, 0x30, 0x31, 0x32, 0x2c, 0xbc, 0xd7,
      ]),
    ],
    ["tabs", strToU8("代码\t名称\n0012\t甲\n")],
    ["quotes", strToU8('"代码","名称"\n"0012","甲"\n')],
  ])("a csv in %s keeps codes as text, on a sheet named like the file", (_what, bytes) => {
    const [sheet] = sheetsIn(bytes, "报送/资助.csv");
    expect(sheet).toMatchObject({
      name: "资助",
      rows: [
        ["代码", "名称"],
        ["0012", "甲"],
      ],
    });
  });

  it("a csv field may hold separators, quotes and line ends", () => {
    expect(rowsIn(strToU8('a,"b,""c""\nd",e\n,=1+1'), "a.csv")).toEqual([
      ["a", 'b,"c"\nd', "e"],
      [null, "=1+1"],
    ]);
  });
});

describe("cells", () => {
  it("an error keeps its text and is never a number", () => {
    const sheet = utils.aoa_to_sheet([[1, 2, 3]]);
    sheet["B1"] = { t: "e", v: 7 };
    sheet["C1"] = { t: "e", v: 0x17 };
    for (const kind of ["xlsx", "biff8", "xlsb"] as const)
      expect(rowsIn(foreign(sheet, kind))).toEqual([[1, { error: "#DIV/0!" }, { error: "#REF!" }]]);
  });

  it("an error no reader has heard of is still an error, not a blank", async () => {
    const bytes = await withPart(firstSheet, (xml) =>
      xml.replace("</sheetData>", '<row r="2"><c r="A2" t="e"><v>#SPILL!</v></c></row></sheetData>'),
    );
    expect(rowsIn(bytes)?.[1]).toEqual([{ error: expect.stringContaining("#") as string }]);
  });

  it("a day of a workbook that counts from 1904 is the same day", () => {
    const sheet = utils.aoa_to_sheet([[null]]);
    sheet["A1"] = { t: "n", v: 45000 - 1462, z: "yyyy-mm-dd" };
    const book = { SheetNames: ["表1"], Sheets: { 表1: sheet }, Workbook: { WBProps: { date1904: true } } };
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    expect(rowsIn(bytes)).toEqual([[{ date: 45000 }]]);
  });

  it.each([
    ["General", 3.5],
    ["0.00%", 3.5],
    ['0"人"', 3.5],
    ["[Red]0.0", 3.5],
    ["yyyy/m/d", { date: 3.5 }],
    ['yyyy"年"m"月"d"日"', { date: 3.5 }],
  ])("a number shown as %s", (format, expected) => {
    const sheet = utils.aoa_to_sheet([[null]]);
    sheet["A1"] = { t: "n", v: 3.5, z: format };
    expect(rowsIn(foreign(sheet, "xlsx"))).toEqual([[expected]]);
  });

  it("a sheet is as large as its cells, whatever it claims", async () => {
    const bytes = await withPart(firstSheet, (xml) =>
      xml.replace(/<dimension ref="[^"]*"\/>/u, '<dimension ref="A1:XFD1048576"/>'),
    );
    expect(rowsIn(bytes)).toEqual([["甲", 1]]);
  });

  it("a merged area over the whole sheet adds no cells", async () => {
    const bytes = await withPart(firstSheet, (xml) =>
      xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    );
    expect(rowsIn(bytes)).toEqual([["甲", 1]]);
  });

  it("a lone cell in the last corner is read without filling the sheet", async () => {
    const bytes = await withPart(firstSheet, (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>'),
    );
    const rows = rowsIn(bytes);
    expect(rows).toHaveLength(1_048_576);
    expect(rows?.at(-1)?.at(-1)).toBe(7);
  });
});

describe("a fingerprint", () => {
  it("is that of the bytes, whatever the file is called, and differs where one byte does", async () => {
    const bytes = await writeWorkbookFile([putSheet([[{ text: "甲" }, { number: 1 }]])]);
    const print = (content: Uint8Array, file: string): string | undefined => {
      const reading = readWorkbookFile(content, file);
      return reading.state === "read" ? reading.workbook.fingerprint : undefined;
    };
    expect(print(bytes, "b.xlsx")).toBe(print(bytes, "a.xlsx"));
    const texts = Array.from({ length: 9 }, (_, at) => strToU8("代码,123456789".slice(0, 3 + at)));
    expect(new Set(texts.map((text) => print(text, "a.csv"))).size).toBe(texts.length);
  });
});

describe("hostile and broken files", () => {
  it("a zip that unpacks to far more than it is", () => {
    const bomb = zipSync({ [firstSheet]: new Uint8Array(30e6) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100e3);
    expect(whyNot(bomb)).toBe("too-large");
  });

  it("a zip of very many entries", () => {
    const entries = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, index) => [`p${String(index)}`, new Uint8Array(0)]),
    );
    expect(whyNot(zipSync(entries))).toBe("too-large");
  });

  it("a workbook whose cells, laid out, would fill the memory", async () => {
    const wide = Array.from(
      { length: 1_300 },
      (_, row) => `<row r="${String(row + 2)}"><c r="XFD${String(row + 2)}"><v>1</v></c></row>`,
    ).join("");
    expect(whyNot(await withPart(firstSheet, (xml) => xml.replace("</sheetData>", `${wide}</sheetData>`)))).toBe(
      "too-large",
    );
  });

  it.each<[what: string, part: number]>([
    ["half", 0.5],
    ["nearly all", 0.95],
    ["hardly any", 0.01],
  ])("a workbook of which only %s arrived", async (_what, part) => {
    const bytes = await writeWorkbookFile([putSheet([[{ text: "甲" }]])]);
    expect(whyNot(bytes.slice(0, bytes.length * part))).toBe("truncated");
  });

  it("an .xls of which half arrived", () => {
    const bytes = foreign(grid(), "biff8");
    expect(whyNot(bytes.slice(0, bytes.length / 2), "a.xls")).toBe("truncated");
    expect(whyNot(bytes.slice(0, 600), "a.et")).toBe("wps-et");
  });

  it("a workbook with a password", async () => {
    const locked = await writeXlsx({
      sheets: [{ name: "表1", rows: [["甲"]] }],
      encryption: { password: "x", spinCount: 1 },
    });
    expect(whyNot(locked)).toBe("encrypted");
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ["nothing at all", new Uint8Array(0)],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    [
      "a document in a zip",
      zipSync({ "word/document.xml": partOf("<w/>"), "[Content_Types].xml": partOf("<Types/>") }),
    ],
    ["a web page without a table", strToU8("<html><p>请先登录</p></html>")],
  ])("%s is not a workbook", (_what, bytes) => {
    expect(whyNot(bytes)).toBe("not-a-workbook");
  });

  it("entities are never expanded", async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const bytes = await withPart("xl/sharedStrings.xml", (xml) =>
      xml.replace("?>", `?>${bomb}`).replace("甲", "&b;&c;"),
    );
    expect(rowsIn(bytes)).toEqual([["&b;&c;", 1]]);
  });

  it("a sheet called __proto__ is a sheet like any other, and changes nothing else", async () => {
    const bytes = await writeWorkbookFile([
      putSheet([[{ text: "甲" }]], { name: "__proto__" }),
      putSheet([[{ text: "乙" }]], { name: "constructor" }),
    ]);
    expect(sheetsIn(bytes).map(({ name, rows }) => [name, rows])).toEqual([
      ["__proto__", [["甲"]]],
      ["constructor", [["乙"]]],
    ]);
    expect(Object.keys({})).toEqual([]);
    expect("!data" in {}).toBe(false);
  });

  it.each<[what: string, text: string]>([
    [
      "an HTML cell over a billion columns",
      '<table><tr><td colspan="1000000000" rowspan="1000000000">1</td><td>2</td></tr></table>',
    ],
    ["an XML row a billion rows down", '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="1000000000"><Cell ss:Index="900000000" ss:MergeAcross="100000000"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>'], // prettier-ignore
    ["an OpenDocument cell repeated a billion times", '<office:document xmlns:office="o" xmlns:table="t"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" office:value-type="float" office:value="1"/></table:table-row></table:table></office:spreadsheet></office:body></office:document>'], // prettier-ignore
  ])("%s is soon done with", (_what, text) => {
    const before = performance.now();
    whyNot(strToU8(text));
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it("a million rows of nothing but looks, and rows of thousands of empty cells", async () => {
    const ghosts = Array.from(
      { length: 100_000 },
      (_, row) => `<row r="${String(row + 3)}" ht="15"><c r="A${String(row + 3)}" s="1"/><c r="B7" s="0"/></row>`,
    ).join("");
    const looks = `<row r="8">${'<c r="AB8" s="1"/>'.repeat(5_000)}</row>`.repeat(100);
    const before = performance.now();
    expect(
      rowsIn(
        await withPart(firstSheet, (xml) =>
          xml.replace("</sheetData>", `${ghosts}${looks}<row r="300001"><c r="A300001"><v>7</v></c></row></sheetData>`),
        ),
      ),
    ).toHaveLength(300_001);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it("an entry that unpacks to more than the directory says", () => {
    const bytes = zipSync({ [firstSheet]: new Uint8Array(3e6) });
    const directory = new DataView(bytes.buffer, bytes.byteOffset);
    const at = directory.getUint32(bytes.length - 6, true);
    directory.setUint32(at + 24, 10, true);
    expect(whyNot(zipSync({ "xl/workbook.xml": partOf("<workbook/>") }))).toBe("not-a-workbook");
    const result = unpackArchive(bytes);
    expect(result).toEqual({ ok: false, problem: "truncated" });
  });

  it("a column definition for a billion columns does not hang", async () => {
    const bytes = await withPart(firstSheet, (xml) =>
      xml.replace("<sheetData>", '<cols><col min="1" max="999999999" width="9"/></cols><sheetData>'),
    );
    expect(rowsIn(bytes)).toEqual([["甲", 1]]);
  });
});
