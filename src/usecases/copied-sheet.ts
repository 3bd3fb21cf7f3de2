import type { CopiedNumber, CopiedSentence, CopyRecord, WrongCopy } from "../domain/copy-record";
import type { SheetEdit } from "../domain/edit";
import type { Finding } from "../domain/finding";
import type { Narrative } from "../domain/narrative";
import type { SheetSnapshot } from "../domain/snapshot";
import { copyDigest } from "../core/copies/record-copy";
import { wrongCopies } from "../core/copies/wrong-copies";
import { framedSheet, number, optionalText, styled, tabColors, text, type FramedCell } from "../core/write/sheet-frame";
import { typedRows, type TypedRow } from "../definitions/casework-rows";
import { numbersText } from "./copied-list";

type Key =
  | "number"
  | "at"
  | "scope"
  | "format"
  | "run"
  | "block"
  | "id"
  | "then"
  | "numbers"
  | "now"
  | "change"
  | "state"
  | "sentTo"
  | "amended"
  | "digest";

interface Column {
  readonly key: Key;
  readonly header: string;
  readonly width: number;
  /** Read back; the others only show. */
  readonly typed: boolean;
}

const kept = (key: Key, header: string, width: number): Column => ({ key, header, width, typed: true });
const shown = (key: Key, header: string, width: number): Column => ({ key, header, width, typed: false });

const columns: readonly Column[] = [
  kept("number", "序号", 6),
  kept("at", "时间", 18),
  kept("scope", "范围", 10),
  kept("format", "格式", 10),
  kept("run", "轮次", 6),
  kept("block", "段号", 10),
  kept("id", "句号", 10),
  kept("then", "当时", 60),
  shown("now", "现在", 60),
  shown("change", "变化", 30),
  shown("state", "状态", 10),
  kept("sentTo", "去向", 20),
  kept("amended", "补改于", 18),
  kept("numbers", "数字", 30),
  kept("digest", "指纹", 18),
];

export const copiedSheetRole = "copies";
const sheetName = "复制账";

/** 复制账: every sentence that left the workbook, as it read then, and as the report reads now. */
export function copiedSheet(ledger: readonly CopyRecord[], narrative: Narrative, stamp: string): SheetEdit {
  const wrong = new Map(wrongCopies(ledger, narrative).map((one) => [one.copy, one]));
  return framedSheet({
    role: copiedSheetRole,
    name: sheetName,
    tabColor: tabColors.work,
    title: sheetName,
    stamp,
    note: "复制出去的每一句：当时怎么写，现在怎么写。“已过期”的要请收到的人改；“去向”可以填，其他列不要改。",
    columns: columns.map(({ key, header, width }) => ({
      header,
      width,
      style: key === "sentTo" ? "input" : "wrap",
    })),
    rows: ledger.flatMap((copy) => copyRows(copy, wrong.get(copy))),
    frozenColumns: 1,
    table: `t_${copiedSheetRole}`,
  });
}

const states = {
  valid: styled(text("仍有效"), "ready"),
  outdated: styled(text("已过期"), "error"),
  gone: styled(text("已不写"), "error"),
  added: styled(text("新增"), "warning"),
  amended: styled(text("已补改"), "grey"),
} as const;

type Cells = Readonly<Partial<Record<Key, FramedCell>>>;

function copyRows(copy: CopyRecord, wrong: WrongCopy | undefined): readonly (readonly FramedCell[])[] {
  const about: Cells = {
    number: number(copy.number),
    at: text(copy.at),
    scope: text(copy.scope),
    format: text(copy.format),
    run: number(copy.run),
    sentTo: optionalText(copy.sentTo),
    amended: optionalText(copy.amended),
    digest: text(copy.digest),
  };
  const changes = new Map(wrong?.changed.map((change) => [change.id, change]));
  const sentences = copy.sentences.map(({ id, block, text: then, numbers }): Cells => {
    const change = changes.get(id);
    return {
      block: text(block),
      id: text(id),
      then: text(then),
      numbers: optionalText(numbers.map(({ slot, text: says }) => slot + says).join("")),
      now: optionalText(copy.amended === undefined ? (change ? change.now : then) : undefined),
      change: optionalText(change && numbersText(change)),
      state:
        copy.amended !== undefined
          ? states.amended
          : !change
            ? states.valid
            : change.now === undefined
              ? states.gone
              : states.outdated,
    };
  });
  // Without 当时 they are not read back: the copy does not hold them.
  const added = (wrong?.changed ?? []).flatMap((change): Cells[] =>
    change.was === undefined ? [{ id: text(change.id), now: optionalText(change.now), state: states.added }] : [],
  );
  return [
    ...sentences.map((cells) => rowOf({ ...about, ...cells })),
    ...added.map((cells) => rowOf({ number: number(copy.number), ...cells })),
  ];
}

const rowOf = (cells: Cells): readonly FramedCell[] => columns.map(({ key }) => cells[key] ?? null);

/** The ledger as it stands on its sheet; copies whose rows were changed or lost are kept, and said. */
export function readCopies(sheet: SheetSnapshot): {
  readonly ledger: readonly CopyRecord[];
  readonly findings: readonly Finding[];
} {
  const rows = typedRows({ sheets: [{ ...sheet, name: sheetName }] }, { sheet: sheetName, columns });
  const copies = new Map<number, TypedRow<Key>[]>();
  for (const row of rows) {
    if (row.text("then") === "") continue;
    const key = Number(row.text("number"));
    const own = copies.get(key) ?? [];
    own.push(row);
    copies.set(key, own);
  }
  const read = [...copies].map(([key, own]) => readCopy(key, own));
  return { ledger: read.map(({ copy }) => copy), findings: read.flatMap(({ findings }) => findings) };
}

function readCopy(
  copyNumber: number,
  rows: readonly TypedRow<Key>[],
): { readonly copy: CopyRecord; readonly findings: readonly Finding[] } {
  const first = (key: Key): string => rows.find((row) => row.text(key) !== "")?.text(key) ?? "";
  const [sentTo, amended] = [first("sentTo"), first("amended")];
  const copy: CopyRecord = {
    number: copyNumber,
    at: first("at"),
    run: Number(first("run")),
    scope: first("scope"),
    format: first("format") === "纯文本" ? "纯文本" : "公文格式",
    sentences: rows.map(readSentence),
    digest: first("digest"),
    ...(sentTo !== "" && { sentTo }),
    ...(amended !== "" && { amended }),
  };
  const altered = copyDigest(copy) !== copy.digest;
  const fault = rows[0]?.fault(
    "then",
    `第${String(copyNumber)}次复制的记录被改过或少了行，和复制时的文字对不上。`,
    "不要改复制账；没有把握就重新复制一次。",
  );
  return { copy, findings: altered && fault ? [{ ...fault, severity: "warning" }] : [] };
}

const readSentence = (row: TypedRow<Key>): CopiedSentence => ({
  id: row.text("id"),
  block: row.text("block"),
  text: row.text("then"),
  numbers: readNumbers(row.text("numbers")),
});

/** `{在园幼儿数}10000人{公办率}66.08%`: neither a slot nor what it prints holds braces of its own. */
const readNumbers = (cell: string): readonly CopiedNumber[] =>
  Array.from(cell.matchAll(/(\{[^}]*\})([^{]*)/gu), ([, slot = "", says = ""]) => ({ slot, text: says }));
