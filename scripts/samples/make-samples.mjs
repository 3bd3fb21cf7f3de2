// Writes the folders under samples/: all of them, or those named on the command line.
import { writeCity2021 } from "./city-2021/sample.mjs";
import { writeCityForum2021 } from "./city-forum-2021/sample.mjs";
import { writeDistrict2019 } from "./district-2019/sample.mjs";
import { writeDistrict2023 } from "./district-2023/sample.mjs";
import { writeWenshang } from "./wenshang-2022/sample.mjs";

/** @type {Map<string, () => Promise<void>>} */
const samples = new Map([
  ["wenshang-2022", writeWenshang],
  ["city-2021", writeCity2021],
  ["city-forum-2021", writeCityForum2021],
  ["district-2019", writeDistrict2019],
  ["district-2023", writeDistrict2023],
]);

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : samples.keys()) {
  const write = samples.get(name);
  if (!write) throw new Error(`no sample ${name}; there are ${[...samples.keys()].join(", ")}`);
  await write();
}
