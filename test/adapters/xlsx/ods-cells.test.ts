import { strToU8, zipSync } from "fflate";
import type { CellContent } from "../../../src/domain/cell";
import { rowsIn } from "./read-back";

const styles =
  '<office:automatic-styles><number:date-style style:name="N1"/><style:style style:name="day" style:data-style-name="N1"/></office:automatic-styles>';

/** An OpenDocument file of one sheet with one row. */
const withCells = (cells: string, settings = ""): Uint8Array =>
  zipSync({
    "content.xml": strToU8(
      `<office:document-content>${styles}<office:body><office:spreadsheet>${settings}<table:table table:name="表1"><table:table-row>${cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });

const text = (inside: string): string => `<table:table-cell office:value-type="string">${inside}</table:table-cell>`;
const shownAsDay = (value: number): string =>
  `<table:table-cell table:style-name="day" office:value-type="float" office:value="${String(value)}"/>`;
const from = (day: string): string =>
  `<table:calculation-settings><table:null-date table:date-value="${day}"/></table:calculation-settings>`;

describe("what the cells of an .ods say", () => {
  it.each<[what: string, cells: string, settings: string, expected: readonly CellContent[]]>([
    ["a number shown as a day is one", shownAsDay(45000), "", [{ date: 45000 }]],
    ["a number below zero is no day", shownAsDay(-0.5), "", [-0.5]],
    ["days count from where the file says", shownAsDay(45000), from("1904-01-01"), [{ date: 46462 }]],
    ["and mostly from where Excel's do", shownAsDay(45000), from("1899-12-30"), [{ date: 45000 }]],
    ["a text that looks like an error is text", text("<text:p>#N/A</text:p>"), "", ["#N/A"]],
    ["blanks and line ends around words mean nothing", text("<text:p>\n  甲\n  <text:span> 乙 </text:span>\n</text:p>"), "", ["甲 乙"]], // prettier-ignore
    ["blanks that are spelled out are kept", text('<text:p><text:s text:c="2"/>甲<text:s/> <text:s/></text:p>'), "", ["  甲   "]], // prettier-ignore
    ["a paragraph is a line, an empty one too", text("<text:p/><text:p>甲<text:tab/></text:p><text:p> </text:p>"), "", ["\n甲\t\n"]], // prettier-ignore
  ])("%s", (_what, cells, settings, expected) => {
    expect(rowsIn(withCells(cells, settings))).toEqual([expected]);
  });
});
