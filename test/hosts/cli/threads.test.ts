import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { definition } from "../../core/write/small-district";

const root = join(__dirname, "../../..");

/** Runs the program as a person does, with its reading threads. */
function runProgram(...options: readonly string[]): {
  readonly code: number | null;
  readonly findings: readonly { code: string; file?: string }[];
} {
  const home = mkdtempSync(join(tmpdir(), "edustat-threads-"));
  try {
    mkdirSync(join(home, "in"));
    writeFileSync(join(home, "definition.json"), JSON.stringify(definition));
    writeFileSync(join(home, "roster.csv"), "学校代码,学校名称,乡镇,办别\n0001,城关幼儿园,城关,公办\n");
    writeFileSync(
      join(home, "in", "幼儿园.csv"),
      "学校代码,学校名称,幼儿数,女童,面积,经费,课程\n0001,城关幼儿园,180,90,900.5,12.5,美术\n",
    );
    writeFileSync(join(home, "in", "损坏.xlsx"), new Uint8Array([0x50, 0x4b, 3, 4]));
    const sources = [
      "--definition",
      "definition.json",
      "--roster",
      "roster.csv",
      "--submissions",
      "in",
      "--out",
      "out",
    ];
    const entry = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "src/hosts/cli/main-entry.ts"), "report"];
    const { status, stderr } = spawnSync(process.execPath, [...entry, ...sources, ...options], {
      cwd: home,
      encoding: "utf8",
    });
    if (status !== 0 && status !== 1) throw new Error(stderr);
    const { findings } = JSON.parse(readFileSync(join(home, "out", "findings.json"), "utf8")) as {
      findings: { code: string; file?: string }[];
    };
    return { code: status, findings };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

describe("reading in threads", () => {
  it("reads what can be read and names what cannot", () => {
    const { code, findings } = runProgram();
    expect([code, findings.map((finding) => [finding.code, finding.file])]).toEqual([
      1,
      [["file-unreadable", "损坏.xlsx"]],
    ]);
  }, 60_000);

  it("gives up files that take too long, and still writes the report", () => {
    const { code, findings } = runProgram("--timeout", "0.001");
    expect(code).toBe(1);
    expect(findings.filter((finding) => finding.code === "file-unreadable").map(({ file }) => file)).toEqual([
      "幼儿园.csv",
      "损坏.xlsx",
    ]);
  }, 60_000);
});
