import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { draftReport } from "../../src/core/build-report";
import type { FileReading } from "../../src/domain/snapshot";
import { collectLastYear } from "../../src/usecases/collect-last-year";
import { prepareReport } from "../../src/usecases/prepare-report";
import { reportText } from "../../src/usecases/report-files";

const folder = join(__dirname, "../../docs/examples/campus-reading");
const read = (path: string): FileReading =>
  readWorkbookFile(readFileSync(join(folder, path)), path.slice(path.lastIndexOf("/") + 1));
const readAll = (path: string): readonly FileReading[] =>
  readdirSync(join(folder, path))
    .sort()
    .map((file) => read(`${path}/${file}`));

describe("the example definition of the guides", () => {
  it("prints its report from its schools' files and last year's", () => {
    const definition: unknown = JSON.parse(readFileSync(join(folder, "definition.json"), "utf8"));
    const prepared = prepareReport({ json: definition }, read("roster.xlsx"), { workbook: read("parameters.xlsx") });
    if (!prepared.ok) throw new Error(prepared.problem.lines.join("\n"));
    const previous = collectLastYear(prepared.value, prepared.value.schools, readAll("previous/submissions"));
    const { narrative } = draftReport({ ...prepared.value, previous, readings: readAll("submissions") });
    expect(reportText(narrative)).toBe(readFileSync(join(folder, "report.txt"), "utf8"));
  });
});
