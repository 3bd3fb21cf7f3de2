import type { CellContent } from "../../../src/domain/cell";
import type { SlipKind } from "../../../src/domain/diagnosis";
import { type Exact, add, compare, exactText, isZero, subtract, toNumber, zero } from "../../../src/domain/exact";
import type { School } from "../../../src/domain/school";
import { type Line, type NumberCell, filedValue, fits } from "../../../src/core/diagnose/number-cells";
import type { Seeded } from "../../../test/support/statistics/seeded";
import { type CleanDistrict, type Typed, cellsOf } from "./district";

/** A slip as it was made: which cells, and what stands there. `isFile`: a whole form is last year's. */
export interface MadeSlip {
  readonly school: string;
  readonly slip: SlipKind;
  readonly typed: readonly Typed[];
  readonly isFile?: boolean;
}

export interface SlipMaker {
  readonly name: string;
  readonly make: (ground: Ground, random: Seeded) => readonly Typed[] | undefined;
  readonly slip: SlipKind;
  readonly isFile?: boolean;
}

/** What a slip is made in: the numbers of one school. */
interface Ground {
  readonly cells: readonly NumberCell[];
  readonly lines: readonly Line[];
  readonly totals: readonly { readonly total: NumberCell; readonly parts: readonly NumberCell[] }[];
  readonly before: (cell: NumberCell) => Exact | undefined;
}

export function groundOf(district: CleanDistrict, school: School, before: Ground["before"]): Ground {
  const cells = cellsOf(district, school);
  const sums = district.recheck(school.code, []).filter(({ isEquality, verdict }) => isEquality && verdict === "pass");
  const totals = sums.flatMap((verdict) => {
    const behind = verdict.cells().flatMap((at) => cells.at(at) ?? []);
    const all = behind.reduce((sum, { value }) => add(sum, value ?? zero), zero);
    const total = behind.find(({ value }) => value !== undefined && !isZero(value) && compare(add(value, value), all) === 0); // prettier-ignore
    const parts = behind.filter((cell) => cell !== total && cell.value !== undefined);
    return total && parts.length > 1 ? [{ total, parts }] : [];
  });
  return { cells: cells.all.filter(({ at }) => at !== undefined), lines: cells.lines, totals, before };
}

const filed = (cell: NumberCell): string => (cell.value ? exactText(filedValue(cell, cell.value)) : "");
const text = (cell: NumberCell): number => Number(filed(cell));
const isFilled = ({ value }: NumberCell): boolean => value !== undefined && !isZero(value);
const isMoneyOrArea = ({ element }: NumberCell): boolean => element.type === "金额" || element.unit === "㎡";

function pick<T>(some: readonly T[], random: Seeded): T | undefined {
  return some[random.whole(0, some.length - 1)];
}

/** A cell of those that suit, with other content; nothing when the content would be the same. */
const inOneCell =
  (suits: (cell: NumberCell) => boolean, content: (cell: NumberCell, random: Seeded, ground: Ground) => CellContent | undefined): SlipMaker["make"] =>
  (ground, random) => {
    const cell = pick(ground.cells.filter((one) => isFilled(one) && suits(one)), random);
    const typed = cell && content(cell, random, ground);
    return cell && typed !== undefined && typed !== filed(cell) ? [{ cell, content: typed }] : undefined;
  }; // prettier-ignore

const scaled = (cell: NumberCell, by: number): CellContent | undefined => {
  const value = Number((text(cell) * by).toPrecision(12));
  return cell.element.type === "整数" && !Number.isInteger(value) ? undefined : String(value);
};

function transposed(cell: NumberCell, random: Seeded): string | undefined {
  const whole = filed(cell);
  const places = [...whole].flatMap((digit, at) => {
    const next = whole[at + 1];
    const isPair = next !== undefined && /\d/u.test(digit) && /\d/u.test(next) && digit !== next;
    return isPair && !(at === 0 && next === "0") ? [at] : [];
  });
  const at = pick(places, random);
  return at === undefined ? undefined : whole.slice(0, at) + (whole[at + 1] ?? "") + (whole[at] ?? "") + whole.slice(at + 2);
} // prettier-ignore

function wrongDigit(cell: NumberCell, random: Seeded): string | undefined {
  const whole = filed(cell);
  const at = pick([...whole].flatMap((digit, place) => (/\d/u.test(digit) ? [place] : [])), random); // prettier-ignore
  if (at === undefined) return undefined;
  const others = [..."0123456789"].filter((digit) => digit !== whole[at] && !(at === 0 && digit === "0"));
  return whole.slice(0, at) + (pick(others, random) ?? "") + whole.slice(at + 1);
}

const besideOf = ({ lines }: Ground, cell: NumberCell): readonly NumberCell[] =>
  lines.flatMap((line) => {
    const place = line.cells.indexOf(cell);
    return place < 0 ? [] : [line.cells[place - 1], line.cells[place + 1]].filter((one) => one !== undefined);
  });

const otherBeside = (ground: Ground, cell: NumberCell, random: Seeded): NumberCell | undefined =>
  pick(besideOf(ground, cell).filter((one) => isFilled(one) && filed(one) !== filed(cell)), random); // prettier-ignore

/** A run of cells typed one place late: the first stays empty, the last number has no place. */
const shifted =
  (runs: Line["runs"]): SlipMaker["make"] =>
  ({ lines }, random) => {
    const line = pick(lines.filter((one) => one.runs === runs && longestRun(one.cells).length >= 3), random); // prettier-ignore
    const run = line ? longestRun(line.cells) : [];
    const start = random.whole(0, Math.max(0, run.length - 3));
    const moved = run.slice(start, start + random.whole(3, 8));
    if (moved.length < 3) return undefined;
    return moved.map((cell, place) => {
      const from = moved[place - 1];
      return { cell, content: from ? filed(from) : null };
    });
  };

