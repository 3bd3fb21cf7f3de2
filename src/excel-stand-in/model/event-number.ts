/** The numbers by which the library knows events. */
export const eventNumber = {
  /** Of the whole document; travels another way than the others. */
  documentSelectionChanged: 2,
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  nameChanged: 25,
  protectionChanged: 24,
  visibilityChanged: 26,
  moved: 27,
} as const;

/** The target of events for listeners on the collection of sheets. */
export const wholeWorkbook = "Workbook";
