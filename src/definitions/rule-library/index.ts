import betweenTables from "./between-tables.json";
import betweenYears from "./between-years.json";
import codes from "./codes.json";
import completeness from "./completeness.json";
import duplicates from "./duplicates.json";
import format from "./format.json";
import { parseLibraryRules } from "./library-rule.schema";
import type { LibraryRule } from "./library-rule";
import outliers from "./outliers.json";
import withinTable from "./within-table.json";

const files: readonly unknown[] = [
  completeness,
  format,
  codes,
  withinTable,
  betweenTables,
  betweenYears,
  outliers,
  duplicates,
];

/** Every rule of the library by id, in the order of the ministry's list. */
export const ruleLibrary: ReadonlyMap<string, LibraryRule> = new Map(
  files.flatMap(parseLibraryRules).map((rule) => [rule.id, rule]),
);
