import { readFileSync } from "node:fs";
import { join } from "node:path";
import { a1, type CellAddress } from "../../../src/domain/cell";
import type { Finding } from "../../../src/domain/finding";
import { readSample, draftOf } from "../../support/sample-county";

interface Planted {
  readonly kind: string;
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly expected?: string;
  readonly rule?: string;
}

const county = readSample("wenshang-2022-dirty");
const { planted } = JSON.parse(readFileSync(join(county.folder, "planted.json"), "utf8")) as {
  planted: readonly Planted[];
};

describe("a county whose schools made mistakes", () => {
  const report = draftOf(county);
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
    "%s is read, with at most a notice of how it is written",
    (_, oddity) => {
      const found = findings.filter((finding) => isIn(finding, oddity.file));
      expect(found.filter(({ code, severity }) => code !== "cell-text-number" || severity !== "notice")).toEqual([]);
    },
  );

  it("finds nothing in the schools that made none", () => {
    const files = new Set(planted.map(({ file }) => file));
    expect(findings.filter((finding) => ![...files].some((file) => isIn(finding, file)))).toEqual([]);
  });

  it("finds, in the schools that made some, only what follows from them", () => {
    const isPlanted = (finding: Finding): boolean =>
      planted.some(
        (error) =>
          isIn(finding, error.file) &&
          finding.code === error.expected &&
          (error.rule === undefined || finding.rule === error.rule) &&
          isAt(finding, error),
      );
    const others = findings.filter((finding) => !isPlanted(finding));
    const named = others.map(({ code, rule, school, file, at }) => {
      const name = county.schools.find((one) => one.code === school)?.name ?? (file ?? at?.file)?.replace(".xlsx", "");
      return `${rule ?? code} ${name?.replace("汶上县", "") ?? ""}`;
    });
    expect(named.sort()).toEqual([
      // A repeated class adds its pupils and itself a second time, and its copied boys and girls no longer add up.
      "BJ-01 义桥镇中心小学",
      "BJ-01 寅寺镇中心小学",
      "BJ-04 寅寺镇中心小学",
      "BJ-05 寅寺镇中心小学",
      // 4000 pupils aided instead of a few hundred.
      "ZZ-03 南站街道中心小学",
      "ZZ-04 南站街道中心小学",
      // Digits in full width and with commas were read, and are said to be text.
      "cell-text-number 第二高级中学",
      "cell-text-number 第六实验小学",
      // The renamed heading itself.
      "header-unknown 次邱镇中心小学",
      // Files that could not be read leave their schools without a report.
      "not-filed 圣泽小学",
      "not-filed 尚书路小学",
      "not-filed 泉河小学",
      "not-filed 第三实验中学",
    ]);
  });

  it("accounts for every non-empty cell of every file", () => {
    for (const { nonEmpty, used, ignored, rejected } of report.collection.ledger)
      expect(used + Object.values(ignored).reduce((sum, count) => sum + count, 0) + rejected.length).toBe(nonEmpty);
    expect(report.collection.ledger).toHaveLength(county.readings.length);
  });

  it("prints no figure that leans on a school that did not file", () => {
    expect(report.figures.get("在校生数")?.value.state).toBe("withheld");
  });
});
