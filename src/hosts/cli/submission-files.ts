import { readdirSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { NamedFile } from "./read-pool";

/** Files programs leave beside the ones people save. */
const leftovers = /^(?:~\$|\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/iu;

/** The files of a folder and its folders, in the order of their names; a single file stands for itself. */
export function submissionFiles(path: string): readonly NamedFile[] {
  if (!statSync(path).isDirectory()) return [{ path, name: basename(path) }];
  return filesBelow(path)
    .map((file) => ({ path: file, name: relative(path, file).split(sep).join("/") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !leftovers.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
    );
