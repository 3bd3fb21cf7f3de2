/**
 * Rows of a comma, tab or semicolon separated text. Every field stays text, so codes keep their leading zeros and
 * nothing is taken for a formula.
 */
export function parseCsv(whole: string): readonly (readonly string[])[] {
  const [told = "", toldSeparator] = /^sep=(.)\r?\n/iu.exec(whole) ?? [];
  const text = whole.slice(told.length);
  const separator = toldSeparator ?? separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  const endField = (): void => {
    row.push(field.replace(textFormula, "$1"));
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

/** `="0012"`: the text 0012, written so that Excel leaves its zeros alone. */
const textFormula = /^="([^"]*)"$/u;

const sampleLines = 20;

/** The one that cuts the first lines into most fields. */
function separatorOf(text: string): string {
  const sample = text.split(/\r?\n/u, sampleLines).join("\n");
  const fields = (separator: string): number => sample.split(separator).length;
  return [",", "\t", ";"].reduce((best, candidate) => (fields(candidate) > fields(best) ? candidate : best));
}