function longestRun(cells: readonly NumberCell[]): readonly NumberCell[] {
  const runs: NumberCell[][] = [[]];
  for (const cell of cells) {
    if (isFilled(cell)) runs.at(-1)?.push(cell);
    else runs.push([]);
  }
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

function swappedColumns({ lines }: Ground, random: Seeded): readonly Typed[] | undefined {
  const columns = lines.filter(({ runs }) => runs === "down");
  const left = pick(columns, random);
  const right = columns
    .filter((one) => left !== undefined && one.cells[0]?.form === left.cells[0]?.form && one.place > left.place)
    .sort((a, b) => a.place - b.place)[0];
  const pairs = (left?.cells ?? []).flatMap((a) => {
    const b = right?.cells.find(({ at }) => at?.row === a.at?.row);
    return b && a.value && b.value ? [[a, b] as const] : [];
  });
  const differing = pairs.filter(([a, b]) => filed(a) !== filed(b));
  if (differing.length < 2) return undefined;
  return differing.flatMap(([a, b]) => [{ cell: a, content: filed(b) }, { cell: b, content: filed(a) }]); // prettier-ignore
}

/** A total of two parts or more, with one of its parts. */
const inTotal =
  (content: (total: Exact, part: Exact, random: Seeded) => Exact): SlipMaker["make"] =>
  ({ totals }, random) => {
    const sum = pick(totals, random);
    const part = pick((sum?.parts ?? []).filter(isFilled), random)?.value;
    const value = sum?.total.value;
    if (!sum || !part || !value) return undefined;
    const typed = content(value, part, random);
    if (!fits(sum.total, typed) || compare(typed, value) === 0) return undefined;
    return [{ cell: sum.total, content: exactText(filedValue(sum.total, typed)) }];
  };

function lastYearsForm({ cells, before }: Ground, random: Seeded): readonly Typed[] | undefined {
  const form = pick([...new Set(cells.map((cell) => cell.form))], random);
  const typed = cells
    .filter((cell) => cell.form === form)
    .flatMap((cell) => {
      const then = before(cell);
      return then && cell.value ? [{ cell, content: exactText(filedValue(cell, then)) }] : [];
    });
  const differing = typed.filter(({ cell, content }) => content !== filed(cell));
  return typed.length >= 8 && differing.length >= 3 ? typed : undefined;
}

const isTwoDigits = (cell: NumberCell): boolean => filed(cell).replace(".", "").length > 1;

export const slipMakers: readonly SlipMaker[] = [
  { name: "元填进万元格等（×10000）", slip: "times-ten-thousand", make: inOneCell(isMoneyOrArea, (cell) => scaled(cell, 10_000)) },
  { name: "万元填进元格等（÷10000）", slip: "divided-by-ten-thousand", make: inOneCell(isMoneyOrArea, (cell) => scaled(cell, 0.0001)) },
  { name: "小数点错位（×10、×100、÷10）", slip: "times-power-of-ten", make: inOneCell(() => true, (cell, random) => scaled(cell, pick([10, 100, 0.1], random) ?? 10)) },
  { name: "亩填进㎡格", slip: "area-in-mu", make: inOneCell(({ element }) => element.unit === "㎡", (cell) => String(Math.round(text(cell) * 0.15) / 100)) },
  { name: "多了负号", slip: "sign", make: inOneCell(() => true, (cell) => `-${filed(cell)}`) },
  { name: "两位数字颠倒", slip: "digits-transposed", make: inOneCell(isTwoDigits, transposed) },
  { name: "一位数字打错", slip: "digit-wrong", make: inOneCell(isTwoDigits, wrongDigit) },
  { name: "一段错了一行", slip: "row-shifted", make: shifted("down") },
  { name: "一段错了一列", slip: "column-shifted", make: shifted("across") },
  { name: "相邻两格填反", slip: "cells-swapped", make: (ground, random) => {
    const cell = pick(ground.cells.filter(isFilled), random);
    const other = cell && otherBeside(ground, cell, random);
    return cell && other && [{ cell, content: filed(other) }, { cell: other, content: filed(cell) }];
  } },
  { name: "两列整列填反", slip: "columns-swapped", make: swappedColumns },
  { name: "整表交了上年的", slip: "last-year", make: lastYearsForm, isFile: true },
  { name: "一格沿用上年的数", slip: "last-year", make: inOneCell(isTwoDigits, (cell, _, { before }) => {
    const then = before(cell);
    return then && toNumber(then) >= 10 ? exactText(filedValue(cell, then)) : undefined;
  }) },
  { name: "合计里一项加了两遍", slip: "stage-counted-twice", make: inTotal(add) },
  { name: "合计里漏加一项", slip: "part-left-out", make: inTotal(subtract) },
  { name: "分项改了合计没改", slip: "total-not-updated", make: inTotal((total, part, random) => subtract(total, changeOf(part, random))) },
  { name: "重复填了相邻格的数", slip: "typed-twice", make: inOneCell(isTwoDigits, (cell, random, ground) => {
    const other = otherBeside(ground, cell, random);
    return other && filed(other);
  }) },
]; // prettier-ignore

/** By how much a part was changed after the total was made: up to a fifth of it, and by no less than one. */
function changeOf(part: Exact, random: Seeded): Exact {
  const most = Math.max(1, Math.floor(toNumber(part) / 5));
  const change = random.whole(1, most) * (random.next() < 0.5 ? -1 : 1);
  return { numerator: BigInt(change), denominator: 1n };
}
