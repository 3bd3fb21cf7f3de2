import type { SheetEdit } from "../../domain/edit";
import type { FileLedger } from "../../domain/ledger";
import type { School } from "../../domain/school";
import {
  framedSheet,
  number,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
  type FramedColumn,
} from "./sheet-frame";
import { allFindings, stampText, type WriteInput } from "./write-input";

const columns: readonly FramedColumn[] = [
  { header: "学校代码", width: 14 },
  { header: "学校名称", width: 24 },
  { header: "应报表", width: 8 },
  { header: "已报表", width: 8 },
  { header: "状态", width: 12 },
  { header: "源文件", width: 32 },
  { header: "非空格", width: 8 },
  { header: "采用", width: 8 },
  { header: "略过", width: 8 },
  { header: "未采用", width: 8 },
  { header: "错误", width: 8 },
  { header: "警告", width: 8 },
  { header: "备注", width: 44, style: "wrap" },
];

/** 收表台账: what each school owes, what came, and what became of every cell of every file. */
export function intakeSheet(input: WriteInput): SheetEdit {
  const accounts = schoolAccounts(input);
  const ownFiles = new Set(accounts.flatMap(({ files }) => files));
  const otherFiles = input.collection.ledger.filter(({ file }) => !ownFiles.has(file));
  return framedSheet({
    role: "log",
    name: "收表台账",
    tabColor: tabColors.work,
    title: "收表台账",
    stamp: stampText(input),
    note: "每所应报学校一行，其后是不属于单独一所学校的文件。非空格＝采用＋略过＋未采用。",
    columns,
    rows: [...accounts.map((account) => schoolRow(account)), ...otherFiles.map((ledger) => fileRow(ledger))],
    frozenColumns: 2,
    table: "t_log",
  });
}

interface SchoolAccount {
  readonly school: School;
  readonly expected: number;
  readonly filed: number;
  readonly files: readonly string[];
  readonly ledgers: readonly FileLedger[];
  readonly errors: number;
  readonly warnings: number;
}

function schoolAccounts(input: WriteInput): readonly SchoolAccount[] {
  const { collection } = input;
  const [expected, filed] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const files = new Map<string, Set<string>>();
  for (const { form, rows } of collection.tables.values())
    for (const row of rows) {
      into(expected, row.school.code, form);
      if (row.filed) into(filed, row.school.code, form);
    }
  for (const { school, file } of collection.ledger) if (school !== undefined) into(files, school, file);
  const ledgers = new Map(collection.ledger.map((ledger) => [ledger.file, ledger]));
  const findings = allFindings(input);
  const count = (code: string, severity: "error" | "warning"): number =>
    findings.filter((finding) => finding.school === code && finding.severity === severity).length;
  return collection.schools.map((school) => ({
    school,
    expected: expected.get(school.code)?.size ?? 0,
    filed: filed.get(school.code)?.size ?? 0,
    files: [...(files.get(school.code) ?? [])],
    ledgers: [...(files.get(school.code) ?? [])].flatMap((file) => ledgers.get(file) ?? []),
    errors: count(school.code, "error"),
    warnings: count(school.code, "warning"),
  }));
}

function into(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}

function schoolRow({
  school,
  expected,
  filed,
  files,
  ledgers,
  errors,
  warnings,
}: SchoolAccount): readonly FramedCell[] {
  return [
    text(school.code),
    text(school.name),
    number(expected),
    number(filed),
    schoolState(expected, filed, errors),
    optionalText(files.join("；")),
    ...accountCells(ledgers),
    number(errors),
    number(warnings),
    optionalText(remarks(ledgers)),
  ];
}

function schoolState(expected: number, filed: number, errors: number): FramedCell {
  if (expected === 0) return text("不应报");
  if (filed === 0) return styled(text("未报"), "error");
  if (filed < expected) return styled(text("部分已报"), "warning");
  return errors > 0 ? styled(text("有错误"), "warning") : styled(text("已报"), "ready");
}

const fileStates: Readonly<Record<FileLedger["state"], FramedCell>> = {
  accepted: text("已采用"),
  "partly-accepted": styled(text("部分采用"), "warning"),
  rejected: styled(text("未采用"), "error"),
};

const fileRow = (ledger: FileLedger): readonly FramedCell[] => [
  null,
  null,
  null,
  null,
  fileStates[ledger.state],
  text(ledger.file),
  ...accountCells([ledger]),
  null,
  null,
  optionalText(remarks([ledger])),
];

function accountCells(ledgers: readonly FileLedger[]): readonly FramedCell[] {
  if (ledgers.length === 0) return [null, null, null, null];
  const sum = (of: (ledger: FileLedger) => number): FramedCell =>
    number(ledgers.reduce((total, ledger) => total + of(ledger), 0));
  return [
    sum(({ nonEmpty }) => nonEmpty),
    sum(({ used }) => used),
    sum(({ ignored }) => Object.values(ignored).reduce((total, cells) => total + cells, 0)),
    sum(({ rejected }) => rejected.length),
  ];
}

const remarks = (ledgers: readonly FileLedger[]): string =>
  [...new Set(ledgers.flatMap(({ remark }) => remark ?? []))].join("；");
