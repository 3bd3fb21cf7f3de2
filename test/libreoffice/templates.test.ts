import { strFromU8, unzipSync } from "fflate";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import { collect } from "../../src/core/collect/collect";
import { validate } from "../../src/core/validate/validate";
import { parametersOf } from "../../src/definitions/parameters-of";
import type { CellContent } from "../../src/domain/cell";
import type { Collection } from "../../src/domain/collected";
import type { SheetSnapshot } from "../../src/domain/snapshot";
import { filledTemplate, school, templateDefinition } from "../support/school-template";
import { itInLibreOffice, recalculated, recalculatedAll, savedAgain } from "./recalculate";

type Filled = Readonly<Record<string, number | string>>;

const definition = templateDefinition();

/** A card, a list and two classes that agree with one another. */
const sound: Filled = {
  "基本情况!B7": 80,
  "基本情况!B8": 39,
  "基本情况!B9": 2,
  "基本情况!B10": 12,
  "基本情况!B11": 10,
  "基本情况!B12": 96.5,
  "基本情况!B13": 900_000,
  "基本情况!B14": "是",
  "基本情况!B15": "A级",
  "校舍!C7": 9000,
  "校舍!D7": 5000,
  "班级!A7": "一班",
  "班级!B7": 41,
  "班级!A8": "二班",
  "班级!B8": 39,
};

async function templateFile(filled: Filled, previous?: Collection): Promise<Uint8Array> {
  return writeWorkbookFile(filledTemplate(filled, { definition, ...(previous && { previous }) }));
}

const collected = (file: Uint8Array): Collection =>
  collect(definition, [school], [readWorkbookFile(file, `${school.code}.xlsx`)]);

const cellOf = (sheets: ReadonlyMap<string, SheetSnapshot>, sheet: string, row: number, column: number): CellContent =>
  sheets.get(sheet)?.rows[row - 1]?.[column] ?? null;

/** What 自查 says of each check, by rule; the two checks of what is typed by the form and what they ask. */
const verdictsOf = (sheets: ReadonlyMap<string, SheetSnapshot>): ReadonlyMap<string, CellContent> =>
  new Map(
    sheets
      .get("自查")
      ?.rows.slice(4)
      .map(([form, rule, , says, verdict = null]) => [
        rule === "填写" ? `${String(form)} ${String(says)}` : String(rule),
        verdict,
      ]),
  );

/** Everything that is neither passed nor no matter. */
const openOf = (sheets: ReadonlyMap<string, SheetSnapshot>): Readonly<Record<string, CellContent>> =>
  Object.fromEntries([...verdictsOf(sheets)].filter(([, verdict]) => verdict !== "通过" && verdict !== "不涉及"));

