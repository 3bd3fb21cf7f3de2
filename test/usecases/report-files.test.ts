import Ajv2020 from "ajv/dist/2020";
import { exactText, multiply, integer } from "../../src/domain/exact";
import { previousParameters, withPrevious } from "../../src/usecases/previous-figures";
import {
  figuresFile,
  findingsFile,
  ledgerFile,
  parseFiguresFile,
  reportFileSchemas,
} from "../../src/usecases/report-files.schema";
import { runReport, type ReportRun } from "../../src/usecases/run-report";
import { filed, prepared } from "../core/write/small-district";

const run = runReport(prepared(), [filed()], { at: "2023-01-05T09:00:00" });

function jsonOf({ texts }: ReportRun, name: string): unknown {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`there is no ${name}`);
  return JSON.parse(text);
}

const figuresIn = (from: ReportRun) => {
  const file = parseFiguresFile(jsonOf(from, "figures.json"));
  if (!file) throw new Error("figures.json does not parse");
  return new Map(file.figures.map((figure) => [figure.key, figure]));
};

describe("the files of a run", () => {
  it.each([
    ["figures.json", figuresFile],
    ["findings.json", findingsFile],
    ["ledger.json", ledgerFile],
  ])("%s is what its format says, in zod and as JSON Schema", (name, schema) => {
    const json = jsonOf(run, name);
    expect(schema.safeParse(json).error).toBeUndefined();
    const validate = new Ajv2020({ strict: false }).compile(reportFileSchemas()[name] ?? {});
    expect(validate(json)).toBe(true);
  });

  it("are the same bytes for the same input", () => {
    expect(runReport(prepared(), [filed()], { at: "2023-01-05T09:00:00" }).texts).toEqual(run.texts);
  });

  it("report.txt is the lines of the report", () => {
    expect(run.texts.get("report.txt")).toBe("某县学前教育简报\n一、总体情况\n全县在园幼儿450人,公办率达到66.67%。\n");
  });

  it("keep numbers exactly, however long they are", () => {
    const figures = figuresIn(run);
    expect(figures.get("公办率")).toMatchObject({
      value: { state: "number", value: "2/3" },
      numerator: "300",
      denominator: "450",
      printed: "66.67%",
    });
    expect(figures.get("经费总额")?.value).toEqual({ state: "number", value: "168333" });
  });

  it("lead from a figure to the school's cells", () => {
    const file = parseFiguresFile(jsonOf(run, "figures.json"));
    const part = file?.figures.find(({ key }) => key === "公办率")?.lineage.find(({ role }) => role === "value");
    const table = file?.tables.find(({ form }) => form === part?.form);
    const cells = part?.rows.map((row) => [table?.rows[row]?.file, table?.columns[part.column]?.[row]]);
    expect(cells).toEqual([
      ["幼儿园.xlsx", "幼儿园!C2"],
      ["幼儿园.xlsx", "幼儿园!C3"],
    ]);
  });

  it("say why a number is not printed", () => {
    expect(figuresIn(run).get("增加幼儿数")?.value).toEqual({
      state: "withheld",
      reasons: [{ why: "no-value", detail: "没有上年的学校数据" }],
    });
  });

  it("refuse what is no figures.json", () => {
    expect(parseFiguresFile({ format: "edustat-figures/2" })).toBeUndefined();
    expect(parseFiguresFile(null)).toBeUndefined();
  });
});

describe("the figures of an earlier run", () => {
  const file = parseFiguresFile(jsonOf(run, "figures.json"));
  if (!file) throw new Error("figures.json does not parse");
  const previous = previousParameters({ ...file, run: { ...file.run, period: "2021年" } });

  it("become 历史 rows of its period, exact and by slice", () => {
    const texts = previous.flatMap(({ use, name, key1, period, value }) =>
      value?.type === "number" ? [[use, name, key1, period, exactText(multiply(value.value, integer(3)))]] : [],
    );
    expect(texts).toEqual(expect.arrayContaining([
      ["历史", "公办率", undefined, "2021年", "2"],
      ["历史", "幼儿总数", "柳林", "2021年", "540"],
    ])); // prettier-ignore
  });

  it("leave out what was no number", () => {
    expect(previous.map(({ name }) => name)).not.toContain("增加幼儿数");
  });

  it("win over a row somebody typed for the same period", () => {
    const sources = prepared();
    const parameters = withPrevious(sources.parameters, previous);
    const next = runReport({ ...sources, parameters }, [filed()], { at: "2023-01-05T09:00:00" });
    expect(figuresIn(next).get("幼儿总数")?.past).toEqual([expect.objectContaining({ label: "上年", value: "450" })]);
  });
});
