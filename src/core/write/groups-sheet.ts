import { add, compare, round, zero, type Exact } from "../../domain/exact";
import type { SheetEdit } from "../../domain/edit";
import { figureKey, type Figure } from "../../domain/figure";
import type { Indicator, Profile } from "../../definitions/definition";
import { cellFormat, valueCell } from "./figures-sheet";
import { framedSheet, styled, tabColors, text, type FramedCell } from "./sheet-frame";
import { stampText, type WriteInput } from "./write-input";

/** One way of grouping, and the indicators that are told by it. */
interface GroupBlock {
  readonly group: string;
  readonly members: readonly string[];
  readonly indicators: ReadonlySet<Indicator>;
}

const firstGroups = ["学段", "城乡", "办别", "乡镇"];
const rounding = "注：部分数据因四舍五入，分项之和与合计略有出入。";

/** 分组表: indicators by their groups, block after block, each with its total; undefined when none is grouped. */
export function groupsSheet(input: WriteInput): SheetEdit | undefined {
  const blocks = blocksOf(input);
  const indicators = [...new Set(blocks.flatMap((block) => [...block.indicators]))];
  if (indicators.length === 0) return undefined;
  const isRounded = blocks.some((block) => [...block.indicators].some((one) => partsDiffer(input, block, one)));
  const { profile } = input.definition.source;
  return framedSheet({
    role: "grp",
    name: "分组表",
    tabColor: tabColors.result,
    title: "分组表",
    stamp: stampText(input),
    note: `合计和比率由总数重新计算，不由各组平均。${protection(profile)}${isRounded ? rounding : ""}`,
    columns: [
      { header: "分组", width: 12 },
      { header: "组", width: 16 },
      ...indicators.map(({ name, unit }) => ({ header: unit === "" ? name : `${name}（${unit}）`, width: 14 })),
    ],
    rows: blocks.flatMap((block) => blockRows(input, block, indicators)),
    frozenColumns: 2,
    table: "t_grp",
  });
}

const protection = ({ smallCells: k }: Profile): string =>
  k === undefined
    ? "内部资料：没有开小格保护，不要对外。"
    : `小格保护：敏感指标里小于${String(k)}的数和能推算出它的数写作*。`;

function blocksOf({ definition, figures }: WriteInput): readonly GroupBlock[] {
  const indicators = [...definition.indicators.values()].map(({ indicator }) => indicator);
  const groups = new Set([...firstGroups, ...indicators.flatMap(({ groupBy }) => groupBy)]);
  return [...groups].flatMap((group) => {
    const told = [...figures.values()].filter(({ slice: [only, ...others] }) => only?.group === group && others.length === 0); // prettier-ignore
    const names = new Set(told.map(({ indicator }) => indicator));
    const members = [...new Set(told.flatMap(({ slice }) => slice.map(({ member }) => member)))];
    const own = indicators.filter(({ name }) => names.has(name));
    return own.length === 0 ? [] : [{ group, members, indicators: new Set(own) }];
  });
}

function blockRows(
  input: WriteInput,
  block: GroupBlock,
  indicators: readonly Indicator[],
): readonly (readonly FramedCell[])[] {
  const cells = (member: string | undefined): readonly FramedCell[] =>
    indicators.map((indicator) =>
      block.indicators.has(indicator) ? figureCell(input, indicator, block, member) : null,
    );
  const total = [text(block.group), text("合计"), ...cells(undefined)];
  return [
    ...block.members.map((member) => [text(block.group), text(member), ...cells(member)]),
    total.map((cell) => (cell !== null && "input" in cell ? cell : styled(cell, "total"))),
  ];
}

const figureOf = (
  { figures }: WriteInput,
  { name, groupBy }: Indicator,
  group: string,
  member: string | undefined,
): Figure | undefined => figures.get(figureKey(name, groupBy.map((one) => (one === group ? member : undefined)))); // prettier-ignore

function figureCell(input: WriteInput, indicator: Indicator, { group }: GroupBlock, member?: string): FramedCell {
  const figure = figureOf(input, indicator, group, member);
  if (!figure) return null;
  return input.hidden.has(figure.key) ? styled(text("*"), "grey") : valueCell(figure, cellFormat(indicator));
}

/** Whether the parts as printed do not add up to the total as printed though they do unrounded. */
function partsDiffer(input: WriteInput, { group, members }: GroupBlock, indicator: Indicator): boolean {
  const whole = figureOf(input, indicator, group, undefined)?.value;
  if (indicator.kind !== "量" || whole?.state !== "number") return false;
  const parts = members.flatMap((member) => figureOf(input, indicator, group, member) ?? []);
  const values = parts.flatMap(({ value }) => (value.state === "number" ? [value.value] : []));
  if (values.length < parts.length || compare(sum(values), whole.value) !== 0) return false;
  const places = /\.([0#]+)/u.exec(indicator.format)?.[1]?.length ?? 0;
  return compare(sum(values.map((value) => round(value, places))), round(whole.value, places)) !== 0;
}

const sum = (values: readonly Exact[]): Exact => values.reduce((total, value) => add(total, value), zero);
