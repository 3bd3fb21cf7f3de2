import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { main } from "../../../src/hosts/cli/main";
import type { FileReader } from "../../../src/hosts/cli/read-pool";
import { definition } from "../../core/write/small-district";
import { putSheet } from "../../adapters/xlsx/put-sheet";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "edustat-cli-"));
  mkdirSync(join(home, "in"));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const at = (...path: readonly string[]): string => join(home, ...path);
const put = (name: string, content: string | Uint8Array): void => {
  writeFileSync(at(name), content);
};

const reader = (): FileReader => ({
  read: ({ path, name }) => Promise.resolve(readWorkbookFile(readFileSync(path), name)),
  close: () => Promise.resolve(),
});

async function run(
  line: string,
): Promise<{ readonly code: number; readonly said: string; readonly complaints: string }> {
  const [said, complaints]: [string[], string[]] = [[], []];
  const argv = line.split(" ").map((part) => part.replace("~", home));
  const code = await main(argv, {
    print: (text) => said.push(text),
    complain: (text) => complaints.push(text),
    now: () => "2023-01-05T09:00:00",
    newReader: reader,
  });
  return { code, said: said.join("\n"), complaints: complaints.join("\n") };
}

const report = "report --definition ~/definition.json --roster ~/roster.csv --submissions ~/in --out ~/out";
const whole = {
  ...definition,
  indicators: definition.indicators.filter((indicator) => !("id" in indicator && indicator.id === "A11")),
};
const list =
  "学校代码,学校名称,幼儿数,女童,面积,经费,课程\n0001,城关幼儿园,180,90,900.5,12.5,美术\n0002,柳林幼儿园,120,50,360,3.3333,音乐\n";

function putDistrict(): void {
  put("definition.json", JSON.stringify(whole));
  put("roster.csv", "学校代码,学校名称,乡镇,办别\n0001,城关幼儿园,城关,公办\n0002,柳林幼儿园,柳林,公办\n");
  put("in/幼儿园.csv", list);
}

const outputs = ["figures.json", "findings.json", "ledger.json", "report.docx", "report.txt", "workbook.xlsx"];

