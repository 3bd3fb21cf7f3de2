import type { Figure } from "../../domain/figure";
import type { CompiledDefinition } from "../../definitions/compiled";
import { firstDataRow } from "./sheet-frame";
import { absolute, sheetReference } from "./sheet-reference";

export const calcSheetName = "核算";

/** Columns of 核算 that formulas point at, from 0; the first holds the figure's key, the last ones its groups. */
export const calcColumns = { engine: 3, formula: 4, verdict: 6, groups: 9 } as const;

export type CalcPart = "分子" | "分母" | "值";

/** Rows of 核算, from 0 on the sheet: a ratio has three, every other figure one. */
export interface CalcPlaces {
  readonly row: (figure: string, part: CalcPart) => number;
  /** A cell of 核算 from any sheet. */
  readonly cell: (figure: string, part: CalcPart, column: number) => string;
  readonly groupCount: number;
  readonly lastRow: number;
}

export const partsOf = (definition: CompiledDefinition, { indicator }: Figure): readonly CalcPart[] =>
  definition.indicators.get(indicator)?.denominator === undefined ? ["值"] : ["分子", "分母", "值"];

export function calcPlaces(definition: CompiledDefinition, figures: ReadonlyMap<string, Figure>): CalcPlaces {
  const rows = new Map<string, number>();
  const key = (figure: string, part: CalcPart): string => `${part} ${figure}`;
  for (const figure of figures.values())
    for (const part of partsOf(definition, figure)) rows.set(key(figure.key, part), firstDataRow + rows.size);
  const row: CalcPlaces["row"] = (figure, part) => {
    const found = rows.get(key(figure, part));
    if (found === undefined) throw new Error(`${figure} has no row for its ${part}`);
    return found;
  };
  return {
    row,
    cell: (figure, part, column) => `${sheetReference(calcSheetName)}!${absolute(row(figure, part), column)}`,
    groupCount: Math.max(0, ...Array.from(figures.values(), ({ slice }) => slice.length)),
    lastRow: firstDataRow + Math.max(1, rows.size) - 1,
  };
}
