import { writeProofDocument } from "../../adapters/docx/write-proof-document";
import { writeWorkbookFile } from "../../adapters/xlsx/write-workbook-file";
import { draftReport } from "../../core/build-report";
import { proofSheet } from "../../usecases/proof-sheet";
import type { RunCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readRunInputs } from "./run-inputs";
import type { ExitCode, Terminal } from "./terminal";

/** Writes 核算单: for every number of the report the formula with its values, and the schools' cells. */
export async function proofCommand(command: RunCommand, terminal: Terminal): Promise<ExitCode> {
  const inputs = await readRunInputs(command, terminal);
  if (!inputs.ok) {
    inputs.problem.forEach(terminal.complain);
    return 2;
  }
  const { prepared, readings } = inputs.value;
  const { sheet, proof } = proofSheet(prepared, { ...draftReport({ ...prepared, readings }), edits: [] });
  writeFolder(
    command.out,
    new Map([
      ["proof.xlsx", await writeWorkbookFile([sheet])],
      ["proof.docx", await writeProofDocument(proof)],
    ]),
  );
  terminal.print(`核算单：${String(proof.clauses.length)}句，${String(proof.figures.length)}个指标。`);
  terminal.print(`已写入 ${command.out}`);
  return 0;
}
