// Writes the folders under samples/: all of them, or those named on the command line.
import { writeWenshang } from "./wenshang-2022/sample.mjs";

/** @type {Map<string, () => Promise<void>>} */
const samples = new Map([["wenshang-2022", writeWenshang]]);

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : samples.keys()) {
  const write = samples.get(name);
  if (!write) throw new Error(`no sample ${name}; there are ${[...samples.keys()].join(", ")}`);
  await write();
}
