import fc from "fast-check";
import { buildReport, draftReport, type DistrictReport } from "../../src/core/build-report";
import { figureProver } from "../../src/core/prove/proof-of-figure";
import { noCasework, type Casework } from "../../src/domain/casework";
import { add, exactText, zero } from "../../src/domain/exact";
import type { FigureProof } from "../../src/domain/proof";
import type { FileReading } from "../../src/domain/snapshot";
import { proofSheet } from "../../src/usecases/proof-sheet";
import { sentencesOfCell } from "../../src/usecases/trace-cell";
import { proofSubject } from "../../src/usecases/trace-proof";
import { filed, prepared, rowsOf } from "../core/write/small-district";

const sources = prepared();
const reportOf = (reading: FileReading = filed(), casework: Casework = noCasework): DistrictReport =>
  buildReport({ ...sources, readings: [reading], casework, run: 3, at: "2023-01-05T09:00:00" });
const proverOf = (report: Pick<DistrictReport, "collection" | "confrontation" | "figures">) =>
  figureProver(proofSubject(sources.definition, report, sources.parameters));

const whole = reportOf();
const prove = proverOf(whole);
const counted = ({ terms }: FigureProof) =>
  terms.map(({ words, rows, adds }) => [
    words,
    adds,
    rows.map(({ schoolName, counts }) => [schoolName, counts && exactText(counts)]),
  ]);

describe("the proof of a figure", () => {
  it.each([
    ["公办率", "公办率 = 幼儿数合计（办别=公办） 300 ÷ 幼儿数合计 450 = 66.6666666667…% ≈ 66.67%"],
    ["幼儿总数", "幼儿总数 = 幼儿数合计 450 = 450人"],
    ["幼儿总数|城关", "幼儿总数（城关） = 幼儿数合计 270 = 270人"],
    ["民办幼儿数", "民办幼儿数 = 幼儿总数 450 × （1 - 公办率 0.6666666667…） = 150人"],
    ["经费总额", "经费总额 = 经费合计 168333 = 168333元 = 16.8333万元"],
    ["课程门数", "课程门数 = 课程去重个数 3 = 3门"],
  ])("writes out the formula of %s with its values", (key, written) => {
    expect(prove(key).written).toBe(written);
  });

  it("lists under each total the schools it counted, with what each brings", () => {
    expect(counted(prove("公办率"))).toEqual([
      [
        "幼儿数合计（办别=公办）",
        true,
        [
          ["城关幼儿园", "180"],
          ["柳林幼儿园", "120"],
        ],
      ],
      [
        "幼儿数合计",
        true,
        [
          ["城关幼儿园", "180"],
          ["柳林幼儿园", "120"],
          ["星星幼儿园", "60"],
          ['=HYPERLINK("x")园', "90"],
        ],
      ],
    ]);
  });

  it("does not claim that a count of different things adds up", () => {
    expect(counted(prove("课程门数")).map(([, adds]) => adds)).toEqual([false]);
  });

  it("says how the printed number was rounded, and what stands beside it", () => {
    const { rounding, comparisons } = prove("公办率");
    expect(rounding).toBe("未修约66.6666666667…%，印作66.67%");
    expect(comparisons).toEqual([{ label: "目标", printed: "65%", says: "高于目标", source: "市局，〔2022〕8号" }]);
    expect(prove("幼儿总数").rounding).toBeUndefined();
    expect(prove("幼儿总数").comparisons).toEqual([{ label: "上年", printed: "400人", says: "较上年增加50人" }]);
  });

  it("tells the cell of every value, and what people put down about it", () => {
    const corrected = reportOf(filed(), {
      ...noCasework,
      corrections: [
        {
          school: "0001",
          form: "幼儿园",
          element: "幼儿数",
          key: [],
          was: "180",
          now: "200",
          reason: "电话核实，漏填一个班",
          by: "王股长",
          at: "2023-01-05",
        },
      ],
    });
    const [cell] = proverOf(corrected)("幼儿总数").terms[0]?.rows[0]?.cells ?? [];
    expect(cell).toEqual({
      column: "幼儿数",
      role: "value",
      text: "200",
      at: { file: "幼儿园.xlsx", sheet: "幼儿园", row: 1, column: 2 },
      remarks: ["更正：180改为200，电话核实，漏填一个班（王股长，2023-01-05）"],
    });
  });

  it("names what is missing of a figure that is withheld, and proves what is there", () => {
    const proof = proverOf(reportOf(filed({ "0003": "'0003|星星幼儿园||30|0.3|—|美术" })))("幼儿总数");
    expect(proof.printed).toBe("××人");
    expect(proof.reasons).toEqual([{ why: "blocked", form: "幼儿园", column: "幼儿数", schools: ["0003"] }]);
    expect(counted(proof)[0]?.[2]).toHaveLength(3);
  });

  it("refuses a figure the report does not have", () => {
    expect(() => prove("没有的指标")).toThrow("没有的指标");
  });
});

