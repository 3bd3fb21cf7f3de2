import { nearestName } from "../formula/nearest-name";
import type { CellOfTable, Faults } from "./compile/faults";
import type { Indicator, IndicatorRow } from "./definition";
import { defaultsOfIndicator } from "./definition-tables";
import type { LibraryIndicator } from "./indicator-library/library-indicator";

type Library = ReadonlyMap<string, LibraryIndicator>;

/** The rows of 方案·指标 with what they pick from the library filled in; rows with a fault are left out. */
export function settleIndicators(
  rows: readonly IndicatorRow[],
  library: () => Library,
  faults: Faults,
): readonly Indicator[] {
  return rows.flatMap((written, row) => {
    const settled = settleIndicator(written, library);
    if (typeof settled !== "string") return [settled];
    faults.add({ table: "indicators", row, column: "library" }, settled);
    return [];
  });
}

/**
 * A row with what it picks from the library filled in, or what is wrong with it. A row with a 分子 of its own has a formula
 * of its own, 筛选 and 分母 included; a row without one takes the library's, where it may still narrow 筛选 or name
 * another form.
 * @throws Error for a row the schema would have refused
 */
export function settleIndicator(row: IndicatorRow, library: () => Library): Indicator | string {
  if (row.library === undefined) return complete(row);
  const picked = library().get(row.library);
  if (picked === undefined) return unknownIndicator(row.library, library());
  if (picked.by === "parameter" && row.numerator === undefined)
    return `库指标“${picked.code}”（${picked.name}）不能由学校报表汇总：${picked.why}。→ 在“方案·参数”里登记（${picked.use}），把参数名写在分子里`;
  return complete({ ...shownAs(row, picked), ...formulaFor(row, picked), ...row });
}

export type FormulaColumn = "filter" | "numerator" | "denominator";

/** Where to show a fault of one formula of an indicator: what is the library's has no text in its own cell. */
export function indicatorCell(
  written: IndicatorRow,
  settled: Indicator,
  row: number,
  column: FormulaColumn,
): CellOfTable {
  if (written[column] !== undefined || settled.library === undefined) return { table: "indicators", row, column };
  const about = `库指标“${settled.library}”的${partNames[column]}“${settled[column] ?? ""}”：`;
  return { table: "indicators", row, column: "library", about };
}

const partNames = { filter: "筛选", numerator: "分子", denominator: "分母" } as const;

function complete(row: IndicatorRow): Indicator {
  const { numerator } = row;
  if (numerator === undefined)
    throw new Error(`indicator ${row.id} is neither written out nor picked from the library`);
  return { ...row, numerator, ...defaultsOfIndicator(row) };
}

/** 显示格式, 缩放 and 封顶 of the library hold for its own 类型 and 单位 only. */
function shownAs(row: IndicatorRow, picked: LibraryIndicator): Partial<Indicator> {
  const { kind, unit, format, scale, better, cap, sensitive, definition } = picked;
  const isSameKind = row.kind === undefined || row.kind === kind;
  return {
    kind,
    unit,
    better,
    definition,
    ...(isSameKind && { format }),
    ...(isSameKind && cap !== undefined && { cap }),
    ...((row.unit === undefined || row.unit === unit) && { scale }),
    ...(sensitive !== undefined && { sensitive }),
  };
}

function formulaFor(row: IndicatorRow, picked: LibraryIndicator): Partial<Indicator> {
  if (picked.by === "parameter" || row.numerator !== undefined) return {};
  const { form, filter, numerator, denominator, factor } = picked;
  return {
    numerator,
    factor,
    ...(form !== undefined && { form }),
    ...(filter !== undefined && { filter }),
    ...(denominator !== undefined && { denominator }),
  };
}

function unknownIndicator(code: string, library: Library): string {
  const readings = [...library.keys()].filter((known) => known.slice(0, 3) === code);
  if (readings.length > 0) return `指标库里“${code}”分成${readings.join("、")}。→ 写其中一个`;
  const near = nearestName(code, library.keys());
  return `指标库里没有“${code}”。→ ${near === undefined ? "核对编号" : `是不是“${near}”？`}`;
}
