import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { readDocument } from "../../adapters/docx/read-document";
import { ok, problem, type Result } from "../../domain/result";

/** The text of a .docx or .txt; the problem is what to print. */
export function readText(path: string): Result<string, readonly string[]> {
  if (!existsSync(path)) return problem([`没有找到 ${path}。`]);
  const document = readDocument(readFileSync(path));
  return document.state === "read"
    ? ok(document.text)
    : problem([`${basename(path)} 里没有读到文字。→ 另存为 .docx 或 .txt 再试`]);
}
