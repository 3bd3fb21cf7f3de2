import { parseArgs } from "node:util";
import { builtinNames } from "../../definitions/builtin";
import { ok, problem, type Result } from "../../domain/result";

export interface ReportCommand {
  readonly command: "report";
  readonly definition: string;
  readonly submissions: string;
  readonly roster?: string;
  readonly parameters?: string;
  readonly previous?: string;
  readonly out: string;
  /** ISO, local time; absent: now. */
  readonly at?: string;
  /** Seconds one file may take. */
  readonly timeout: number;
}

export interface TemplatesCommand {
  readonly command: "templates";
  readonly definition: string;
  readonly roster?: string;
  readonly parameters?: string;
  readonly out: string;
}

export type Command = ReportCommand | TemplatesCommand | { readonly command: "help" };

export const usage = `用法：
  report    --definition <方案.json|方案.xlsx|内置方案名> --submissions <文件夹|.xlsx> --out <文件夹>
            [--roster <名录.xlsx|名录.csv>] [--parameters <参数.xlsx|参数.json>] [--previous <上期 figures.json>]
            [--at <时间，如 2023-01-05T09:00:00>] [--timeout <一个文件最多读几秒，60>]
            写出 workbook.xlsx report.docx report.txt figures.json findings.json ledger.json
  templates --definition <…> --out <文件夹> [--roster <…>] [--parameters <…>]
            每所学校一个填报工作簿
内置方案：${builtinNames.join("、")}
不写 --roster 时，名录取自方案工作簿或上报工作簿里的“名录”表。
退出码：0 完成；1 完成，但有数暂缺，或名录、参数有错误；2 什么也没写：命令、方案或输入有误。`;

const names = {
  report: ["definition", "submissions", "roster", "parameters", "previous", "out", "at", "timeout"],
  templates: ["definition", "roster", "parameters", "out"],
} as const;

const secondsByDefault = 60;

/** Reads the arguments after the program's name. The problem says in Chinese what is wrong with them. */
export function parseCommandLine(argv: readonly string[]): Result<Command, string> {
  const [command, ...rest] = argv;
  if (command === undefined || command === "help" || argv.includes("--help") || argv.includes("-h"))
    return ok({ command: "help" });
  if (command !== "report" && command !== "templates")
    return problem(`没有“${command}”这个命令，只有 report 和 templates。`);
  const read = readOptions(rest, names[command]);
  if (!read.ok) return read;
  return command === "report" ? reportCommand(read.value) : templatesCommand(read.value);
}

type Options = ReadonlyMap<string, string>;

function readOptions(args: readonly string[], known: readonly string[]): Result<Options, string> {
  const options = Object.fromEntries(known.map((name) => [name, { type: "string" as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") return problem(`不认识“${token.value}”：文件和文件夹写在 --选项 后面。`);
    if (token.kind === "option-terminator") continue;
    if (!known.includes(token.name)) return problem(`没有 ${token.rawName} 这个选项。`);
    if (values.has(token.name)) return problem(`--${token.name} 写了两次。`);
    if (token.value === undefined || token.value === "") return problem(`--${token.name} 后面缺少内容。`);
    values.set(token.name, token.value);
  }
  return ok(values);
}

function reportCommand(options: Options): Result<ReportCommand, string> {
  const [definition, submissions, out] = ["definition", "submissions", "out"].map((name) => options.get(name));
  if (definition === undefined || submissions === undefined || out === undefined)
    return problem(lacking(options, ["definition", "submissions", "out"]));
  const timeout = Number(options.get("timeout") ?? secondsByDefault);
  if (!(timeout > 0)) return problem(`--timeout 要写大于零的秒数，不能是“${options.get("timeout") ?? ""}”。`);
  const at = options.get("at");
  if (at !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/u.test(at))
    return problem(`--at 写作 2023-01-05T09:00:00，不能是“${at}”。`);
  return ok({
    command: "report",
    definition,
    submissions,
    out,
    timeout,
    ...present(options, ["roster", "parameters", "previous", "at"]),
  });
}

function templatesCommand(options: Options): Result<TemplatesCommand, string> {
  const [definition, out] = ["definition", "out"].map((name) => options.get(name));
  if (definition === undefined || out === undefined) return problem(lacking(options, ["definition", "out"]));
  return ok({ command: "templates", definition, out, ...present(options, ["roster", "parameters"]) });
}

const lacking = (options: Options, needed: readonly string[]): string =>
  `缺少 ${needed
    .filter((name) => !options.has(name))
    .map((name) => `--${name}`)
    .join("、")}。`;

const present = <Name extends string>(options: Options, wanted: readonly Name[]): Partial<Record<Name, string>> =>
  Object.fromEntries(wanted.flatMap((name) => (options.has(name) ? [[name, options.get(name)]] : []))) as Partial<
    Record<Name, string>
  >;
