import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import { mayBeLeftOut } from "./filing";
import { headerMissing } from "./finding-words";
import type { RecognisedSheet } from "./recognise-form";
import type { SheetGrid } from "./sheet-grid";
import type { ElementFault } from "./table-header";
import { sheetOf } from "./words";
import { labelGone } from "./workbook-words";

/**
 * Elements of the form that were not found on the sheet, or not with certainty. One that is gone was taken off the form,
 * unless something stands there that nobody asked for (`hasStrangers`): then it may go by another name.
 */
export function headerFindings(
  grid: SheetGrid,
  { form, layout }: RecognisedSheet,
  school: School | undefined,
  hasStrangers: boolean,
): readonly Finding[] {
  const faults = layout.kind === "table" ? layout.header.faults : layout.kind === "card" ? layout.card.faults : [];
  const told = faults.filter(
    ({ why, like, element }) => why !== "absent" || like !== undefined || !mayBeLeftOut(element),
  );
  return told.map((fault) => {
    const { element, like } = fault;
    const at = layout.kind === "table" ? grid.address(layout.header.bottom, fault.columns[0] ?? 0) : grid.address(grid.top, 0); // prettier-ignore
    const isGone = fault.why === "absent" && like === undefined && !hasStrangers;
    return {
      code: isGone ? "table-changed" : "header-missing",
      form: form.form.name,
      element: element.name,
      ...(school && { school: school.code }),
      at,
      ...(isProposal(fault) && { found: like }),
      ...(isGone ? labelGone(sheetOf(at), element.name, element.required) : headerMissing(at, fault)),
    };
  });
}

const isProposal = (fault: ElementFault): fault is ElementFault & { readonly like: string } =>
  fault.why === "absent" && fault.like !== undefined;
