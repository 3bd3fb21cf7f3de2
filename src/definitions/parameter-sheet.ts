import type { CellAddress } from "../domain/cell";
import type { Finding } from "../domain/finding";
import type { Parameter } from "../domain/parameter";
import { problem, type Result } from "../domain/result";
import type { WorkbookSnapshot } from "../domain/snapshot";
import { parseParameterRows } from "./definition.schema";
import { parameterColumns } from "./definition-tables";
import { parameterOf } from "./parameters-of";
import { readRows, readSheetTable, type RowsReading } from "./sheet-table";

/** What a parameters file says. A row that cannot be read is left out and has an error-level finding. */
export interface ParametersReading {
  readonly parameters: readonly Parameter[];
  readonly findings: readonly Finding[];
}

const sheetNames = ["参数", "方案·参数"];
const headers = parameterColumns.map(({ header }) => header);

/** Reads the 参数 sheet of a workbook; titles may stand above its header row. */
export function readParameters({ file, sheets }: WorkbookSnapshot): ParametersReading {
  const inFile = file === undefined ? {} : { file };
  const sheet = sheets.find(({ name }) => sheetNames.includes(name.trim()));
  if (sheet === undefined)
    return { parameters: [], findings: [unreadable("没有找到名为“参数”的工作表。→ 把工作表改名为“参数”", inFile)] };
  const table = readSheetTable(sheet, headers);
  if (table === undefined)
    return {
      parameters: [],
      findings: [unreadable(`“${sheet.name}”里没有找到表头。→ 表头一行写：${headers.join("、")}`, inFile)],
    };
  const place: Place = (row, column) => ({ at: { ...inFile, sheet: sheet.name, row, column } });
  const reading = readRows(table, parameterColumns);
  const rows = reading.rows.map((row) => readRow(row, reading.columns, place));
  return {
    parameters: rows.flatMap((row) => (row.ok ? [row.value] : [])),
    findings: [
      ...reading.headerFaults.map(({ column, message }) => unreadable(message, place(table.headerRow, column))),
      ...rows.flatMap((row) => (row.ok ? [] : row.problem)),
    ],
  };
}

/** Reads the JSON form: the rows as a list, or under the key `parameters`. */
export function parametersFromJson(json: unknown): ParametersReading {
  const rows = parseParameterRows(json);
  if (!rows.ok)
    return { parameters: [], findings: rows.problem.map(({ where, message }) => unreadable(`${where}：${message}`)) };
  const read = rows.value.map((row) => parameterOf(row));
  return {
    parameters: read.flatMap((row) => (row.ok ? [row.value] : [])),
    findings: read.flatMap((row) => (row.ok ? [] : [unreadable(row.problem)])),
  };
}

type Place = (row: number, column: number) => { readonly at: CellAddress };

function readRow(
  { row, values, faults }: RowsReading["rows"][number],
  columns: RowsReading["columns"],
  place: Place,
): Result<Parameter, readonly Finding[]> {
  const refused = (key: string | undefined, message: string): Finding => {
    const column = columns.get(key ?? "");
    const header = parameterColumns.find((other) => other.key === key)?.header;
    return unreadable(
      column === undefined && header !== undefined ? `“${header}”${message}` : message,
      place(row, column ?? 0),
    );
  };
  if (faults.length > 0) return problem(faults.map(({ key, message }) => refused(key, message)));
  const parsed = parseParameterRows([values]);
  if (!parsed.ok) return problem(parsed.problem.map(({ column, message }) => refused(column, message)));
  const [written] = parsed.value;
  if (written === undefined) throw new Error("one row was parsed to none");
  const parameter = parameterOf(written, place(row, columns.get("value") ?? 0).at);
  return parameter.ok ? parameter : problem([refused("value", parameter.problem)]);
}

/** `text` says what happened and, after →, what to do. */
function unreadable(text: string, place: Pick<Finding, "at" | "file"> = {}): Finding {
  const [message = "", instruction = ""] = text.split("→");
  return {
    code: "parameter-unreadable",
    severity: "error",
    message: message.trim(),
    instruction: `${instruction.trim()}。`,
    ...place,
  };
}
