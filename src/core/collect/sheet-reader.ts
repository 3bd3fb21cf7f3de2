import type { CellAddress } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { CompiledForm } from "../../definitions/compiled";
import type { Code } from "../../definitions/definition";
import { reasons, schoolMissing, schoolUnknown } from "./finding-words";
import type { Identity } from "./identity";
import type { SchoolClue, SchoolIndex, SchoolMatch } from "./school-index";
import type { SheetAccount } from "./sheet-account";
import type { Place, SheetGrid } from "./sheet-grid";

/** Everything that is needed to read one sheet as one form. */
export interface SheetReader {
  readonly grid: SheetGrid;
  readonly account: SheetAccount;
  readonly form: CompiledForm;
  readonly codes: ReadonlyMap<string, readonly Code[]>;
  readonly identity: Identity;
  /** Cells that state units for the whole sheet. */
  readonly unitPlaces: readonly Place[];
  /** The school a row says it belongs to, else the school of the sheet. */
  readonly ownerOf: (clue: SchoolClue, place: Place) => RowOwner;
  /** The school of the whole sheet, when it is expected to report the form. */
  readonly ownSchool: () => School | undefined;
}

/** Whose a row is; without a school, why not. A finding is given once for each cause. */
export interface RowOwner {
  readonly school?: School;
  /** Why the row is rejected; absent for a school that is not asked for this form. */
  readonly reason?: string;
  readonly finding?: Finding;
}

/** Why a school is not asked for a form, as a finding about the cell that names it; undefined when it is asked. */
export type NotAsked = (form: CompiledForm, school: School, at: CellAddress) => Finding | undefined;

/** Settles whose rows are; `sheetMatch` is what sheet and file say about the school. */
export function rowOwners(
  grid: SheetGrid,
  form: CompiledForm,
  index: SchoolIndex,
  sheetMatch: SchoolMatch,
  notAsked: NotAsked,
): Pick<SheetReader, "ownerOf" | "ownSchool"> {
  const told = new Set<string>();
  const once = (key: string, finding: Finding): { readonly finding?: Finding } => {
    if (told.has(key)) return {};
    told.add(key);
    return { finding };
  };
  const place = `${grid.file === undefined ? "" : `${grid.file} › `}${grid.name}`;

  const ownerOf = (clue: SchoolClue, { row, column }: Place): RowOwner => {
    const said = index.find(clue);
    const match = said.match === "none" ? sheetMatch : said;
    const subject = { form: form.form.name, ...(grid.file !== undefined && { file: grid.file }) };
    const at = grid.address(row, column);
    switch (match.match) {
      case "none":
        return {
          reason: reasons.schoolUnknown,
          ...once("none", { code: "school-missing", ...subject, at, ...schoolMissing(place) }),
        };
      case "unknown": {
        const words = schoolUnknown(place, match.said, match.near?.name);
        return {
          reason: reasons.schoolUnknown,
          ...once(match.said, { code: "school-unknown", ...subject, at, found: match.said, ...words }),
        };
      }
      case "school": {
        const { school } = match;
        const finding = notAsked(form, school, at);
        return finding ? once(school.code, { ...finding, ...subject, school: school.code, at }) : { school };
      }
    }
  };
  const ownSchool = (): School | undefined =>
    sheetMatch.match === "school" && !notAsked(form, sheetMatch.school, grid.address(grid.top, 0))
      ? sheetMatch.school
      : undefined;
  return { ownerOf, ownSchool };
}
