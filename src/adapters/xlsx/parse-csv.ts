/**
 * Rows of a comma, tab or semicolon separated text. Every field stays text, so codes keep their leading zeros and
 * nothing is taken for a formula.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  const endField = (): void => {
    row.push(field);
    field = "";
  };
  const endRow = (): void => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(index + 1) === '"') [field, index] = [`${field}"`, index + 1];
      else quoted = false;
    } else if (character === '"' && field === "") quoted = true;
    else if (character === separator) endField();
    else if (character === "\n") endRow();
    else if (character !== "\r" || text.charAt(index + 1) !== "\n") field += character;
  }
  if (field !== "" || row.length > 0) endRow();
  return rows;
}

/** The one that cuts the first line into most fields. */
function separatorOf(text: string): string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/u));
  const fields = (separator: string): number => firstLine.split(separator).length;
  return [",", "\t", ";"].reduce((best, candidate) => (fields(candidate) > fields(best) ? candidate : best));
}
