import fc from "fast-check";
import type { CellContent } from "../../src/domain/cell";
import type { CellInput } from "../../src/domain/edit";
import type { SheetSnapshot } from "../../src/domain/snapshot";
import { compileDefinition } from "../../src/definitions/compile-definition";
import type { ReportDefinition } from "../../src/definitions/definition";
import {
  readDefinitionSheets,
  writeDefinitionSheets,
  type DefinitionSheet,
} from "../../src/definitions/definition-sheets";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { arbitraryDefinition } from "./arbitrary-definition";
import { kindergartens } from "./kindergartens";

/** What a workbook holds once the cells are written and read again. */
function contentOf(cell: CellInput): CellContent {
  if (cell === null) return null;
  if ("text" in cell) return cell.text;
  if ("number" in cell) return cell.number;
  throw new Error("a definition's sheets hold text and numbers only");
}
const sheetOf = (name: string, rows: readonly (readonly CellContent[])[]): SheetSnapshot => ({
  name,
  rows,
  visibility: "visible",
  merges: [],
});
const snapshotOf = ({ name, rows }: DefinitionSheet): SheetSnapshot =>
  sheetOf(
    name,
    rows.map((row) => row.map(contentOf)),
  );

function definitionOf(json: unknown): ReportDefinition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

const settingRows: readonly (readonly CellContent[])[] = [
  ["设置", "值"],
  ["方案编号", "a"],
  ["方案名称", "年报"],
  ["统计期", "2022年"],
];
const settingsSheet = sheetOf("方案·设置", settingRows);
const read = (...sheets: readonly SheetSnapshot[]) => readDefinitionSheets([settingsSheet, ...sheets]);
const faultsOf = (...sheets: readonly SheetSnapshot[]) => {
  const reading = readDefinitionSheets(sheets);
  return reading.ok ? [] : reading.problem.map(({ where, message }) => [where, message]);
};

