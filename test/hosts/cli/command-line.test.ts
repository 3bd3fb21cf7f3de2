import { parseCommandLine } from "../../../src/hosts/cli/command-line";

const parse = (line: string) => parseCommandLine(line.split(" ").filter((part) => part !== ""));

describe("the command line", () => {
  it("takes a report with all its sources", () => {
    expect(
      parse(
        "report --definition work-report --submissions in --roster r.csv --parameters p.json --previous f.json --out out --at 2023-01-05T09:00:00 --timeout 5",
      ),
    ).toEqual({
      ok: true,
      value: {
        command: "report",
        definition: "work-report",
        submissions: "in",
        roster: "r.csv",
        parameters: "p.json",
        previous: "f.json",
        out: "out",
        at: "2023-01-05T09:00:00",
        timeout: 5,
      },
    });
  });

  it("takes --name=value too, and a minute a file when nothing else is said", () => {
    expect(parse("report --definition=a.json --submissions=in --out=out")).toEqual({
      ok: true,
      value: { command: "report", definition: "a.json", submissions: "in", out: "out", timeout: 60 },
    });
  });

  it.each([
    ["", { command: "help" }],
    ["--help", { command: "help" }],
    ["report -h", { command: "help" }],
    ["templates --definition d --roster r --out o", { command: "templates", definition: "d", roster: "r", out: "o" }],
    ["rules --definition d", { command: "rules", definition: "d" }],
    [
      "returns --definition d --submissions in --casework w.xlsx --previous-submissions last --previous-roster lr --due 2023-01-09 --out o",
      {
        command: "returns",
        definition: "d",
        submissions: "in",
        casework: "w.xlsx",
        previousSubmissions: "last",
        previousRoster: "lr",
        due: "2023-01-09",
        out: "o",
        timeout: 60,
      },
    ],
    [
      "compare --definition d --before b --after a --casework w.xlsx --out o",
      { command: "compare", definition: "d", before: "b", after: "a", casework: "w.xlsx", out: "o", timeout: 60 },
    ],
  ])("“%s”", (line, value) => {
    expect(parse(line)).toEqual({ ok: true, value });
  });

  it.each([
    [
      "publish --out o",
      "没有“publish”这个命令，只有 report、returns、proof、compare、check-text、learn、templates、blank、rules。",
    ],
    [
      "toString",
      "没有“toString”这个命令，只有 report、returns、proof、compare、check-text、learn、templates、blank、rules。",
    ],
    ["report --definition d --submissions in", "缺少 --out。"],
    ["compare --definition d --before b --out o", "缺少 --after。"],
    ["rules --definition d --out o", "没有 --out 这个选项。"],
    [
      "report --definition d --submissions in --out o --due 9月19日",
      "--due 写作 2023-01-09 或 2023-01-09T17:30，不能是“9月19日”。",
    ],
    ["report --out o", "缺少 --definition、--submissions。"],
    ["report --definition d --submissions in --out", "--out 后面缺少内容。"],
    ["report --definition d --submissions in --out o --verbose", "没有 --verbose 这个选项。"],
    ["templates --definition d --out o --submissions in", "没有 --submissions 这个选项。"],
    ["report in --definition d --out o", "不认识“in”：文件和文件夹写在 --选项 后面。"],
    ["report --definition d --definition e --out o", "--definition 写了两次。"],
    ["report --definition d --submissions in --out o --timeout soon", "--timeout 要写大于零的秒数，不能是“soon”。"],
    ["report --definition d --submissions in --out o --at today", "--at 写作 2023-01-05T09:00:00，不能是“today”。"],
  ])("“%s” is refused: %s", (line, problem) => {
    expect(parse(line)).toEqual({ ok: false, problem });
  });
});
