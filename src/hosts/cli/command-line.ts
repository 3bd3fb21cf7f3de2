import { parseArgs } from "node:util";
import { builtinNames } from "../../definitions/builtin";
import { ok, problem, type Result } from "../../domain/result";

/** What every command that reads a definition may be given. */
interface Sources {
  readonly definition: string;
  readonly roster?: string;
  readonly parameters?: string;
}

/**
 * `report` writes the report of a round of submissions, `returns` what goes back to the schools, `proof` how every number
 * was made.
 */
export interface RunCommand extends Sources {
  readonly command: "report" | "returns" | "proof";
  /** ISO, local time; absent: now. */
  readonly at?: string;
  /** Seconds one file may take. */
  readonly timeout: number;
  readonly submissions: string;
  /** Workbook with 更正记录, 情况说明, 免报 …: one we wrote ourselves, with what people typed into it. */
  readonly casework?: string;
  /** figures.json of an earlier run. */
  readonly previous?: string;
  readonly previousSubmissions?: string;
  readonly previousRoster?: string;
  /** ISO day, or day and time. */
  readonly due?: string;
  readonly out: string;
}

export interface CompareCommand extends Sources {
  readonly command: "compare";
  /** Seconds one file may take. */
  readonly timeout: number;
  readonly before: string;
  readonly after: string;
  readonly casework?: string;
  readonly out: string;
}

export interface TemplatesCommand extends Sources {
  readonly command: "templates";
  readonly out: string;
}

export interface RulesCommand extends Sources {
  readonly command: "rules";
}

/** The report before anybody has filed anything. */
export interface BlankCommand extends Sources {
  readonly command: "blank";
  readonly out: string;
}

/**
 * `check-text` holds a finished text against the report of a round of submissions; `learn` makes a report outline of
 * last year's text and the submissions it was written from.
 */
export interface TextCommand extends Omit<RunCommand, "command"> {
  readonly command: "check-text" | "learn";
  /** .docx or .txt. */
  readonly text: string;
}

export type Command =
  | RunCommand
  | CompareCommand
  | TemplatesCommand
  | RulesCommand
  | BlankCommand
  | TextCommand
  | { readonly command: "help" };

export const usage = `用法：
  report    --definition <方案.json|方案.xlsx|内置方案名> --submissions <文件夹|.xlsx> --out <文件夹>
            [--roster <名录.xlsx|名录.csv>] [--parameters <参数.xlsx|参数.json>]
            [--casework <填了更正记录、情况说明、免报的 workbook.xlsx>]
            [--previous <上期 figures.json>] [--previous-submissions <上年文件夹>] [--previous-roster <上年名录>]
            [--due <截止，如 2023-01-09T17:30>] [--at <时间，如 2023-01-05T09:00:00>]
            [--timeout <一个文件最多读几秒，60>]
            写出 workbook.xlsx report.docx report.txt chase-list.txt figures.json findings.json ledger.json
  returns   选项同 report；每所要改的学校一份退回单 .xlsx，文字都在 return-slips.txt
  proof     选项同 report；核算单 proof.xlsx proof.docx：每句每个数由哪些学校的哪几格算出
  compare   --definition <…> --before <上次的文件夹> --after <重报的文件夹> --out <文件夹>
            [--roster <…>] [--parameters <…>] [--casework <…>] [--timeout <…>]
            写出 comparison.txt comparison.json：已改对、仍有错、新出现、没让改却变了
  templates --definition <…> --out <文件夹> [--roster <…>] [--parameters <…>]
            每所学校一个填报工作簿
  check-text 选项同 report，另加 --text <定稿.docx|定稿.txt>：定稿里每个数一个结论，写出 text-check.txt text-check.json
  learn     选项同 report，另加 --text <上年报告.docx|.txt>：按上年的数认出每个数是哪个指标，写出 learned.txt 和文稿 narrative.json
  blank     --definition <…> --out <文件夹> [--roster <…>] [--parameters <…>]
            还没有数时的样子：blank.txt blank.docx
  rules     --definition <…> [--roster <…>] [--parameters <…>]
            看规则有没有互相矛盾、永远通过、重复的
内置方案：${builtinNames.join("、")}
不写 --roster 时，名录取自方案工作簿或上报工作簿里的“名录”表。
退出码：0 完成；1 完成，但有数暂缺，名录、参数、更正有错误，或规则有毛病；2 什么也没写：命令、方案或输入有误。`;

