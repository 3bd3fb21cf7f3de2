import { readFileSync } from "node:fs";
import { Application } from "../../src/excel-stand-in/model/application";
import { ConditionalFormatCollection } from "../../src/excel-stand-in/model/conditional-format";
import { DataValidation } from "../../src/excel-stand-in/model/data-validation";
import { PageLayout } from "../../src/excel-stand-in/model/page-layout";
import { Range } from "../../src/excel-stand-in/model/range";
import { RangeAreas } from "../../src/excel-stand-in/model/range-areas";
import { RangeFormat } from "../../src/excel-stand-in/model/range-format";
import { SettingCollection } from "../../src/excel-stand-in/model/setting";
import { Table, TableCollection } from "../../src/excel-stand-in/model/table";
import { TableColumnCollection } from "../../src/excel-stand-in/model/table-column";
import { Workbook } from "../../src/excel-stand-in/model/workbook";
import { Worksheet } from "../../src/excel-stand-in/model/worksheet";
import { WorksheetCollection } from "../../src/excel-stand-in/model/worksheet-collection";
import { WorksheetCustomPropertyCollection } from "../../src/excel-stand-in/model/worksheet-custom-property";
import { WorksheetFreezePanes } from "../../src/excel-stand-in/model/worksheet-freeze-panes";
import { WorksheetProtection } from "../../src/excel-stand-in/model/worksheet-protection";
import { introducedIn } from "../../src/excel-stand-in/wire/introduced-in";

/** What the real library says about each member, from its own checks. */
const library = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");
const checks = library.matchAll(/_throwIfApiNotSupported\("(\w+\.\w+)", _defaultApiSetName, "1\.(\d+)"/g);
const versions = new Map([...checks].map(([, member = "", minor]) => [member, Number(minor)]));

const classes = {
  Application,
  ConditionalFormatCollection,
  DataValidation,
  PageLayout,
  Range,
  RangeAreas,
  RangeFormat,
  SettingCollection,
  Table,
  TableCollection,
  TableColumnCollection,
  Workbook,
  Worksheet,
  WorksheetCollection,
  WorksheetCustomPropertyCollection,
  WorksheetFreezePanes,
  WorksheetProtection,
};

const members = Object.entries(classes).flatMap(([name, { prototype }]) =>
  Object.getOwnPropertyNames(prototype).map((member) => `${name}.${member}`),
);

it("every member belongs to the version of ExcelApi that the library names", () => {
  const ofLibrary = members.flatMap((member) =>
    (versions.get(member) ?? 1) > 1 ? [[member, versions.get(member)]] : [],
  );
  const ours = members.flatMap((member) => (member in introducedIn ? [[member, introducedIn[member]]] : []));
  expect(ours).toEqual(ofLibrary);
  expect(ours.length).toBeGreaterThan(50);
});

it("no version is given for a member that is not there", () => {
  const named = Object.keys(introducedIn).filter((member) => (member.split(".")[0] ?? "") in classes);
  expect(named.filter((member) => !members.includes(member))).toEqual([]);
});
