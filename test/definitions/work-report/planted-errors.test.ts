import { readFileSync } from "node:fs";
import { join } from "node:path";
import { a1, type CellAddress } from "../../../src/domain/cell";
import type { Finding } from "../../../src/domain/finding";
import { readCounty, reportOf } from "../../support/sample-county";

interface Planted {
  readonly kind: string;
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly expected?: string;
  readonly rule?: string;
}

const county = readCounty("wenshang-2022-dirty");
const { planted } = JSON.parse(readFileSync(join(county.folder, "planted.json"), "utf8")) as {
  planted: readonly Planted[];
};

describe("a county whose schools made mistakes", () => {
  const report = reportOf(county);
  const findings: readonly Finding[] = [...report.collection.findings, ...report.confrontation.findings];

  const places = ({ at, alsoAt = [] }: Finding): readonly CellAddress[] => [...(at ? [at] : []), ...alsoAt];
  const isIn = (finding: Finding, file: string): boolean => {
    const school = county.schools.find(({ code }) => code === finding.school);
    return (
      finding.file === file || places(finding).some((at) => at.file === file) || `${school?.name ?? ""}.xlsx` === file
    );
  };
  const isAt = (finding: Finding, { sheet, cell }: Planted): boolean =>
    cell === undefined || places(finding).some((at) => at.sheet === sheet && a1(at.row, at.column) === cell);

  it.each(planted.filter(({ expected }) => expected !== undefined).map((error) => [error.kind, error] as const))(
    "%s is found where it stands",
    (_, error) => {
      const found = findings.filter(
        (finding) =>
          isIn(finding, error.file) &&
          finding.code === error.expected &&
          (error.rule === undefined || finding.rule === error.rule),
      );
      expect(found.filter((finding) => isAt(finding, error))).not.toEqual([]);
    },
  );

  it.each(planted.filter(({ expected }) => expected === undefined).map((oddity) => [oddity.kind, oddity] as const))(
    "%s is read without a finding",
    (_, oddity) => {
      expect(findings.filter((finding) => isIn(finding, oddity.file))).toEqual([]);
    },
  );

  it("finds nothing in the schools that made none", () => {
    const files = new Set(planted.map(({ file }) => file));
    expect(findings.filter((finding) => ![...files].some((file) => isIn(finding, file)))).toEqual([]);
  });

  it("prints no figure that leans on a school that did not file", () => {
    expect(report.figures.get("在校生数")?.value.state).toBe("withheld");
  });
});
