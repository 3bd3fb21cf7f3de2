import type { WorkbookEdit } from "../../domain/edit";
import type { CompiledForm } from "../../definitions/compiled";
import { calcSheet, verdictCell } from "./calc-sheet";
import { caseworkSheets } from "./casework-sheets";
import { changesSheet } from "./changes-sheet";
import { dataSheetEdit, type FormulaColumn } from "./data-sheet";
import { dataSheetPlaces } from "./data-sheet-places";
import { figuresSheet } from "./figures-sheet";
import { findingsSheet } from "./findings-sheet";
import { groupsSheet } from "./groups-sheet";
import { intakeSheet } from "./intake-sheet";
import { parametersSheet } from "./parameters-sheet";
import { runStamp } from "./run-stamp";
import { runsSheet } from "./runs-sheet";
import { secondRoute, type SecondRoute } from "./second-route";
import { textSheet } from "./text-sheet";
import { columnKey } from "./workbook-spelling";
import type { WriteInput } from "./write-input";

/** The sheets of a report, in the order they stand in, and last the stamp: what has no stamp is not complete. */
export function write(input: WriteInput): readonly WorkbookEdit[] {
  const places = dataSheetPlaces(input.definition, input.collection);
  const stamp = runStamp(input);
  const groups = groupsSheet(input);
  const changes = changesSheet(input);
  const route = secondRoute(input, places);
  const dataSheets = [...input.definition.forms.values()].flatMap((form) => {
    const [sheet, table] = [places.sheets.get(form.form.name), input.collection.tables.get(form.form.name)];
    return sheet && table ? [dataSheetEdit(input, form, sheet, table, formulaColumns(form, route))] : [];
  });
  return [
    intakeSheet(input),
    findingsSheet(input, places),
    ...caseworkSheets(input),
    figuresSheet(input, (figure) => verdictCell(route, figure)),
    ...(groups ? [groups] : []),
    ...(changes ? [changes] : []),
    textSheet(input),
    parametersSheet(input),
    ...dataSheets,
    calcSheet(input, route),
    runsSheet(input, stamp),
    { edit: "stamp", stamp },
  ];
}

/** 派生 fields, then the 核算列, as they stand right of the data. */
function formulaColumns({ form, derived }: CompiledForm, route: SecondRoute): readonly FormulaColumn[] {
  const fields = [...derived.keys()].map((field): FormulaColumn => {
    const formula = route.derived.get(columnKey(form.name, field));
    return { header: field, ...(formula !== undefined && { formula }) };
  });
  return [
    ...fields,
    ...route.helpers.of(form.name).map(({ name, rowFormula }) => ({ header: name, formula: rowFormula })),
  ];
}
