import { a1 } from "../../domain/cell";
import type { ConditionalFormat } from "../../domain/edit";
import type { CellRange } from "../../domain/snapshot";
import { excelString } from "../../formula/excel-spelling";
import { marks, statusHead } from "./entry-status";
import { cellsAbout } from "./rule-verdict";
import { noteRows, type WorkingBlock } from "./working-plan";
import { ruleHead } from "./workings-sheet";

/**
 * Entries turn red or amber while 校验 in their row says something about them. The formulas look at the 校验 cell of
 * the same sheet and at nothing else, as conditional formats should.
 */
export function checkFormats(block: WorkingBlock, live: ReadonlySet<string>): readonly ConditionalFormat[] {
  const { sheet, rules } = block;
  const says = (row: number, head: string): string =>
    `=ISNUMBER(FIND(${excelString(head)},$${a1(row, sheet.checkColumn)}))`;
  const format = (range: CellRange, head: string, style: ConditionalFormat["style"]): ConditionalFormat => ({
    range,
    formula: says(range.top, head),
    style,
  });
  const rows = noteRows(sheet);
  const notes: CellRange = {
    top: Math.min(...rows),
    bottom: Math.max(...rows) + block.rows - 1,
    left: sheet.checkColumn,
    right: sheet.checkColumn,
  };
  return [
    ...sheet.form.elements.flatMap((element) => {
      const range = sheet.entries.get(element.name);
      return range ? [format(range, statusHead(marks.wrong, element), "error")] : [];
    }),
    ...rules
      .filter(({ rule }) => live.has(rule.id) && rule.severity !== "提示")
      .flatMap((rule) =>
        cellsAbout(rule.tree, sheet).map((range) =>
          format(range, ruleHead(rule), rule.rule.severity === "错误" ? "error" : "warning"),
        ),
      ),
    format(notes, marks.wrong, "error"),
    format(notes, marks.doubtful, "warning"),
    format(notes, marks.blank, "warning"),
    format(notes, marks.fine, "ready"),
  ];
}