describe("report", () => {
  beforeEach(putDistrict);

  it("writes its six files and ends with 0 when every number is there", async () => {
    const { code, said } = await run(report);
    expect(said).toBe(
      `收表：应报2所，报齐2所；文件1个，未采用0个。\n校验：错误0，警告0，提示0。\n指标：12个，暂缺0个。\n文稿：2句，可用2句。\n已写入 ${at("out")}`,
    );
    expect(code).toBe(0);
    expect(readdirSync(at("out")).sort()).toEqual(outputs);
    expect(readdirSync(home).sort()).toEqual(["definition.json", "in", "out", "roster.csv"]);
  });

  it("writes the same bytes again", async () => {
    await run(report);
    await run(report.replace("~/out", "~/again"));
    for (const file of outputs) expect(readFileSync(at("again", file))).toEqual(readFileSync(at("out", file)));
  });

  it("ends with 1 when a number is withheld", async () => {
    put("in/幼儿园.csv", list.replace(",120,", ",约120,"));
    const { code, said } = await run(report);
    expect([code, /错误(\d+)/u.exec(said)?.[1]]).toEqual([1, "1"]);
    expect(readFileSync(at("out", "report.txt"), "utf8")).toContain("在园幼儿××人");
  });

  it("takes last year's figures from an earlier run", async () => {
    await run(report);
    const earlier = readFileSync(at("out", "figures.json"), "utf8").replaceAll("2022年", "2021年");
    put("earlier.json", earlier);
    await run(`${report} --previous ~/earlier.json`);
    const figures = JSON.parse(readFileSync(at("out", "figures.json"), "utf8")) as {
      figures: { key: string; past: unknown }[];
    };
    expect(figures.figures.find(({ key }) => key === "公办率")?.past).toEqual([
      expect.objectContaining({ label: "上年", value: "1" }),
    ]);
  });

  it("finds the roster in the submitted workbook when none is named", async () => {
    const rows = (text: string) => text.split("\n").map((line) => line.split(",").map((cell) => ({ text: cell })));
    const book = await writeWorkbookFile([
      putSheet(rows("学校代码,学校名称,乡镇,办别\n0001,城关幼儿园,城关,公办"), { name: "名录" }),
      putSheet(rows("学校代码,学校名称,幼儿数,女童,面积,经费,课程\n0001,城关幼儿园,180,90,900.5,12.5,美术"), {
        name: "幼儿园",
      }),
    ]);
    put("all.xlsx", book);
    const { said } = await run("report --definition ~/definition.json --submissions ~/all.xlsx --out ~/out");
    expect(said).toContain("应报1所，报齐1所");
  });

  it.each<[what: string, prepare: () => void, line: string, complaint: RegExp]>([
    [
      "a definition that is not there",
      () => undefined,
      report.replace("definition.json", "none.json"),
      /没有找到方案 .*none\.json；内置方案有：work-report/u,
    ],
    ["a definition that is no JSON", () => put("definition.json", "{"), report, /definition\.json 不是完好的 JSON/u],
    [
      "a formula that is wrong",
      () =>
        put(
          "definition.json",
          JSON.stringify({ ...whole, rules: [{ ...definition.rules[0], formula: "[女孩]<=[幼儿数]" }] }),
        ),
      report,
      /方案 definition\.json：rules\[0\]\.formula.*女孩/u,
    ],
    [
      "a roster without codes",
      () => put("roster.csv", "名称,乡镇\n城关幼儿园,城关\n"),
      report,
      /名录 roster\.csv：.*学校代码/u,
    ],
    ["no submissions", () => undefined, report.replace("~/in", "~/nothing"), /没有找到 .*nothing/u],
    ["an empty folder", () => rmSync(at("in/幼儿园.csv")), report, /里没有文件/u],
    [
      "an output folder among the submissions",
      () => undefined,
      report.replace("~/out", "~/in/out"),
      /不能放在上报文件夹里/u,
    ],
    [
      "an output folder that is the submissions",
      () => undefined,
      report.replace("~/out", "~/out/../in"),
      /不能放在上报文件夹里/u,
    ],
    [
      "earlier figures that are something else",
      () => put("earlier.json", "{}"),
      `${report} --previous ~/earlier.json`,
      /earlier\.json 不是本程序写出的 figures\.json/u,
    ],
    ["an unknown option", () => undefined, `${report} --fast yes`, /没有 --fast 这个选项/u],
  ])("ends with 2 and writes nothing for %s", async (_what, prepare, line, complaint) => {
    prepare();
    const before = readdirSync(home, { recursive: true });
    const { code, complaints } = await run(line);
    expect(complaints).toMatch(complaint);
    expect(code).toBe(2);
    expect(readdirSync(home, { recursive: true })).toEqual(before);
  });

  it("goes on without a parameter it cannot read, names the cell, and ends with 1", async () => {
    put("parameters.csv", "x");
    const rows = [
      ["用途", "名称", "期", "值"],
      ["目标", "公办率", "2022年", "约65%"],
      ["人口", "适龄人口", "2022年", "900"],
    ];
    put(
      "parameters.xlsx",
      await writeWorkbookFile([
        putSheet(
          rows.map((row) => row.map((text) => ({ text }))),
          { name: "参数" },
        ),
      ]),
    );
    const { code, complaints } = await run(`${report} --parameters ~/parameters.xlsx`);
    expect(complaints).toMatch(/^parameters\.xlsx › 参数!D2：/u);
    expect(code).toBe(1);
  });
});

describe("templates", () => {
  beforeEach(putDistrict);

  it("writes a workbook for every school", async () => {
    const { code, said } = await run("templates --definition ~/definition.json --roster ~/roster.csv --out ~/out");
    expect([code, said]).toEqual([0, `已写入 ${at("out")}：2个填报工作簿。`]);
    expect(readdirSync(at("out")).sort()).toEqual(["0001_城关幼儿园.xlsx", "0002_柳林幼儿园.xlsx"]);
  });

  it("ends with 2 when nobody owes a form", async () => {
    put(
      "definition.json",
      JSON.stringify({ ...whole, forms: whole.forms.map((form) => ({ ...form, scope: '[乡镇]="南站"' })) }),
    );
    expect(await run("templates --definition ~/definition.json --roster ~/roster.csv --out ~/out")).toMatchObject({
      code: 2,
    });
    expect(readdirSync(home)).not.toContain("out");
  });
});

test("help is told without being asked for more", async () => {
  expect(await run("--help")).toMatchObject({ code: 0, said: expect.stringContaining("--submissions") as string });
});
