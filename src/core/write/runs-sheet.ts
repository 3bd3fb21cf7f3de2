import type { RunStamp, SheetEdit } from "../../domain/edit";
import { framedSheet, number, tabColors, text, type FramedColumn } from "./sheet-frame";
import { stampText, type WriteInput } from "./write-input";

const columns: readonly FramedColumn[] = [
  { header: "轮次", width: 6 },
  { header: "时间", width: 18 },
  { header: "方案", width: 28 },
  { header: "方案指纹", width: 20 },
  { header: "校数", width: 8 },
  { header: "文件数", width: 8 },
  { header: "指标数", width: 8 },
  { header: "暂缺", width: 8 },
  { header: "输入指纹", width: 20 },
];

/** 运行记录: what this run was made from, so that it can be made again. */
export function runsSheet(input: WriteInput, stamp: RunStamp): SheetEdit {
  const figures = [...input.figures.values()];
  return framedSheet({
    role: "runs",
    name: "运行记录",
    tabColor: tabColors.ground,
    title: "运行记录",
    stamp: stampText(input),
    note: "输入相同，两次运行的指纹相同，结果也逐格相同。",
    columns,
    rows: [
      [
        number(stamp.run),
        text(stamp.at),
        text(stamp.definition),
        text(stamp.definitionDigest),
        number(input.collection.schools.length),
        number(input.collection.ledger.length),
        number(figures.length),
        number(figures.filter(({ value }) => value.state === "withheld").length),
        text(stamp.inputDigest),
      ],
    ],
    frozenColumns: 1,
    table: "t_runs",
  });
}
