import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { readWorkbookFile } from "../../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { main } from "../../../src/hosts/cli/main";
import type { FileReader } from "../../../src/hosts/cli/read-pool";
import { comparisonFile, ledgerFile } from "../../../src/usecases/report-files.schema";
import { definition } from "../../core/write/small-district";
import { putSheet } from "../../adapters/xlsx/put-sheet";

jest.setTimeout(60_000);

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
  read: ({ path, name, bytes }) => Promise.resolve(readWorkbookFile(bytes ?? readFileSync(path), name)),
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

const outputs = [
  "chase-list.txt",
  "figures.json",
  "findings.json",
  "ledger.json",
  "report.docx",
  "report.txt",
  "workbook.xlsx",
];

describe("report", () => {
  beforeEach(putDistrict);

  it("writes its seven files and ends with 0 when every number is there", async () => {
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

  it("takes the files of an archive as files of the folder, and names one it cannot open", async () => {
    rmSync(at("in/幼儿园.csv"));
    const [first = "", ...rows] = list.trim().split("\n");
    put("in/城区.zip", zipSync({ "城关幼儿园.csv": strToU8(`${first}\n${rows[0] ?? ""}`), "柳林/柳林幼儿园.csv": strToU8(`${first}\n${rows[1] ?? ""}`) })); // prettier-ignore
    put("in/坏.zip", new Uint8Array([0x50, 0x4b, 3, 4]));
    const { said } = await run(report);
    expect(said).toContain("应报2所，报齐2所；文件3个，未采用1个");
    const { files } = ledgerFile.parse(JSON.parse(readFileSync(at("out", "ledger.json"), "utf8")));
    expect(files.map(({ file, state }) => [file, state])).toEqual([
      ["坏.zip", "rejected"],
      ["城区.zip/城关幼儿园.csv", "accepted"],
      ["城区.zip/柳林/柳林幼儿园.csv", "accepted"],
    ]);
    expect(files.every(({ received, state }) => state === "rejected" || received !== undefined)).toBe(true);
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

describe("the loop back to the school", () => {
  beforeEach(putDistrict);
  const failing = list.replace(",180,90,", ",80,90,");
  const returns = report.replace("report", "returns").replace("~/out", "~/slips");

  it("writes one slip for each school with something to mend, and all texts in one file", async () => {
    put("in/幼儿园.csv", failing);
    const { code, said } = await run(`${returns} --due 2023-01-09`);
    expect([code, said]).toEqual([0, `已写入 ${at("slips")}：1所学校的退回单。`]);
    expect(readdirSync(at("slips")).sort()).toEqual(["0001_城关幼儿园.xlsx", "return-slips.txt"]);
    expect(readFileSync(at("slips", "return-slips.txt"), "utf8")).toMatch(
      /【退回】城关幼儿园：请改1处后重发。[^]*1月9日/u,
    );
  });

  it("names who has not sent anything, ready to paste", async () => {
    put("in/幼儿园.csv", list.replace(/0002.*\n/u, ""));
    await run(`${report} --due 2023-01-09T17:30`);
    expect(readFileSync(at("out", "chase-list.txt"), "utf8")).toMatch(
      /^各位老师好：截至1月5日09:00，2022年学前教育简报还有1所未报：柳林幼儿园。请于1月9日17:30前发来。/u,
    );
  });

  it("takes what people typed into the workbook it wrote, and keeps it in the next one", async () => {
    put("in/幼儿园.csv", failing);
    await run(report);
    const written = readWorkbookFile(readFileSync(at("out", "workbook.xlsx")), "workbook.xlsx");
    const sheet =
      written.state === "read" ? written.workbook.sheets.find(({ name }) => name === "更正记录") : undefined;
    const rows = (sheet?.rows ?? []).slice(0, 4).map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : null))); // prettier-ignore
    const typed = new Map([["学校代码", "0001"], ["表", "幼儿园"], ["要素", "幼儿数"], ["原值", "80"], ["现值", "180"], ["原因", "电话核实，少打一位"], ["确认人", "王股长"]]); // prettier-ignore
    const filled = (rows[3] ?? []).map((cell) => (cell && typed.has(cell.text) ? { text: typed.get(cell.text) ?? "" } : null)); // prettier-ignore
    put("decided.xlsx", await writeWorkbookFile([putSheet([...rows, filled], { name: "更正记录" })]));

    const { code, said } = await run(`${report} --casework ~/decided.xlsx`);
    expect([code, said]).toEqual([0, expect.stringContaining("校验：错误0，警告0，提示0")]);
    const { corrections } = JSON.parse(readFileSync(at("out", "findings.json"), "utf8")) as { corrections: unknown };
    expect(corrections).toEqual([
      expect.objectContaining({ school: "0001", was: "80", now: "180", cell: "幼儿园!C2", by: "王股长" }),
    ]);

    const again = await run(`${report.replace("~/out", "~/again")} --casework ~/out/workbook.xlsx`);
    expect(again.code).toBe(0);
    expect(readFileSync(at("again", "workbook.xlsx"))).toEqual(readFileSync(at("out", "workbook.xlsx")));

    await run(report.replace("~/out", "~/without"));
    expect(readFileSync(at("without", "report.txt"), "utf8")).toContain("××");
  });

  it("compares a second round with the first", async () => {
    put("in/幼儿园.csv", failing);
    mkdirSync(at("again"));
    put("again/幼儿园.csv", list.replace("900.5", "936.5").replace(/0002.*\n/u, ""));
    const { code, said } = await run(
      "compare --definition ~/definition.json --roster ~/roster.csv --before ~/in --after ~/again --out ~/out",
    );
    expect([code, said]).toEqual([0, `重报1所：已改对1，仍有错0，新出现0，没让改却变了1。\n已写入 ${at("out")}`]);
    const json = comparisonFile.parse(JSON.parse(readFileSync(at("out", "comparison.json"), "utf8")));
    expect(json.schools[0]?.changedUnasked).toEqual([
      { form: "幼儿园", element: "面积", row: "", cell: "幼儿园!E2", from: "900.5", to: "936.5", difference: "+36" },
    ]);
    expect(readFileSync(at("out", "comparison.txt"), "utf8")).toContain(
      "没让改却变了 幼儿园!E2  面积  900.5 → 936.5  +36",
    );
  });

  it("reads last year's submissions by this year's definition", async () => {
    mkdirSync(at("last"));
    put("last/幼儿园.csv", list.replace(",180,", ",150,"));
    const grown = {
      ...whole,
      rules: [{ ...definition.rules[1], id: "N1", says: "比上年不超过一成", formula: "[幼儿数]<=上年([幼儿数])*1.1" }],
    };
    put("definition.json", JSON.stringify(grown));
    await run(`${report} --previous-submissions ~/last`);
    const { findings } = JSON.parse(readFileSync(at("out", "findings.json"), "utf8")) as { findings: { rule?: string }[] }; // prettier-ignore
    expect(findings.map(({ rule }) => rule)).toContain("N1");
  });

  it.each<[what: string, more: string, complaint: RegExp]>([
    ["a casework file that is not there", "--casework ~/none.xlsx", /没有找到 .*none\.xlsx/u],
    ["a casework file without its sheets", "--casework ~/roster.csv", /roster\.csv 里没有更正记录、/u],
    ["last year's folder that is not there", "--previous-submissions ~/none", /没有找到 .*none/u],
    [
      "last year's roster without schools",
      "--previous-submissions ~/in --previous-roster ~/definition.json",
      /没有读到学校/u,
    ],
  ])("does nothing with %s", async (_what, more, complaint) => {
    const { code, complaints } = await run(`${report} ${more}`);
    expect(complaints).toMatch(complaint);
    expect(code).toBe(2);
    expect(readdirSync(home)).not.toContain("out");
  });
});

describe("rules", () => {
  beforeEach(putDistrict);

  it("says what is odd about them", async () => {
    const always = { ...definition.rules[0], id: "R9", says: "女童不少于0", formula: "[女童]>=0" };
    put("definition.json", JSON.stringify({ ...whole, rules: [...definition.rules, always] }));
    const { code, said } = await run("rules --definition ~/definition.json --roster ~/roster.csv");
    expect(said).toMatch(/^规则（幼儿园）：“R9 /mu);
    expect(code).toBe(1);
  });

  it("says so when nothing is", async () => {
    expect(await run("rules --definition ~/definition.json --roster ~/roster.csv")).toMatchObject({
      code: 0,
      said: "2条规则，没有发现毛病。",
    });
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

describe("what goes with a report", () => {
  const command = (name: string): string => report.replace("report", name).replace("~/out", `~/${name}`);
  const written = (name: string): readonly string[] => readdirSync(at(name)).sort();

  it("proof: how every number was made, as a sheet and to print", async () => {
    putDistrict();
    expect((await run(command("proof"))).code).toBe(0);
    expect(written("proof")).toEqual(["proof.docx", "proof.xlsx"]);
  });

  it("blank: the report before there are figures", async () => {
    putDistrict();
    expect((await run("blank --definition ~/definition.json --roster ~/roster.csv --out ~/blank")).code).toBe(0);
    expect(written("blank")).toEqual(["blank.docx", "blank.txt"]);
    expect(readFileSync(at("blank/blank.txt"), "utf8")).toContain("xx");
  });

  it("check-text: the report itself is right, by its own document; a text with a number of nobody is not", async () => {
    putDistrict();
    await run(report);
    const own = await run(`${command("check-text")} --text ~/out/report.docx`);
    expect(own.said).toMatch(/不一致0 自相矛盾0 查无来源0/u);
    expect(own.code).toBe(0);
    put("final.txt", "走访老同志37人。");
    const { code, said } = await run(`${command("check-text")} --text ~/final.txt`);
    expect([code, said.split("\n")[0]]).toEqual([1, "1个数：一致0 修约一致0 不一致0 自相矛盾0 查无来源1 非统计0"]);
  });

  it("learn: the slots of a finished text, and its numbers nobody knows", async () => {
    putDistrict();
    put("last.txt", "全县幼儿总数300人。走访老同志37人。");
    const { code, said } = await run(`${command("learn")} --text ~/last.txt`);
    expect([code, said.split("\n")[0]]).toEqual([1, expect.stringMatching(/^认出1处：.*认不出1处。$/u)]);
    expect(readFileSync(at("learn/narrative.json"), "utf8")).toContain("{幼儿总数}");
  });

  it.each(["check-text", "learn"])("%s: a text that is not there is told, and nothing is written", async (name) => {
    putDistrict();
    const { code, complaints } = await run(`${command(name)} --text ~/none.docx`);
    expect([code, complaints]).toEqual([2, expect.stringContaining("没有找到")]);
    expect(() => written(name)).toThrow();
  });
});
