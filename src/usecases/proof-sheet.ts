import { a1 } from "../domain/cell";
import type { CellInput, SheetEdit } from "../domain/edit";
import { exactText, toNumber, type Exact } from "../domain/exact";
import type { CalculationProof, FigureProof, ProofCell, ProofRow, ProofTerm } from "../domain/proof";
import type { DistrictReport } from "../core/build-report";
import { figureProver } from "../core/prove/proof-of-figure";
import { clauseProofs, provedFigures } from "../core/prove/proof-of-clauses";
import { framedSheet, optionalText, styled, tabColors, text, type FramedCell } from "../core/write/sheet-frame";
import { withheldTexts } from "../core/write/withheld-text";
import { stampText } from "../core/write/write-input";
import type { PreparedReport } from "./prepare-report";
import { proofSubject } from "./trace-proof";

/** 核算单: as a sheet of its own, and as what the document is made of. */
export interface ProofSheet {
  readonly sheet: SheetEdit;
  readonly proof: CalculationProof;
}

type ProvedReport = Pick<DistrictReport, "collection" | "confrontation" | "figures" | "lastYear" | "narrative"> & {
  readonly edits: DistrictReport["edits"];
};

/** The calculation of every number of some sentences; of the whole report when none are named. */
export function proofSheet(
  { definition, parameters }: PreparedReport,
  report: ProvedReport,
  clauses?: readonly string[],
): ProofSheet {
  const wanted = clauses && new Set(clauses);
  const proved = clauseProofs(report.narrative, parameters).filter(({ id }) => wanted?.has(id) ?? true);
  const stamp = report.edits.find((edit) => edit.edit === "stamp")?.stamp;
  const proof: CalculationProof = {
    title: `${definition.source.title}核算单`,
    stamp: stamp ? stampText({ definition, run: stamp.run, at: stamp.at }) : definition.source.period,
    clauses: proved,
    figures: provedFigures(proved, figureProver(proofSubject(definition, report, parameters))),
  };
  return { sheet: sheetOf(proof, new Map(report.collection.schools.map(({ code, name }) => [code, name]))), proof };
}

const columns = [
  { header: "句号", width: 10 },
  { header: "句子", width: 44, style: "wrap" },
  { header: "数", width: 16, style: "wrap" },
  { header: "指标", width: 24, style: "wrap" },
  { header: "公式", width: 50, style: "wrap" },
  { header: "分子", width: 14 },
  { header: "分母", width: 14 },
  { header: "部分", width: 8 },
  { header: "分项", width: 28, style: "wrap" },
  { header: "分项值", width: 16, style: "wrap" },
  { header: "学校", width: 22 },
  { header: "值", width: 12 },
  { header: "要素", width: 16 },
  { header: "填报", width: 14 },
  { header: "文件", width: 28 },
  { header: "工作表", width: 14 },
  { header: "单元格", width: 10 },
  { header: "备注", width: 40, style: "wrap" },
] as const;

type Cells = Readonly<Partial<Record<(typeof columns)[number]["header"], FramedCell>>>;

function sheetOf(proof: CalculationProof, schools: ReadonlyMap<string, string>): SheetEdit {
  return framedSheet({
    role: "proof",
    name: "核算单",
    tabColor: tabColors.ground,
    title: proof.title,
    stamp: proof.stamp,
    note: "每句每个数由哪些学校的哪几格算出：同一分项各行的“值”相加就是“分项值”，各分项按公式算就是那个数。一个指标只列一次。",
    columns,
    rows: proofRows(proof, schools).map((cells) => columns.map(({ header }) => cells[header] ?? null)),
    frozenColumns: 1,
    table: "t_proof",
  });
}

