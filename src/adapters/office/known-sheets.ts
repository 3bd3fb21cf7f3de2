/** Marks a worksheet as ours and says which one it is; survives renaming, moving and colouring. */
export const roleKey = "edustat.role";

export interface KnownSheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly isProtected: boolean;
  /** Absent for the user's own sheets. */
  readonly role?: string;
  readonly tables: readonly string[];
}

/** All worksheets of the workbook, in order. Two requests, however many there are. */
export async function knownSheets(context: Excel.RequestContext): Promise<readonly KnownSheet[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name,items/visibility");
  await context.sync();
  const looked = sheets.items.map((sheet) => {
    const role = sheet.customProperties.getItemOrNullObject(roleKey);
    role.load("value");
    sheet.protection.load("protected");
    sheet.tables.load("items/name");
    return { sheet, role };
  });
  await context.sync();
  return looked.map(({ sheet, role }) => ({
    name: sheet.name,
    isVisible: sheet.visibility === Excel.SheetVisibility.visible,
    isProtected: sheet.protection.protected,
    ...(!role.isNullObject && { role: role.value }),
    tables: sheet.tables.items.map(({ name }) => name),
  }));
}
