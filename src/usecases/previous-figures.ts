import { fraction, parseExact, type Exact } from "../domain/exact";
import { parameterKey, type Parameter } from "../domain/parameter";
import type { FiguresFile } from "./report-files.schema";

/** The figures of an earlier run as 历史 rows of its period, one for each number. */
export const previousParameters = ({ run, figures }: FiguresFile): readonly Parameter[] =>
  figures.flatMap(({ indicator, slice, unit, value }): Parameter[] => {
    const number = value.state === "number" ? readExact(value.value) : undefined;
    if (number === undefined || value.state !== "number") return [];
    const members = slice.map(({ member }) => member).join(",");
    return [
      {
        use: "历史",
        name: indicator,
        ...(members !== "" && { key1: members }),
        period: run.period,
        value: { type: "number", value: number, asEntered: value.value },
        unit,
        source: `${run.definition} 第${String(run.run)}轮`,
      },
    ];
  });

/** A loaded data set wins over rows somebody has typed for the same period. */
export function withPrevious(parameters: readonly Parameter[], previous: readonly Parameter[]): readonly Parameter[] {
  const keys = new Set(previous.map(parameterKey));
  return [...parameters.filter((parameter) => !keys.has(parameterKey(parameter))), ...previous];
}

function readExact(text: string): Exact | undefined {
  const [numerator = "", denominator] = text.split("/");
  return denominator === undefined ? parseExact(numerator) : fraction(BigInt(numerator), BigInt(denominator));
}
