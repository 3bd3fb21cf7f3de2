import { cleanDistrict } from "./slips/district";
import { fatesOf, judged, makeSlips, numberCellCount } from "./slips/measure";
import { slipMakers } from "./slips/slips";

/**
 * Puts slips of every kind into a district without faults, one to a school, and counts how many are found and explained.
 * `npm run bench:slips -- [schools] [slips of a kind] [seed] [part of a kind's name to see each of its slips]`
 */
const [schools = 60, perKind = 50, seed = 1] = process.argv.slice(2, 5).map(Number);
const shown = process.argv[5];
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const share = (some: number, all: number): string => (all === 0 ? "—" : `${String(Math.round((100 * some) / all))}%`);

const district = cleanDistrict(schools, seed);
const cells = numberCellCount(district);
const clean = judged(district, district.collection);
const causes = [...clean.causes.values()].flat().length;
const perThousand = (count: number): string => ((1000 * count) / cells).toPrecision(2);

print("| slip | made | found | true cause first | among the first three | first, of those found |");
print("|---|---:|---:|---:|---:|---:|");
const totals = { made: 0, found: 0, first: 0, three: 0 };
for (const maker of slipMakers.filter(({ name }) => shown === undefined || name.includes(shown))) {
  const fates = fatesOf(district, makeSlips(district, maker, perKind, seed));
  const found = fates.filter(({ isFound }) => isFound).length;
  const first = fates.filter(({ place }) => place === 0).length;
  const three = fates.filter(({ place }) => place !== undefined && place < 3).length;
  totals.made += fates.length;
  totals.found += found;
  totals.first += first;
  totals.three += three;
  const all = fates.length;
  print(
    `| ${maker.name} | ${String(all)} | ${share(found, all)} | ${share(first, all)} | ${share(three, all)} | ${share(first, found)} |`,
  );
  if (shown === undefined) continue;
  for (const { made, isFound, place, causes: proposed, findings } of fates) {
    const typed = made.typed.map(({ cell, content }) => `${cell.form} ${cell.element.name}[${String(cell.row)}] ${String(content)}`);
    print(`- ${isFound ? "found" : "not found"} ${place === undefined ? "" : String(place + 1)} ${typed.join(", ")}`);
    for (const finding of findings) print(`    ${finding.rule ?? finding.code} ${finding.message}`);
    for (const cause of proposed) print(`    → ${cause.slip} ${cause.says}`);
  }
} // prettier-ignore
const { made, found, first, three } = totals;
print(
  `| all | ${String(made)} | ${share(found, made)} | ${share(first, made)} | ${share(three, made)} | ${share(first, found)} |`,
);
print("");
print(`Clean district: ${String(schools)} schools, ${String(cells)} number cells.`);
print(
  `False alarms per 1,000 clean cells: findings ${perThousand(clean.findings.length)}, causes ${perThousand(causes)}.`,
);
