import type { Diagnostic } from "../formula/diagnostic";
import type { DefinitionFault } from "./compiled";
import { definitionTables } from "./definition-tables";

/** A fault at a path of the JSON form: `["indicators", 3, "kind"]`, or a path inside the settings. */
export function definitionFault(
  path: readonly PropertyKey[],
  message: string,
  diagnostic?: Diagnostic,
): DefinitionFault {
  const [head, row, column] = path;
  const rest = { where: pathText(path), message, ...(diagnostic && { diagnostic }) };
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
