import type { Diagnostic } from "../formula/diagnostic";
import type { DefinitionFault } from "./compiled";
import { definitionTables } from "./definition-tables";

/**
 * A fault at a path of the JSON form: `["indicators", 3, "kind"]`, or a path inside the settings. `written` is what the path
 * leads through; the row's own 编号 or 名称 is told from it.
 */
export function definitionFault(
  path: readonly PropertyKey[],
  message: string,
  written: unknown,
  diagnostic?: Diagnostic,
): DefinitionFault {
  const [head, row, column] = path;
  const called = calledIn(written, path);
  const where = pathText(path) + (called === undefined ? "" : `（${called}）`);
  const rest = { where, message, ...(diagnostic && { diagnostic }) };
  const table = definitionTables.find(({ key }) => key === head)?.key;
  if (table !== undefined)
    return {
      table,
      ...(typeof row === "number" && { row }),
      ...(column !== undefined && { column: String(column) }),
      ...rest,
    };
  const key = head === "profile" ? row : head;
  return { table: head === "profile" ? "profile" : "file", ...(key !== undefined && { column: String(key) }), ...rest };
}

/** `indicators[3].kind`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${String(step)}`)).join("");
  return text === "" ? "方案" : text.replace(/^\./u, "");
}

/** The path of a fault without the name of its row. */
export const pathOfFault = ({ where }: DefinitionFault): string => where.split("（", 1)[0] ?? where;

function calledIn(written: unknown, [table, row]: readonly PropertyKey[]): string | undefined {
  const values = typeof row === "number" ? keyOf(keyOf(written, table), row) : undefined;
  return [keyOf(values, "id"), keyOf(values, "name")].find((name): name is string => typeof name === "string");
}

const keyOf = (holder: unknown, key: PropertyKey | undefined): unknown =>
  typeof holder === "object" && holder !== null && key !== undefined ? Reflect.get(holder, key) : undefined;
