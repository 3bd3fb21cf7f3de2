import type { Finding } from "../../domain/finding";
import type { Filing } from "./filing";
import type { Words } from "./words";
import type { CellAddress } from "../../domain/cell";
import type { Oddity } from "./reading";
import { codeSpaces, textNumbers } from "./workbook-words";

/** Everything in a text file is text, so there that is nothing odd. */
const isTextFile = (file: string | undefined): boolean => file !== undefined && /\.(?:csv|tsv|txt)$/iu.test(file);

/** Cells that were read though they are not written as they should be: one notice of each kind for a workbook. */
export function oddityFindings(file: string | undefined, filings: readonly Filing[]): readonly Finding[] {
  const told = (wanted: Oddity, code: Finding["code"], words: (at: CellAddress, count: number) => Words): readonly Finding[] => {
    const places = filings.flatMap(({ grid, oddities }) =>
      oddities.filter(({ oddity }) => oddity === wanted).map(({ row, column }) => grid.address(row, column)),
    );
    const [at] = places;
    return at ? [{ code, ...(file !== undefined && { file }), at, ...words(at, places.length) }] : [];
  }; // prettier-ignore
  return [
    ...(isTextFile(file) ? [] : told("text-number", "cell-text-number", textNumbers)),
    ...told("spaces", "cell-spaces", codeSpaces),
  ];
}