describe("a template checks itself in LibreOffice", () => {
  itInLibreOffice("and says what is still to be filled in", async () => {
    const sheets = recalculated(await templateFile({}));
    expect(cellOf(sheets, "自查", 2, 1)).toBe("还有0处不符、8格未填，改好再交");
    expect(verdictsOf(sheets).get("基本情况 必填的格都填了")).toBe("还有6格未填");
    expect(cellOf(sheets, "基本情况", 7, 2)).toBe("○在校生数 未填；");
  });

  itInLibreOffice("and lets a sound one go", async () => {
    const sheets = recalculated(await templateFile(sound));
    expect(openOf(sheets)).toEqual({ "JB-08": "区里审核" });
    for (const name of ["自查", "基本情况", "校舍", "班级"])
      expect(cellOf(sheets, name, 2, 1)).toBe("自查全部通过，可以上报");
    expect(cellOf(sheets, "基本情况", 7, 2)).toBe("✓");
    expect(verdictsOf(sheets).get("JB-05")).toBe("不涉及");
  });

  itInLibreOffice("and names the rule that is broken, beside the cells and on 自查", async () => {
    const sheets = recalculated(await templateFile({ ...sound, "基本情况!B8": 86 }));
    expect(openOf(sheets)).toEqual({ "JB-01": "不符", "JB-08": "区里审核" });
    expect(cellOf(sheets, "自查", 2, 1)).toBe("还有1处不符、0格未填，改好再交");
    expect(cellOf(sheets, "基本情况", 7, 2)).toBe("✗JB-01 女生数不超过在校生数；");
    expect(cellOf(sheets, "基本情况", 8, 2)).toBe("✗JB-01 女生数不超过在校生数；");
    expect(cellOf(sheets, "基本情况", 9, 2)).toBe("✓");
  });

  itInLibreOffice("and tells what only needs a look from what is wrong", async () => {
    const sheets = recalculated(await templateFile({ ...sound, "校舍!C7": 1000 }));
    expect(openOf(sheets)).toEqual({ "XS-01": "不符", "JB-08": "区里审核" });
    expect(cellOf(sheets, "校舍", 2, 1)).toBe("没有不符；有1处要核实，属实的写情况说明");
    expect(cellOf(sheets, "校舍", 7, 4)).toBe("△XS-01 校舍面积不超过占地面积的 3 倍；");
  });

  itInLibreOffice("and catches what was pasted past the limits of the cells", async () => {
    const pasted = {
      ...sound,
      "基本情况!B9": "2个",
      "基本情况!B10": -12,
      "基本情况!B11": 10.5,
      "基本情况!B14": "有",
      "基本情况!B15": "D级",
      "基本情况!B16": "去年",
      "班级!B8": "—",
    };
    const sheets = recalculated(await templateFile(pasted));
    const notes = [9, 10, 11, 14, 15, 16].map((row) => cellOf(sheets, "基本情况", row, 2));
    expect(notes).toEqual([
      "✗班数 要填数，不带单位和空格；",
      expect.stringContaining("✗教职工数 不能小于0；"),
      expect.stringContaining("✗专任教师数 要填整数；"),
      "✗是否寄宿制 要填是或否；",
      "✗校舍安全等级 要从列表里选；",
      "✗建校日期 要填日期，如 2022-9-1；",
    ]);
    expect(verdictsOf(sheets).get("基本情况 填的数、选项、日期都合要求")).toBe("还有6格不对");
    expect(cellOf(sheets, "班级", 8, 2)).toBe("✓");
  });

  itInLibreOffice("and takes days as people write them", async () => {
    const days = ["2001-9-1", "2001.9.1", 37_135];
    const files = await Promise.all(days.map(async (day) => templateFile({ ...sound, "基本情况!B16": day })));
    expect(recalculatedAll(files).map((sheets) => cellOf(sheets, "基本情况", 16, 2))).toEqual(["✓", "✓", "✓"]);
  });

  itInLibreOffice("and judges as the bureau will: every rule it can say, on sound and broken files", async () => {
    const changes: readonly Filled[] = [
      {},
      { "基本情况!B7": 300 },
      { "基本情况!B7": "八十", "基本情况!B9": -2 },
      { "基本情况!B8": 86, "基本情况!B9": 3, "基本情况!B11": 13 },
      { "基本情况!B11": 2, "校舍!D7": 28_000 },
      { "基本情况!B12": 89.99, "班级!B7": 60, "班级!B8": 20 },
      { "基本情况!B10": "—", "班级!B8": 38 },
    ];
    const files = await Promise.all(changes.map(async (change) => templateFile({ ...sound, ...change })));
    const inTheSchool = recalculatedAll(files).map((sheets) =>
      [...verdictsOf(sheets)].flatMap(([rule, verdict]) => (verdict === "不符" ? [rule] : [])),
    );
    const atTheBureau = files.map((file) => {
      const { findings } = validate(definition, collected(file), parametersOf(definition.source));
      const broken = findings.flatMap(({ code, rule }) => (code === "rule-failed" && rule !== undefined ? [rule] : []));
      return [...new Set(broken)].filter((rule) => rule !== "JB-08");
    });
    const sorted = (rules: readonly string[]): readonly string[] => [...rules].sort();
    expect(inTheSchool.map(sorted)).toEqual(atTheBureau.map(sorted));
    expect(new Set(inTheSchool.flat())).toEqual(
      new Set(["JB-01", "JB-02", "JB-03", "JB-04", "JB-06", "JB-07", "XS-01", "BJ-01"]),
    );
  });

  itInLibreOffice("and what it calculates and shows is never collected", async () => {
    const lastYear = collected(await templateFile({ ...sound, "基本情况!B7": 75 }));
    const file = await templateFile(sound, lastYear);
    const [saved = file] = savedAgain([file]);
    const [written, returned] = [collected(file), collected(saved)];
    const sheets = recalculated(file);
    expect([cellOf(sheets, "基本情况", 6, 2), cellOf(sheets, "基本情况", 7, 2)]).toEqual(["上年（参考）", 75]);
    expect([cellOf(sheets, "校舍", 8, 0), cellOf(sheets, "校舍", 8, 2)]).toEqual(["上年（参考）", 9000]);
    expect(returned.findings).toEqual([]);
    expect(returned.ledger.map(({ state, rejected }) => [state, rejected])).toEqual([["accepted", []]]);
    expect(valuesOf(returned)).toEqual(valuesOf(written));
    expect(valuesOf(returned)).toContainEqual(["基本情况", "在校生数", 0, { numerator: 80n, denominator: 1n }]);
  });

  itInLibreOffice("and keeps its limits, choices and colours when another program saves it", async () => {
    const file = await templateFile(sound);
    const [again = file] = savedAgain([file]);
    const [before, after] = [partsOf(file), partsOf(again)];
    const [card, saved] = [before.get("基本情况") ?? "", after.get("基本情况") ?? ""];
    expect(typesOf(card)).toEqual({ whole: 5, decimal: 2, list: 2, date: 1 });
    expect(typesOf(saved)).toEqual(typesOf(card));
    expect(saved).toContain("人，0至20000。");
    const formulas = colourFormulas(card);
    expect(formulas.length).toBeGreaterThan(15);
    expect(colourFormulas(saved)).toEqual(formulas);
  });
});

/** Every reading but its address. */
const valuesOf = ({ tables }: Collection): readonly unknown[] =>
  [...tables.values()]
    .flatMap(({ form, columns }) =>
      [...columns].flatMap(([column, readings]) =>
        readings.map((reading, row) => [
          form,
          column,
          row,
          reading.state === "reported" ? reading.value.value : reading.state,
        ]),
      ),
    )
    .map((value) => value.map((part) => (typeof part === "object" && "value" in part ? part.value : part)));

/** The markup of each sheet of a workbook file. */
function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const parts = unzipSync(file);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(([, name = ""]) => name);
  return new Map(names.map((name, index) => [name, text(`xl/worksheets/sheet${String(index + 1)}.xml`)]));
}

function typesOf(markup: string): Readonly<Record<string, number>> {
  const types: Record<string, number> = {};
  for (const [, type = ""] of markup.matchAll(/<dataValidation [^>]*type="(\w+)"/gu))
    types[type] = (types[type] ?? 0) + 1;
  return types;
}

const colourFormulas = (markup: string): readonly string[] =>
  [...markup.matchAll(/<cfRule [^>]*type="expression"[^>]*>\s*<formula>([^<]*)<\/formula>/gu)]
    .map(([, formula = ""]) => formula.replaceAll("&quot;", '"').replaceAll("&#34;", '"'))
    .sort();