function proofRows({ clauses, figures }: CalculationProof, schools: ReadonlyMap<string, string>): readonly Cells[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const listed = new Map<string, string>();
  const figureRows = (key: string, clause: string): readonly Cells[] => {
    const figure = byKey.get(key);
    if (!figure) return [];
    const earlier = listed.get(key);
    if (earlier !== undefined)
      return [{ 指标: text(figure.title), 公式: text(figure.written), 备注: text(`明细见${earlier}`) }];
    listed.set(key, clause);
    const below = figure.terms.flatMap((term) => (term.figure === undefined ? [] : figureRows(term.figure, clause)));
    return [headRow(figure, schools), ...figure.terms.flatMap(termRows), ...below];
  };
  return clauses.flatMap(({ id, text: sentence, numbers }) =>
    numbers.flatMap(({ text: printed, figures: keys, parameters }) => {
      const rows = [
        ...keys.flatMap((key) => figureRows(key, id)),
        ...parameters.map(
          ({ key, value, source }): Cells => ({
            指标: text(`参数 ${key}`),
            分项值: optionalText(value),
            备注: optionalText(source),
          }),
        ),
      ];
      return rows.map(
        (cells, index): Cells => ({
          ...cells,
          句号: text(id),
          ...(index === 0 && { 句子: text(sentence), 数: styled(text(printed), "total") }),
        }),
      );
    }),
  );
}

function headRow(figure: FigureProof, schools: ReadonlyMap<string, string>): Cells {
  const { coverage, partial, reasons } = figure;
  const remarks = [
    figure.rounding,
    figure.definition,
    ...figure.comparisons.map(({ label, printed, says, source }) =>
      [`${label}${printed}`, says, source].filter((part) => part !== undefined).join("，"),
    ),
    coverage.expected > 0 ? `${String(coverage.counted)}/${String(coverage.expected)}所${partial ? "（含缺报）" : ""}` : undefined, // prettier-ignore
    reasons.length > 0 ? withheldTexts(reasons, schools) : undefined,
  ].filter((part) => part !== undefined);
  return {
    指标: text(figure.title),
    公式: text(figure.written),
    分子: exactCell(figure.numerator),
    分母: exactCell(figure.denominator),
    备注: optionalText(remarks.join("；")),
  };
}

/** Cells hold 15 digits: what is longer stands as text. */
const exactCell = (value: Exact | undefined): CellInput =>
  value === undefined
    ? null
    : String(toNumber(value)) === exactText(value)
      ? { number: toNumber(value), format: "General" }
      : text(exactText(value));

const partNames = { numerator: "分子", denominator: "分母" } as const;

function termRows(term: ProofTerm): readonly Cells[] {
  const about: Cells = {
    部分: text(partNames[term.part]),
    分项: text(term.words),
    分项值: term.value ? exactCell(term.value) : optionalText(term.text),
    ...(term.figure !== undefined && { 备注: text(`指标 ${term.figure}，见下`) }),
    ...(term.parameter !== undefined && { 备注: text(`参数 ${term.parameter}`) }),
  };
  const rows = term.rows.flatMap((row) => schoolRows(term, row));
  return [about, ...rows.map((cells): Cells => ({ ...cells, 部分: about.部分 ?? null, 分项: about.分项 ?? null }))];
}

/** A row of a school: what it brings beside its first cell, the other cells below. */
function schoolRows({ adds }: ProofTerm, { schoolName, counts, cells }: ProofRow): readonly Cells[] {
  const [first, ...others] = cells;
  return [
    { 学校: text(schoolName), ...(adds && { 值: exactCell(counts) }), ...(first && cellColumns(first)) },
    ...others.map((cell): Cells => ({ 学校: text(schoolName), ...cellColumns(cell) })),
  ];
}

const cellColumns = ({ column, text: says, at, remarks }: ProofCell): Cells => ({
  要素: text(column),
  填报: optionalText(says),
  文件: text(at ? (at.file ?? "本工作簿") : "名录"),
  工作表: optionalText(at?.sheet),
  单元格: optionalText(at && a1(at.row, at.column)),
  备注: optionalText(remarks.join("；")),
});
