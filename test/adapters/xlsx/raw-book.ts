import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { a1 } from "../../../src/domain/cell";
import type { CellRange } from "../../../src/domain/snapshot";
import { type GeneratedBook, day, errors, formats, grid, merges, number, sheetNames, text } from "./generated-values";

type Spelling = (value: string) => string;
const escaped: Spelling = (value) =>
  value.replace(/[&<>"]/gu, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? "&quot;");
/** ASCII only: the library mangles references to anything beyond Latin letters. */
const referred =
  (reference: (code: number) => string): Spelling =>
  (value) =>
    value.replace(/[ -~]/gu, (character) => `&#${reference(character.charCodeAt(0))};`);
const spelling = fc.constantFrom(
  escaped,
  referred(String),
  referred((code) => `x${code.toString(16).toUpperCase()}`),
);

const element = fc.tuple(text, spelling, fc.boolean()).map(([value, spell, keeps]) => {
  return `<t${keeps ? ' xml:space="preserve"' : ""}>${spell(value)}</t>`;
});
/** Plain, rich, and rich with the reading of the characters beside them. */
const richText = fc.oneof(
  element,
  fc.tuple(element, element).map(([one, two]) => `<r>${one}</r><r><rPr><b/><sz val="11"/></rPr>${two}</r>`),
  fc
    .tuple(element, element)
    .map(([one, reading]) => `${one}<rPh sb="0" eb="1">${reading}</rPh><phoneticPr fontId="1"/>`),
);

const decimals = fc.oneof(
  number.map(String),
  number.filter((value) => value !== 0).map((value) => value.toPrecision(17)),
  number.map((value) => value.toExponential().toUpperCase()),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  day.map(String),
);
const formula = fc.constantFrom("<f>A1</f>", '<f t="shared" ref="A1:B2" si="0">A1</f>', '<f t="shared" si="0"/>', "<f>IF(A1&lt;1,&quot;&amp;&quot;,2)</f>"); // prettier-ignore

interface RawCell {
  readonly attributes: string;
  readonly content: string;
}
const styles = fc.nat(formats.length + 2);
const raw = (attributes: string, content: string): RawCell => ({ attributes, content });
const rawCell = (strings: number): fc.Arbitrary<RawCell | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    styles.map((style) => raw(` s="${String(style)}"`, "")),
    fc.tuple(decimals, styles).map(([value, style]) => raw(` s="${String(style)}"`, `<v>${value}</v>`)),
    fc.tuple(decimals, styles).map(([value, style]) => raw(` s='${String(style)}' t='n'`, `<v>${value}</v>`)),
    fc.nat(strings - 1).map((index) => raw(' t="s"', `<v>${String(index)}</v>`)),
    richText.map((inside) => raw(' t="inlineStr"', `<is>${inside}</is>`)),
    fc.constantFrom("0", "1").map((value) => raw(' t="b"', `<v>${value}</v>`)),
    fc.constantFrom(...errors).map((value) => raw(' t="e"', `<v>${value}</v>`)),
    fc.tuple(formula, decimals).map(([before, value]) => raw("", `${before}<v>${value}</v>`)),
    fc
      .tuple(formula, text, spelling)
      .map(([before, value, spell]) => raw(' t="str"', `${before}<v>${spell(value)}</v>`)),
    formula.map((before) => raw("", before)),
  );

interface RawSheet {
  readonly name: string;
  readonly state: string;
  readonly rows: readonly (readonly (RawCell | undefined)[])[];
  readonly merged: readonly CellRange[];
  readonly hasReferences: boolean;
}

function rawSheetXml({ rows, merged, hasReferences }: RawSheet): string {
  const rowXml = (row: RawSheet["rows"][number], at: number): string => {
    const cells = row.map((cell, column) => {
      if (!cell) return hasReferences ? "" : "<c/>";
      const place = hasReferences ? ` r="${a1(at, column)}"` : "";
      return cell.content === ""
        ? `<c${place}${cell.attributes}/>`
        : `<c${place}${cell.attributes}>${cell.content}</c>`;
    });
    return `<row${hasReferences ? ` r="${String(at + 1)}" spans="1:6"` : ""}>${cells.join("")}</row>`;
  };
  const ranges = merged.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${a1(top, left)}:${a1(bottom, right)}"/>`,
  );
  return `<worksheet xmlns="${main}"><dimension ref="A1:F6"/><sheetData>${rows.map(rowXml).join("\n")}</sheetData>${
    ranges.length === 0 ? "" : `<mergeCells count="${String(ranges.length)}">${ranges.join("")}</mergeCells>`
  }</worksheet>`;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);

const builtinFormats = [0, 14, 22];
const formatIds = [...formats.map((_code, index) => 200 + index), ...builtinFormats];
const numFmts = formats.map(
  (code, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${escaped(code)}"/>`,
);
const cellXfs = formatIds.map((id) => `<xf numFmtId="${String(id)}" applyNumberFormat="1"/>`);
const stylesXml = `<styleSheet xmlns="${main}"><numFmts>${numFmts.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cellXfs.join("")}</cellXfs></styleSheet>`;

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): Uint8Array {
  const each = relations.map(
    ([type, target], index) => `<Relationship Id="r${String(index)}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`);
}

function rawBytes(sheets: readonly RawSheet[], strings: readonly string[], date1904: boolean): Uint8Array {
  const partName = (index: number): string => `worksheets/sheet${String(index + 1)}.xml`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}" state="${state}" r:id="r${String(index)}"/>`,
  );
  return zipSync(
    {
      "[Content_Types].xml": xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("workbook.xml", "sheet.main")}${override("sharedStrings.xml", "sharedStrings")}${override("styles.xml", "styles")}${sheets.map((_sheet, index) => override(partName(index), "worksheet")).join("")}</Types>`,
      ),
      "_rels/.rels": relationsXml([["officeDocument", "xl/workbook.xml"]]),
      "xl/workbook.xml": xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? "1" : "0"}"/><sheets>${entries.join("")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": relationsXml([
        ...sheets.map((_sheet, index) => ["worksheet", partName(index)] as const),
        ["sharedStrings", "sharedStrings.xml"],
        ["styles", "styles.xml"],
      ]),
      "xl/sharedStrings.xml": xml(
        `<sst xmlns="${main}">${strings.map((string) => `<si>${string}</si>`).join("")}</sst>`,
      ),
      "xl/styles.xml": xml(stylesXml),
      ...Object.fromEntries(sheets.map((sheet, index) => [`xl/${partName(index)}`, xml(rawSheetXml(sheet))])),
    },
    { level: 1 },
  );
}

/** What neither writer writes: rich and inline texts, references left out, numbers as other programs print them. */
export const rawBook = (): fc.Arbitrary<GeneratedBook> =>
  fc
    .tuple(sheetNames, fc.array(richText, { minLength: 1, maxLength: 5 }), fc.boolean())
    .chain(([names, strings, date1904]) =>
      fc
        .tuple(
          ...names.map((name) =>
            fc.record({
              name: fc.constant(name),
              state: fc.constantFrom("visible", "visible", "hidden", "veryHidden"),
              rows: grid(rawCell(strings.length)),
              merged: merges,
              hasReferences: fc.boolean(),
            }),
          ),
        )
        .map((sheets) => ({ file: "raw.xlsx", bytes: rawBytes(sheets, strings, date1904) })),
    );
