import type { CellAddress } from "../../domain/cell";
import type { FileLedger, IgnoreRule, RejectedCell } from "../../domain/ledger";
import { type Place, type SheetGrid, allFilledPlaces } from "./sheet-grid";

/** What became of a non-empty cell. */
export type Fate =
  | { readonly fate: "used" }
  | { readonly fate: "ignored"; readonly rule: IgnoreRule }
  | { readonly fate: "rejected"; readonly reason: string };

/** The account of one sheet while it is being read. Each non-empty cell has one fate: the last it was given. */
export interface SheetAccount {
  readonly settle: (place: Place, fate: Fate) => void;
  /** Gives a fate to every cell that has none. */
  readonly settleRest: (fate: Fate) => void;
  /** Cells nobody has given a fate; they count as not asked for. */
  readonly unsettled: () => readonly Place[];
  readonly fates: () => readonly { readonly place: Place; readonly fate: Fate }[];
  readonly address: (place: Place) => CellAddress;
}

export const used: Fate = { fate: "used" };
export const ignored = (rule: IgnoreRule): Fate => ({ fate: "ignored", rule });
export const rejected = (reason: string): Fate => ({ fate: "rejected", reason });

export function openAccount(grid: SheetGrid): SheetAccount {
  const places = allFilledPlaces(grid);
  const fates = new Map<number, Fate>();
  const key = ({ row, column }: Place): number => row * grid.columnCount + column;
  return {
    settle: (place, fate) => {
      if (grid.content(place.row, place.column) !== null) fates.set(key(place), fate);
    },
    settleRest: (fate) => {
      for (const place of places) if (!fates.has(key(place))) fates.set(key(place), fate);
    },
    unsettled: () => places.filter((place) => !fates.has(key(place))),
    fates: () =>
      places.map((place) => ({ place, fate: fates.get(key(place)) ?? ignored("not-asked-for") })), // prettier-ignore
    address: ({ row, column }) => grid.address(row, column),
  };
}

export type Totals = Pick<FileLedger, "nonEmpty" | "used" | "ignored" | "rejected">;

/** Adds up the accounts of a file's sheets. */
export function addUp(accounts: readonly SheetAccount[]): Totals {
  let nonEmpty = 0;
  const ignoredCells: Partial<Record<IgnoreRule, number>> = {};
  const rejectedCells: RejectedCell[] = [];
  let usedCells = 0;
  for (const account of accounts)
    for (const { place, fate } of account.fates()) {
      nonEmpty += 1;
      if (fate.fate === "used") usedCells += 1;
      else if (fate.fate === "ignored") ignoredCells[fate.rule] = (ignoredCells[fate.rule] ?? 0) + 1;
      else rejectedCells.push({ at: account.address(place), reason: fate.reason });
    }
  return { nonEmpty, used: usedCells, ignored: ignoredCells, rejected: rejectedCells };
}
