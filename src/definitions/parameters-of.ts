import { divide, exactFromCell, exactText, integer, parseExact } from "../domain/exact";
import type { CellAddress } from "../domain/cell";
import type { Parameter } from "../domain/parameter";
import { ok, problem, type Result } from "../domain/result";
import type { DefinitionParameter, ReportDefinition } from "./definition";

/** Parameters that stand in the definition itself. Compiling has refused every row that cannot be read. */
export const parametersOf = (definition: ReportDefinition): readonly Parameter[] =>
  definition.parameters.flatMap((row) => {
    const parameter = parameterOf(row);
    return parameter.ok ? [parameter.value] : [];
  });

/** Uses whose values are only ever numbers. */
const numeric: ReadonlySet<string> = new Set(["标准", "目标", "历史", "人口"]);

/** One row of 参数 as the engine uses it; the problem says in Chinese why its value cannot be read. */
export function parameterOf({ value, ...row }: DefinitionParameter, at?: CellAddress): Result<Parameter, string> {
  const rest = { ...row, ...(at && { at }) };
  if (value === undefined) return ok(rest);
  if (typeof value === "number") {
    const exact = exactFromCell(value);
    return row.use === "文字"
      ? ok({ ...rest, value: { type: "text", value: exactText(exact) } })
      : ok({ ...rest, value: { type: "number", value: exact, asEntered: exactText(exact) } });
  }
  const number = row.use === "文字" ? undefined : numberOf(value);
  if (number !== undefined) return ok({ ...rest, value: { type: "number", value: number, asEntered: value } });
  if (numeric.has(row.use))
    return problem(`${row.use}“${row.name}”的值“${value}”不是数。→ 只写数，如 0.65 或 65%；单位写在“单位”列`);
  return ok({ ...rest, value: { type: "text", value } });
}

/** `0.65`, `65%`, `６５％`. */
function numberOf(text: string) {
  const [, digits = "", percent] = /^(.*?)(%?)$/su.exec(text.normalize("NFKC").trim()) ?? [];
  const number = parseExact(digits);
  return number && percent === "%" ? divide(number, integer(100)) : number;
}
