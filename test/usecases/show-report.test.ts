import { readdirSync, readFileSync } from "node:fs";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { buildReport } from "../../src/core/build-report";
import { workReport } from "../../src/definitions/work-report";
import type { CellInput } from "../../src/domain/edit";
import { addressText } from "../../src/domain/cell";
import type { Place } from "../../src/ports/workbook-port";
import { prepareReport } from "../../src/usecases/prepare-report";
import { showReport } from "../../src/usecases/show-report";

// Fifteen schools of the faulty sample county, with the county's own roster: most schools are not in.
const folder = "samples/wenshang-2022";
const read = (path: string, name: string) => readWorkbookFile(readFileSync(path), name);
const prepared = prepareReport({ json: workReport }, read(`${folder}/roster.xlsx`, "roster.xlsx"), {
  workbook: read(`${folder}/parameters.xlsx`, "parameters.xlsx"),
});
if (!prepared.ok) throw new Error(prepared.problem.lines.join("\n"));
const files = readdirSync(`${folder}-dirty/submissions`).sort().slice(0, 15);
const readings = files.map((name) => read(`${folder}-dirty/submissions/${name}`, name));
const report = buildReport({ ...prepared.value, readings, run: 4, at: "2023-01-09T15:12:00" });
const { summary, trace, traceCell } = showReport(prepared.value, report, readings);

const cellAt = ({ role, row, column }: Place): CellInput | undefined => {
  for (const edit of report.edits) if (edit.edit === "put-sheet" && edit.role === role) return edit.rows[row]?.[column];
  return undefined;
};
const shownText = (input: CellInput | undefined): string | undefined => {
  if (input === undefined || input === null) return undefined;
  return "text" in input ? input.text : "number" in input ? String(input.number) : undefined;
};

describe("a report as the pane shows it", () => {
  it("carries the run's stamp and one line per file", () => {
    expect(summary.stamp).toMatchObject({ run: 4, at: "2023-01-09T15:12:00" });
    expect(summary.files.map(({ file }) => file).sort()).toEqual(files);
  });

  it("counts the schools that are in, and names the others", () => {
    const { schoolsExpected, schoolsFiled } = summary.facts;
    expect(schoolsExpected).toBe(167);
    const open = summary.intake.schools.filter(({ due, filed }) => filed < due);
    expect(open).toHaveLength(schoolsExpected - schoolsFiled);
    expect(schoolsFiled).toBeGreaterThan(0);
    expect(schoolsFiled).toBeLessThanOrEqual(15);
  });

  it("lists errors before warnings, and among them those first that change most clauses", () => {
    const ranks = summary.findings.map(
      ({ finding, clauses = 0.5 }) => ["error", "warning", "notice"].indexOf(finding.severity) * 10_000 - clauses,
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(summary.findings[0]?.clauses).toBeGreaterThan(0);
  });

  it("points every placed finding at its own column of our data sheet", () => {
    const placed = summary.findings.filter(
      ({ place, finding }) => place !== undefined && finding.element !== undefined,
    );
    expect(placed.length).toBeGreaterThan(0);
    for (const { finding, place } of placed)
      expect(cellAt({ ...(place as Place), row: 3 })).toEqual({ text: finding.element });
  });

  it("prints a figure that waits for schools as ×× and says for whom", () => {
    const waiting = summary.figures.filter(({ state }) => state === "waiting");
    expect(waiting.length).toBeGreaterThan(0);
    for (const { printed, reasons } of waiting) {
      expect(printed).toContain("××");
      expect(reasons.length).toBeGreaterThan(0);
    }
  });
});

describe("the trace of a figure", () => {
  it("leads to cells of our data sheets that hold what the school filed (every figure, every cell)", () => {
    let cells = 0;
    for (const { key } of summary.figures)
      for (const school of trace(key).schools)
        for (const { place, text, source } of school.cells) {
          cells += 1;
          const held = shownText(cellAt(place));
          if (text !== undefined && source !== undefined && held !== text && Number(held) !== Number(text))
            throw new Error(`${key}: ${addressText(source)} says ${text}, our sheet ${String(held)}`);
        }
    expect(cells).toBeGreaterThan(100);
  });

  it("tells a ratio's formula in words", () => {
    const ratio =
      [...prepared.value.definition.indicators.values()].find(({ denominator }) => denominator !== undefined)?.indicator
        .name ?? "";
    expect(trace(ratio).words).toMatch(/^.+ ÷ .+$/);
  });

  it("writes out the formula of a figure that is ready, down to the printed number", () => {
    const ready = [...report.figures.values()].find(
      ({ value, lineage }) => value.state === "number" && lineage.length > 0,
    );
    const { arithmetic, printed } = trace(ready?.key ?? "");
    expect(arithmetic).toMatch(/^学校代码填报个数 \d+ = /u);
    expect(arithmetic?.endsWith(printed)).toBe(true);
  });

  it("leads back from its cells to the figure, from the school's cell as from ours (every fiftieth)", () => {
    const steps = summary.figures.flatMap(({ key }) =>
      trace(key).schools.flatMap(({ cells }) =>
        cells.flatMap(({ source, place }) => (source ? [{ key, source, place }] : [])),
      ),
    );
    const tried = steps.filter((_, index) => index % 50 === 0);
    expect(tried.length).toBeGreaterThan(10);
    for (const { key, source, place } of tried) {
      const back = traceCell(source);
      expect(back?.figures.map((figure) => figure.key)).toContain(key);
      expect(traceCell({ ...place, role: place.role ?? "" })).toEqual(back);
    }
  });

  it("refuses a figure the report does not have", () => {
    expect(() => trace("没有的指标")).toThrow("没有的指标");
  });
});
