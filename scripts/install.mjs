// Installs the packages when they are missing or older than the lock file, so that `npm start` and `npm test`
// are all a newcomer has to type.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const marker = `${root}node_modules/.package-lock.json`;
const isCurrent = existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;

if (!isCurrent) {
  console.log("Installing packages (about 1 GB, two to three minutes the first time) …");
  // Not `npm ci`: it insists on lock entries for every platform's optional binaries, which not every registry mirror has.
  // Without saving, install keeps to the lock file and leaves it as it is.
  const { status } = spawnSync("npm", ["install", "--no-save"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exit(status ?? 1);
}
