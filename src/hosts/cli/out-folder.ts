import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/**
 * Puts files into a folder, all or none: they are first written beside it and then moved. Files of the same names
 * are replaced, others stay.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [name, content] of files) writeFileSync(join(draft, name), content);
    mkdirSync(target, { recursive: true });
    for (const name of files.keys()) renameSync(join(draft, name), join(target, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Whether writing into a folder would put files among those the schools sent. */
export function isWithin(folder: string, submissions: string): boolean {
  const path = relative(realpathSync(submissions), realPath(resolve(folder)));
  return path === "" || !(path === ".." || path.startsWith(`..${sep}`) || resolve(path) === path);
}

/** Of a folder that need not be there yet. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path));