describe("the parts of a proof", () => {
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 400 }).map(String) },
    { weight: 1, arbitrary: fc.constant("") },
  );
  const row = (code: string, name: string) =>
    fc.tuple(cell, cell, fc.integer({ min: 1, max: 9000 })).map(([children, girls, area]) => `'${code}|${name}|${children}|${girls}|${String(area / 10)}|1.5|美术`); // prettier-ignore
  const rows = fc.record({ "0001": row("0001", "城关幼儿园"), "0002": row("0002", "柳林幼儿园"), "0003": row("0003", "星星幼儿园") }); // prettier-ignore

  it("add up again to the figure, whatever was filed", () => {
    fc.assert(
      fc.property(rows, (filing) => {
        const report = draftReport({ ...sources, readings: [filed(filing)] });
        const proveAgain = proverOf(report);
        for (const [key, figure] of report.figures) {
          const { terms } = proveAgain(key);
          for (const part of ["numerator", "denominator"] as const) {
            const own = terms.filter((term) => term.part === part);
            const [only] = own;
            if (own.length !== 1 || !only || only.rows.length === 0) continue;
            expect(only.value).toEqual(figure[part]);
            if (!/合计/u.test(only.words)) continue;
            const sum = only.rows.reduce((total, { counts }) => add(total, counts ?? zero), zero);
            expect(exactText(sum)).toBe(figure[part] && exactText(figure[part]));
          }
        }
      }),
      { numRuns: 15, seed: 4 },
    );
  });
});

describe("the way from a cell", () => {
  const at = (row: number, column: number) => ({ file: "幼儿园.xlsx", sheet: "幼儿园", row, column });
  const feeds = (row: number, column: number) => {
    const { figures, clauses } = sentencesOfCell(
      proofSubject(sources.definition, whole, sources.parameters),
      whole.narrative,
      at(row, column),
    );
    return { figures: figures.map(({ key, how }) => `${key} ${how}`), clauses: clauses.map(({ id }) => id) };
  };

  it("leads to the figures that add it or decide by it, to those made of them, and to their sentences", () => {
    expect(feeds(2, 2)).toEqual({
      figures: [
        "幼儿总数 value",
        "幼儿总数|柳林 value",
        "公办率 value",
        "超员 value",
        "宽敞园名单 criterion",
        "面积差异 value",
        "万名适龄幼儿在园数 value",
        "民办幼儿数 through",
      ],
      clauses: ["N1", "N2"],
    });
  });

  it("leads nowhere from a cell no figure reads, or that holds no value", () => {
    expect(feeds(2, 3)).toEqual({ figures: [], clauses: [] });
    expect(feeds(0, 0)).toEqual({ figures: [], clauses: [] });
  });
});

describe("核算单", () => {
  const rowsFor = (clauses?: readonly string[]) => rowsOf(proofSheet(sources, whole, clauses).sheet);

  it("has a row for every cell behind every number of a sentence", () => {
    const rows = rowsFor(["N2"]);
    expect(rows[0]?.get("句子")).toBe("公办率达到66.67%");
    expect([rows[0]?.get("分子"), rows[0]?.get("分母")]).toEqual([300, 450]);
    const values = rows.filter((row) => row.get("要素") === "幼儿数");
    expect(
      values.map((row) => ["部分", "学校", "值", "填报", "文件", "工作表", "单元格"].map((header) => row.get(header))),
    ).toEqual([
      ["分子", "城关幼儿园", 180, "180", "幼儿园.xlsx", "幼儿园", "C2"],
      ["分子", "柳林幼儿园", 120, "120", "幼儿园.xlsx", "幼儿园", "C3"],
      ["分母", "城关幼儿园", 180, "180", "幼儿园.xlsx", "幼儿园", "C2"],
      ["分母", "柳林幼儿园", 120, "120", "幼儿园.xlsx", "幼儿园", "C3"],
      ["分母", "星星幼儿园", 60, "60", "幼儿园.xlsx", "幼儿园", "C4"],
      ["分母", '=HYPERLINK("x")园', 90, "90", "幼儿园.xlsx", "幼儿园", "C5"],
    ]);
  });

  it("has no formula in it, whatever schools are called", () => {
    const cells = proofSheet(sources, whole).sheet.rows.flat();
    expect(cells.filter((cell) => cell !== null && "formula" in cell)).toEqual([]);
    expect(cells).toContainEqual({ text: '=HYPERLINK("x")园' });
  });

  it("is of the whole report where no sentence is named", () => {
    expect([...new Set(rowsFor().map((row) => row.get("句号")))]).toEqual(["N1", "N2"]);
  });
});
