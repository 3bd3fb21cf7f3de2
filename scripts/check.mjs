// Everything CI runs. Two lanes side by side, one for each core: the reading checks, and the build with the tests on it.
// Each step's output is shown whole when it ends, so that the lanes do not mix.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lanes = [
  ["types", "lint", "imports", "dead-code", "format", "reference:check"],
  ["build", "jest"],
];

function run(step) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", step], { cwd: root, shell: process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("close", (code) => {
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${step} (${seconds} s)`);
      if (code !== 0 || step === "jest") console.log(output.trim());
      resolve(code === 0);
    });
  });
}

/** A failed step does not hide what the next ones have to say, but nothing is tested on a failed build. */
async function runLane(steps) {
  const failed = [];
  for (const step of steps) {
    if (step === "jest" && failed.includes("build")) continue;
    if (!(await run(step))) failed.push(step);
  }
  return failed;
}

const failed = (await Promise.all(lanes.map(runLane))).flat();
if (failed.length > 0) console.log(`failed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
