import { addressText } from "../../domain/cell";
import { compare, exactText, magnitude } from "../../domain/exact";
import { parameterKey, type Parameter } from "../../domain/parameter";
import { largestRate } from "../../formula/infer-bound";
import type { Indicator } from "../definition";
import { factorFor, foreignUnit, valueFor } from "../parameter-rows";
import { parameterOf } from "../parameters-of";
import type { Compilation } from "./compilation";
import type { CellOfTable } from "./faults";

/** Rows of 参数 under an indicator's name take its kind and unit: another unit is a fault, 80 for a 率 a notice (N-06). */
export function checkIndicatorRows({ definition, known, faults }: Compilation): void {
  const written = new Map(
    definition.parameters.flatMap((row, index) => {
      const read = parameterOf(row);
      return read.ok ? [[placeOf(read.value), index] as const] : [];
    }),
  );
  for (const [index, indicator] of definition.indicators.entries()) {
    for (const row of known.parameters.get(indicator.name) ?? []) {
      const own = written.get(placeOf(row));
      const cellOf = (column: string): CellOfTable =>
        own === undefined
          ? { table: "indicators", row: index, column: "name", about: besides(row) }
          : { table: "parameters", row: own, column };
      if (factorFor(indicator, known.words, row) === undefined)
        faults.add(cellOf("unit"), `${foreignUnit(indicator, row)}。→ 单位和值都按指标的写，单位也可以不写`);
      const value = isPercentage(indicator) ? valueFor(indicator, known.words, row) : undefined;
      if (value && compare(magnitude(value), largestRate) > 0)
        faults.addDiagnostics(cellOf("value"), [{ code: "N-06", parts: { rate: "率", x: exactText(value) } }]);
    }
  }
}

const placeOf = (row: Parameter): string =>
  `${parameterKey(row)}|${row.unit ?? ""}|${row.at ? addressText(row.at) : ""}`;

/** Rows of a parameters file have no cell in the definition. */
const besides = ({ at, use }: Parameter): string => (at ? `${addressText(at)}：` : `参数文件里的${use}行：`);

const isPercentage = ({ kind, format }: Indicator): boolean => kind === "率" && format.endsWith("%");
