import { type CellAddress, addressText } from "../../domain/cell";
import type { Severity } from "../../domain/finding";

/** What a finding says. Severity and wording of everything `collect` reports live in the files named *-words, once. */
export interface Words {
  readonly severity: Severity;
  readonly message: string;
  readonly instruction: string;
}

export const error = (message: string, instruction: string): Words => ({ severity: "error", message, instruction });
export const warning = (message: string, instruction: string): Words => ({ severity: "warning", message, instruction });
export const notice = (message: string, instruction: string): Words => ({ severity: "notice", message, instruction });

/** Cut in the middle of nothing: the first characters are enough to find it. */
export const short = (text: string, most = 12): string => {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
};
export const where = (at: CellAddress): string =>
  addressText({ ...at, sheet: short(at.sheet), ...(at.file !== undefined && { file: short(at.file, 16) }) });
export const like = (text: string | undefined): string => (text === undefined ? "" : `，像“${short(text)}”`);

export const sheetOf = (at: CellAddress): string =>
  `${at.file === undefined ? "" : `${short(at.file, 16)} › `}${short(at.sheet)}`;
