import { decimalText } from "../../domain/exact";
import type { SheetEdit } from "../../domain/edit";
import type { Figure } from "../../domain/figure";
import { blockText, clauseText, type Block, type Clause, type Narrative, type Span } from "../../domain/narrative";
import { parameterKey, type Parameter } from "../../domain/parameter";
import {
  framedSheet,
  number,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
  type FramedColumn,
} from "./sheet-frame";
import { readinessTexts, withheldTexts } from "./withheld-text";
import { schoolNames, stampText, type WriteInput } from "./write-input";

const columns: readonly FramedColumn[] = [
  { header: "段", width: 6 },
  { header: "句号", width: 12 },
  { header: "层级", width: 8 },
  { header: "文本", width: 80, style: "wrap" },
  { header: "状态", width: 8 },
  { header: "就绪", width: 10 },
  { header: "等谁/缺什么/提醒", width: 30, style: "wrap" },
  { header: "数字", width: 24, style: "wrap" },
  { header: "来源", width: 50, style: "wrap" },
  { header: "指标", width: 30, style: "wrap" },
  { header: "责任人", width: 10 },
];

const levels = ["文题", "一级", "二级", "三级", "四级"] as const;

/** 文稿: every clause with its readiness and, beside it, where each of its numbers comes from. */
export function textSheet(input: WriteInput): SheetEdit {
  const names = schoolNames(input);
  const sources = sourcesOf(input);
  const notices = noticesOf(input.narrative);
  return framedSheet({
    role: "text",
    name: "文稿",
    tabColor: tabColors.result,
    title: "文稿",
    stamp: stampText(input),
    note: "一句一行。××是还不能印的数，右边写着等谁、缺什么；“来源”写着每个数由什么算出。",
    columns,
    rows: input.narrative.blocks.flatMap((block, index) => blockRows(block, index + 1, { names, sources, notices })),
    frozenColumns: 2,
    table: "t_text",
  });
}

/** Of a printed text, where it stands only as a reminder. */
const longestShown = 24;

/** What stands beside a clause, looked up by school, by span and by clause. */
interface Beside {
  readonly names: ReadonlyMap<string, string>;
  readonly sources: SourceText;
  readonly notices: ReadonlyMap<string, readonly string[]>;
}

function noticesOf({ notices = [] }: Narrative): ReadonlyMap<string, readonly string[]> {
  const byClause = new Map<string, readonly string[]>();
  for (const { clause, message } of notices) byClause.set(clause, [...(byClause.get(clause) ?? []), message]);
  return byClause;
}

type SourceText = (span: Extract<Span, { type: "slot" }>) => string;

function blockRows(block: Block, paragraph: number, beside: Beside): readonly (readonly FramedCell[])[] {
  const row = (level: string, printed: string): readonly FramedCell[] => {
    const cells = [number(paragraph), text(block.id), text(level), text(printed)];
    return [...cells, ...Array.from({ length: columns.length - cells.length }, () => null)];
  };
  if (block.type === "heading") return [row(levels[block.level], blockText(block))];
  return [
    ...block.clauses.map((clause) => clauseRow(clause, paragraph, beside)),
    ...(block.notes ?? []).map((note) => row("注", note)),
  ];
}

function clauseRow(clause: Clause, paragraph: number, { names, sources, notices }: Beside): readonly FramedCell[] {
  const waits = withheldTexts(clause.reasons, names);
  const slots = clause.spans.filter((span) => span.type === "slot");
  const numbers = slots.filter((slot) => slot.figures.length > 0 || /\d|×/u.test(slot.text));
  return [
    number(paragraph),
    text(clause.id),
    text("分句"),
    text(clause.join + clauseText(clause)),
    text(clause.status),
    styled(text(readinessTexts[clause.readiness]), clause.readiness === "ready" ? "ready" : "waiting"),
    optionalText([...(waits === "" ? [] : [waits]), ...(notices.get(clause.id) ?? [])].join("；")),
    optionalText(numbers.map((slot) => shortened(slot.text)).join("；")),
    optionalText(
      slots
        .filter((slot) => numbers.includes(slot) || slot.parameters.length > 0)
        .map(sources)
        .join("\n"),
    ),
    optionalText([...new Set(slots.flatMap(({ figures }) => figures))].join("；")),
    optionalText(clause.owner),
  ];
}

function sourcesOf({ figures, parameters }: WriteInput): SourceText {
  const byKey = new Map(parameters.map((parameter) => [parameterKey(parameter), parameter]));
  return (slot) => {
    const parts = [
      ...slot.figures.flatMap((key) => figures.get(key) ?? []).map(figureSource),
      ...slot.parameters.map((key) => parameterSource(key, byKey.get(key))),
    ];
    return `${shortened(slot.text)}：${parts.length === 0 ? "方案·设置" : parts.join("；")}`;
  };
}

const shortened = (printed: string): string =>
  printed.length > longestShown ? `${printed.slice(0, longestShown)}…` : printed;

const sourcePlaces = 6;

/** `公办率＝15432÷24000（47/49所）`. */
function figureSource({ key, value, numerator, denominator, coverage, uses }: Figure): string {
  const covered = `（${String(coverage.counted)}/${String(coverage.expected)}所）`;
  if (numerator && denominator)
    return `${key}＝${decimalText(numerator, sourcePlaces)}÷${decimalText(denominator, sourcePlaces)}${covered}`;
  const made = uses.length > 0 ? `由${uses.join("、")}算出` : "";
  return `${key}${value.state === "number" ? `＝${decimalText(value.value, sourcePlaces)}` : ""}${made}${coverage.expected > 0 ? covered : ""}`;
}

function parameterSource(key: string, parameter: Parameter | undefined): string {
  const from = [parameter?.setBy, parameter?.source].filter((part) => part !== undefined).join("，");
  return `参数 ${key}${from === "" ? "" : `（${from}）`}`;
}