const sources = ["definition", "roster", "parameters"] as const;
const run = [
  ...sources,
  "submissions",
  "casework",
  "previous",
  "previous-submissions",
  "previous-roster",
  "due",
  "at",
  "timeout",
  "out",
] as const;

/** Options by command; those that cannot be left out come first in `needed`. */
const commands = {
  report: { known: run, needed: ["definition", "submissions", "out"] },
  returns: { known: run, needed: ["definition", "submissions", "out"] },
  proof: { known: run, needed: ["definition", "submissions", "out"] },
  compare: {
    known: [...sources, "before", "after", "casework", "timeout", "out"],
    needed: ["definition", "before", "after", "out"],
  },
  "check-text": { known: [...run, "text"], needed: ["definition", "submissions", "text", "out"] },
  learn: { known: [...run, "text"], needed: ["definition", "submissions", "text", "out"] },
  templates: { known: [...sources, "out"], needed: ["definition", "out"] },
  blank: { known: [...sources, "out"], needed: ["definition", "out"] },
  rules: { known: sources, needed: ["definition"] },
} as const;

type CommandName = keyof typeof commands;

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
const secondsByDefault = 60;

/** Reads the arguments after the program's name. The problem says in Chinese what is wrong with them. */
export function parseCommandLine(argv: readonly string[]): Result<Command, string> {
  const [command, ...rest] = argv;
  if (command === undefined || command === "help" || argv.includes("--help") || argv.includes("-h"))
    return ok({ command: "help" });
  if (!isCommand(command)) return problem(`没有“${command}”这个命令，只有 ${Object.keys(commands).join("、")}。`);
  const { known, needed } = commands[command];
  const read = readOptions(rest, known);
  if (!read.ok) return read;
  const options = read.value;
  const lacking = needed.filter((name) => !options.has(name)).map((name) => `--${name}`);
  if (lacking.length > 0) return problem(`缺少 ${lacking.join("、")}。`);
  const fault = faultyTime(options) ?? faultyTimeout(options);
  return fault === undefined ? ok(commandOf(command, options)) : problem(fault);
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

function faultyTime(options: Options): string | undefined {
  const [at, due] = [options.get("at"), options.get("due")];
  if (at !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/u.test(at))
    return `--at 写作 2023-01-05T09:00:00，不能是“${at}”。`;
  if (due !== undefined && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/u.test(due))
    return `--due 写作 2023-01-09 或 2023-01-09T17:30，不能是“${due}”。`;
  return undefined;
}

const secondsOf = (options: Options): number => Number(options.get("timeout") ?? secondsByDefault);
const faultyTimeout = (options: Options): string | undefined =>
  secondsOf(options) > 0 ? undefined : `--timeout 要写大于零的秒数，不能是“${options.get("timeout") ?? ""}”。`;

/** Every option that cannot be left out is there. */
function commandOf(command: CommandName, options: Options): Command {
  const given = (name: string): string => options.get(name) ?? "";
  const sourcesGiven = { definition: given("definition"), ...present(options, ["roster", "parameters"]) };
  const timeout = secondsOf(options);
  const out = given("out");
  switch (command) {
    case "report":
    case "returns":
    case "proof":
      return { command, ...sourcesGiven, ...runOf(options, timeout) };
    case "check-text":
    case "learn":
      return { command, ...sourcesGiven, ...runOf(options, timeout), text: given("text") };
    case "compare":
      return {
        command,
        ...sourcesGiven,
        timeout,
        before: given("before"),
        after: given("after"),
        out,
        ...present(options, ["casework"]),
      };
    case "templates":
    case "blank":
      return { command, ...sourcesGiven, out };
    case "rules":
      return { command, ...sourcesGiven };
  }
}

const runOf = (options: Options, timeout: number): Omit<RunCommand, "command" | keyof Sources> => ({
  timeout,
  submissions: options.get("submissions") ?? "",
  out: options.get("out") ?? "",
  ...present(options, ["casework", "previous", "due", "at"]),
  ...renamed(options, "previous-submissions", "previousSubmissions"),
  ...renamed(options, "previous-roster", "previousRoster"),
});

const present = <Name extends string>(options: Options, wanted: readonly Name[]): Partial<Record<Name, string>> =>
  Object.assign({}, ...wanted.map((name) => renamed(options, name, name))) as Partial<Record<Name, string>>;

const renamed = <Name extends string>(options: Options, option: string, name: Name): Partial<Record<Name, string>> => {
  const value = options.get(option);
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, string>>;
};
