import { addressText } from "../../domain/cell";
import type { Finding, Severity } from "../../domain/finding";
import type { DistrictReport } from "../../core/build-report";

/** What a run came to, for the person at the terminal. */
export function summaryLines(
  { collection, confrontation, figures, narrative }: DistrictReport,
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
    `校验：错误${count("error")}，警告${count("warning")}，提示${count("notice")}。`,
    `指标：${String(figures.size)}个，暂缺${String(withheld)}个。`,
    `文稿：${String(clauses.length)}句，可用${String(ready)}句。`,
    `已写入 ${out}`,
  ];
}

/** `名录.xlsx › 名录!A7：…` */
export const findingLine = ({ at, file, message, instruction }: Finding): string =>
  `${at ? `${addressText(at)}：` : file === undefined ? "" : `${file}：`}${message}${instruction}`;