describe("a definition on sheets", () => {
  it("is the same definition when it is read again", () => {
    const definition = definitionOf(kindergartens);
    const reading = readDefinitionSheets(writeDefinitionSheets(definition).map(snapshotOf));
    expect(reading).toMatchObject({ ok: true, value: { definition } });
  });

  it("is the same definition when it is read again, whatever it holds", () => {
    fc.assert(
      fc.property(arbitraryDefinition, (json) => {
        const definition = definitionOf(json);
        const reading = readDefinitionSheets(writeDefinitionSheets(definition).map(snapshotOf));
        expect(reading.ok ? reading.value.definition : reading.problem).toEqual(definition);
      }),
      { numRuns: 300 },
    );
  });

  it("stands on one sheet per table and one for the settings, in the order people fill them", () => {
    expect(writeDefinitionSheets(definitionOf(kindergartens)).map(({ name }) => name)).toEqual([
      "方案·表样",
      "方案·字段",
      "方案·代码",
      "方案·校验",
      "方案·指标",
      "方案·参数",
      "方案·文稿",
      "方案·设置",
    ]);
  });

  it("may have titles above its headers, blank rows, and codes typed as numbers", () => {
    const codes = sheetOf("方案·代码", [
      ["代码一览"],
      [],
      ["代码表", "代码", "名称 "],
      ["办别", 1, "公办"],
      [null, " "],
      ["办别", 2, "民办"],
    ]);
    expect(read(codes)).toMatchObject({
      ok: true,
      value: {
        definition: {
          codes: [
            { list: "办别", code: "1", label: "公办" },
            { list: "办别", code: "2", label: "民办" },
          ],
        },
      },
    });
  });

  it("reads what a rule picks from the library, and leaves its blank cells to it", () => {
    const rules = sheetOf("方案·校验", [
      ["编号", "表名", "库规则", "对应", "名称", "容差"],
      ["1", "学生", "D1", " 男 = 男生；女＝女生;", null, 1],
    ]);
    const rule = { id: "1", form: "学生", library: "D1", binds: { 男: "男生", 女: "女生" }, tolerance: "1", active: true }; // prettier-ignore
    const reading = read(rules);
    expect(reading.ok ? reading.value.definition.rules : reading.problem).toEqual([rule]);
  });

  it.each<[what: string, cell: CellContent, due: string]>([
    ["as text", "2025-09-19T17:30", "2025-09-19T17:30"],
    ["with a space", "2025-09-19 17:30", "2025-09-19T17:30"],
    ["turned into a date", { date: 45919 + 17.5 / 24 }, "2025-09-19T17:30"],
    ["as a day, which is all of it", { date: 45919 }, "2025-09-19T23:59"],
    ["as a day in text", "2025-09-19", "2025-09-19T23:59"],
  ])("takes the moment submissions are due %s", (_what, cell, due) => {
    const reading = readDefinitionSheets([sheetOf("方案·设置", [...settingRows, ["截止", cell]])]);
    expect(reading.ok ? reading.value.definition.profile.due : reading.problem).toBe(due);
  });

  it("takes a census day that Excel turned into a date, and a percentage as a number", () => {
    const forms = sheetOf("方案・表样", [
      ["表名", "版式", "期型", "时点", "零报"],
      ["幼儿园", "卡片", "学年", { date: 44805 }, true],
    ]);
    const indicators = sheetOf("方案·指标", [
      ["编号", "名称", "分子", "类型", "封顶"],
      ["1", "公办率", "1", "率", "100%"],
    ]);
    expect(read(forms, indicators)).toMatchObject({
      ok: true,
      value: { definition: { forms: [{ censusDay: "09-01", nilReport: true }], indicators: [{ cap: 1 }] } },
    });
  });

  it("takes headings with or without their place", () => {
    const settings = sheetOf("方案·设置", [...settingRows, ["标题式样", "一、；（一）接排"], ["年", 2022]]);
    expect(readDefinitionSheets([settings])).toMatchObject({
      ok: true,
      value: {
        definition: {
          profile: {
            headings: [
              { pattern: "一、", place: "独行" },
              { pattern: "(一)", place: "接排" },
            ],
            names: { 年: 2022 },
          },
        },
      },
    });
  });

  const formHeaders = ["表名", "版式", "期型"];
  it.each<[string, readonly SheetSnapshot[], string, string]>([
    [
      "no settings",
      [sheetOf("幼儿园", [])],
      "方案·设置",
      "工作簿里没有这张表。→ 补上，至少写方案编号、方案名称、统计期",
    ],
    [
      "settings without a header",
      [sheetOf("方案·设置", [["方案编号", "a"]])],
      "方案·设置",
      "没有找到表头。→ 首行写：设置、值",
    ],
    ["a missing setting", [sheetOf("方案·设置", settingRows.slice(0, 3))], "方案·设置", "“统计期”没有填写。→ 补上"],
    [
      "a setting written twice",
      [sheetOf("方案·设置", [...settingRows, ["统计期", "2023年"]])],
      "方案·设置!B5",
      "“统计期”写了两次。→ 删去一行",
    ],
    [
      "a value without its setting",
      [sheetOf("方案·设置", [...settingRows, ["", "2023年"]])],
      "方案·设置!B5",
      "没有写是什么设置。→ 补上",
    ],
    [
      "a setting outside the choice",
      [sheetOf("方案·设置", [...settingRows, ["掩码", "有"]])],
      "方案·设置!B5",
      "不能是“有”。→ 可用：无、按位、统一",
    ],
    [
      "a heading nobody knows",
      [sheetOf("方案·设置", [...settingRows, ["标题式样", "第一章"]])],
      "方案·设置!B5",
      expect.stringContaining("不能是“第一章”") as string,
    ],
    [
      "a table without a header",
      [settingsSheet, sheetOf("方案·代码", [["办别", "1", "公办"]])],
      "方案·代码",
      "没有找到表头。→ 首行写：代码表、代码、名称、印刷名、归并",
    ],
    [
      "a header nobody knows",
      [settingsSheet, sheetOf("方案·表样", [[...formHeaders, "备注"]])],
      "方案·表样!D1",
      "不认识列“备注”。→ 删去，或核对写法",
    ],
    [
      "a header written twice",
      [settingsSheet, sheetOf("方案·表样", [[...formHeaders, "版式"]])],
      "方案·表样!D1",
      "列“版式”出现了两次。→ 删去一列",
    ],
    [
      "a blank cell that must be filled",
      [settingsSheet, sheetOf("方案·表样", [formHeaders, ["幼儿园", " ", "学年"]])],
      "方案·表样!B2",
      "没有填写。→ 补上",
    ],
    [
      "a needed column that is not there",
      [
        settingsSheet,
        sheetOf("方案·表样", [
          ["表名", "版式"],
          ["幼儿园", "卡片"],
        ]),
      ],
      "方案·表样!A2",
      "“期型”没有填写。→ 补上",
    ],
    [
      "a word outside the choice",
      [settingsSheet, sheetOf("方案·表样", [["题"], formHeaders, ["幼儿园", "卡", "学年"]])],
      "方案·表样!B3",
      "不能是“卡”。→ 可用：清单、卡片、记录",
    ],
    [
      "a formula Excel tried to calculate",
      [
        settingsSheet,
        sheetOf("方案·指标", [
          ["编号", "名称", "分子"],
          ["1", "甲", { error: "#NAME?" }],
        ]),
      ],
      "方案·指标!C2",
      "这一格是 Excel 的错误值 #NAME?。→ 把单元格格式设为“文本”再输入",
    ],
    [
      "text Excel turned into a date",
      [
        settingsSheet,
        sheetOf("方案·参数", [
          ["用途", "名称", "期"],
          ["目标", "甲", { date: 44805 }],
        ]),
      ],
      "方案·参数!C2",
      "这一格被 Excel 变成了日期。→ 把单元格格式设为“文本”再输入",
    ],
    [
      "a flag that is neither",
      [
        settingsSheet,
        sheetOf("方案·校验", [
          ["编号", "启用"],
          ["1", "停"],
        ]),
      ],
      "方案·校验!B2",
      "应为是或否，读到“停”。→ 改写",
    ],
    [
      "binds that are no pairs",
      [
        settingsSheet,
        sheetOf("方案·校验", [
          ["编号", "库规则", "对应"],
          ["1", "D1", "男:男生"],
        ]),
      ],
      "方案·校验!C2",
      "应为“名称=值”的对照，名称各写一次，如 男=男生;女=女生，读到“男:男生”。→ 改写",
    ],
    [
      "a name bound twice",
      [
        settingsSheet,
        sheetOf("方案·校验", [
          ["编号", "库规则", "对应"],
          ["1", "D1", "男=男生;男=女生"],
        ]),
      ],
      "方案·校验!C2",
      "应为“名称=值”的对照，名称各写一次，如 男=男生;女=女生，读到“男=男生;男=女生”。→ 改写",
    ],
    [
      "a rule that is neither picked nor written out",
      [
        settingsSheet,
        sheetOf("方案·校验", [
          ["编号", "表名", "名称", "级别", "公式"],
          ["1", "学生", "甲", "错误", null],
        ]),
      ],
      "方案·校验!E2",
      "没有填写。→ 补上",
    ],
    [
      "a moment that is none",
      [sheetOf("方案·设置", [...settingRows, ["截止", "9月19日"]])],
      "方案·设置!B5",
      "截止写作 2025-09-19T17:30",
    ],
    [
      "words for a number",
      [
        settingsSheet,
        sheetOf("方案·表样", [
          [...formHeaders, "表头行"],
          ["幼儿园", "清单", "学年", "两行"],
        ]),
      ],
      "方案·表样!D2",
      "应为数，读到“两行”。→ 改写",
    ],
  ])("with %s is refused at its cell", (_, sheets, where, message) => {
    expect(faultsOf(...sheets)).toContainEqual([where, message]);
  });

  it("tells a cell that cannot be read only once", () => {
    const broken = sheetOf("方案·指标", [
      ["编号", "名称", "分子"],
      ["1", "甲", { error: "#NAME?" }],
    ]);
    expect(faultsOf(settingsSheet, broken)).toHaveLength(1);
  });

  it("gives the faults of its formulas the cells they stand in", () => {
    const sheets = writeDefinitionSheets(
      definitionOf({
        ...kindergartens,
        indicators: [{ ...kindergartens.indicators[0], numerator: "SUM([在园人数])" }],
      }),
    ).map(snapshotOf);
    const reading = readDefinitionSheets(sheets);
    if (!reading.ok) throw new Error("the sheets cannot be read");
    const compiled = compileDefinition(reading.value.definition, {
      parameters: [],
      rosterColumns: ["乡镇", "学段", "办别"],
    });
    expect(compiled.ok ? [] : compiled.problem.map(reading.value.locate)).toContainEqual(
      expect.objectContaining({
        where: "方案·指标!G2",
        diagnostic: expect.objectContaining({ code: "E-N02" }) as unknown,
      }),
    );
  });
});
