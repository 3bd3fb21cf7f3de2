import { strToU8, unzipSync, zipSync } from "fflate";
import { type CellContent, uncalculated } from "../../../src/domain/cell";
import { firstSheet, rowsIn, sheetsIn, whyNot, withPart } from "./read-back";

/** Our own workbook, its one sheet holding these rows in XML. */
const withRows = (rows: string): Promise<Uint8Array> =>
  withPart(firstSheet, (xml) => xml.replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${rows}</sheetData>`));

describe("what the cells of an .xlsx say", () => {
  it.each<[what: string, rows: string, expected: readonly (readonly CellContent[])[]]>([
    ["a value that is no number stays text", '<row r="1"><c r="A1"><v>12人</v></c></row>', [["12人"]]],
    ["a number beyond all numbers stays text", '<row r="1"><c r="A1"><v>1e999</v></c></row>', [["1e999"]]],
    ["a formula that gave nothing is blank", '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>', [[null, 1]]], // prettier-ignore
    ["a formula that was never calculated is no blank", '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>2</f><v/></c></row>', [[{ error: uncalculated }, { error: uncalculated }]]], // prettier-ignore
    [
      "a text that is not there is an error",
      '<row r="1"><c r="A1" t="s"><v>999</v></c></row>',
      [[{ error: "#ERROR!" }]],
    ],
    ["days and times as text", '<row r="1"><c r="A1" t="d"><v>2023-09-01</v></c><c r="B1" t="d"><v>1900-01-01T06:00:00</v></c></row>', [[{ date: 45170 }, { date: 1.25 }]]], // prettier-ignore
    [
      "a day that does not exist stays text",
      '<row r="1"><c r="A1" t="d"><v>2023-02-30</v></c></row>',
      [["2023-02-30"]],
    ],
    ["rows and cells count on from the one before", "<row/><row><c/><c><v>1</v></c></row><row r=\"4\"><c r=\"B4\" s=\"0\"/><c><v>2</v></c></row>", [[], [null, 1], [], [null, null, 2]]], // prettier-ignore
    ["escapes and references", '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_&amp;&#x4E00;</t></is></c></row>', [["a\r&一"]]], // prettier-ignore
  ])("%s", async (_what, rows, expected) => {
    expect(rowsIn(await withRows(rows))).toEqual(expected);
  });

  it.each<[what: string, rows: string]>([
    ["two cells of one place", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ["a cell beyond the last column", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ["a row before the first", '<row r="0"><c><v>1</v></c></row>'],
    ["an element that never ends", '<row r="1"><c r="A1"><v>1</v></row>'],
  ])("%s is a damaged file, not a guess", async (_what, rows) => {
    expect(whyNot(await withRows(rows))).toBe("truncated");
  });

  it.each([27, 31, 36, 50, 57, 58])("format %i of Chinese Excel shows a day without being spelled out", async (id) => {
    const part = await withPart("xl/styles.xml", (xml) =>
      xml.replace(/<cellXfs.*<\/cellXfs>/su, `<cellXfs><xf/><xf numFmtId="${String(id)}"/></cellXfs>`),
    );
    const { [firstSheet]: sheet = new Uint8Array(), ...parts } = unzipSync(part);
    const shown = new TextDecoder().decode(sheet).replace(/<c r="B1"[^>]*>/u, '<c r="B1" s="1">');
    expect(rowsIn(zipSync({ ...parts, [firstSheet]: strToU8(shown) }))).toEqual([["甲", { date: 1 }]]);
  });

  it("hidden rows and columns are told, as far as something stands there", async () => {
    const bytes = await withPart(firstSheet, (xml) =>
      xml
        .replace("<sheetData>", '<cols><col min="2" max="16384" width="9" hidden="1"/></cols><sheetData>')
        .replace(
          "</sheetData>",
          '<row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="9" hidden="1"/></sheetData>',
        ),
    );
    expect(sheetsIn(bytes)[0]).toMatchObject({ hiddenRows: [2], hiddenColumns: [1] });
  });
});
