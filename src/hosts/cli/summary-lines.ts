import { addressText } from "../../domain/cell";
import { isCasework, type Finding, type Severity } from "../../domain/finding";
import type { RuleRemark } from "../../domain/rule-remark";
import type { DistrictReport } from "../../core/build-report";

/** What a run came to, for the person at the terminal. */
export function summaryLines(
  { collection, confrontation, figures, narrative }: DistrictReport,
  remarks: readonly RuleRemark[],
  out: string,
): readonly string[] {
  const rows = [...collection.tables.values()].flatMap((table) => table.rows);
  const expected = new Set(rows.map(({ school }) => school.code));
  const lacking = new Set(rows.filter(({ filed }) => !filed).map(({ school }) => school.code));
  const refused = collection.ledger.filter(({ state }) => state === "rejected").length;
  const findings = [...collection.findings, ...confrontation.findings];
  const count = (severity: Severity): string =>
    String(findings.filter((finding) => finding.severity === severity).length);
  const withheld = [...figures.values()].filter(({ value }) => value.state === "withheld").length;
  const clauses = narrative.blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
  const ready = clauses.filter(({ readiness }) => readiness === "ready").length;
  return [
    `收表：应报${String(expected.size)}所，报齐${String(expected.size - lacking.size)}所；文件${String(collection.ledger.length)}个，未采用${String(refused)}个。`,
    `校验：错误${count("error")}，警告${count("warning")}${answered(findings)}，提示${count("notice")}。`,
    ...remarks.filter(({ kind }) => kind !== "redundant").map(remarkLine),
    `指标：${String(figures.size)}个，暂缺${String(withheld)}个。`,
    `文稿：${String(clauses.length)}句，可用${String(ready)}句。`,
    ...(narrative.notices ?? []).map(({ clause, message }) => `留意（${clause}）：${message}`),
    `已写入 ${out}`,
  ];
}

/** A rule that cannot work is no pass: whoever reads 错误0 has to know. */
export const remarkLine = ({ form, message, instruction }: RuleRemark): string =>
  `规则（${form}）：${message}。${instruction}。`;

/** Every warning waits for somebody to answer for it. */
function answered(findings: readonly Finding[]): string {
  const warnings = findings.filter((finding) => finding.severity === "warning" && !isCasework(finding));
  const open = warnings.filter(({ explained }) => explained === undefined).length;
  return warnings.length === 0 ? "" : `（已说明${String(warnings.length - open)}，要说明${String(open)}）`;
}

/** `名录.xlsx › 名录!A7：…` */
export const findingLine = ({ at, file, message, instruction }: Finding): string =>
  `${at ? `${addressText(at)}：` : file === undefined ? "" : `${file}：`}${message}${instruction}`;
