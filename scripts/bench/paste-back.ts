import { decimalText, fraction } from "../../src/domain/exact";
import { checkText } from "../../src/core/check-text/check-text";
import { readProse } from "../../src/core/read-prose/read-prose";
import { county } from "./paste-back/county";
import { faultKinds } from "./paste-back/faults";
import { harmlessEdits } from "./paste-back/harmless";
import { isAlarm, measure, randomFrom, withoutVerdict } from "./paste-back/measure";

/**
 * Plants faults of every kind into the county's report, pastes them back and counts how many are found, and how often a
 * sound number is said to be wrong. `npm run bench:paste-back -- [faults of a kind] [seed] [part of a kind's name to see what is missed]`
 */
const [perKind = 500, seed = 1] = process.argv.slice(2, 4).map(Number);
const shown = process.argv[4];
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const share = (some: number, all: number): string =>
  all === 0 ? "—" : `${decimalText(fraction(100n * BigInt(some), BigInt(all)), 1, true)}%`;

const report = county();
print("| fault | planted | found | found without the report | alarms elsewhere |");
print("|---|---:|---:|---:|---:|");
for (const kind of faultKinds.filter(({ name }) => shown === undefined || name.includes(shown))) {
  const tally = measure(report, kind, perKind, randomFrom(seed));
  const inside = kind.isInner ? share(tally.foundInside, tally.planted) : "—";
  print(
    `| ${kind.name} | ${String(tally.planted)} | ${share(tally.found, tally.planted)} | ${inside} | ${String(tally.falseAlarms)} |`,
  );
  if (shown !== undefined) for (const missed of new Set(tally.missed)) print(`- missed: ${missed}`);
}
print("");
print("| harmless edit | numbers | false alarms | no source | without verdict |");
print("|---|---:|---:|---:|---:|");
for (const { name, edit } of harmlessEdits) {
  const prose = readProse(edit(report.text));
  const check = checkText(prose, report.report);
  const alarms = check.numbers.filter(isAlarm);
  const sourceless = check.numbers.filter(({ verdict }) => verdict === "no-source").length;
  print(
    `| ${name} | ${String(check.numbers.length)} | ${String(alarms.length)} | ${String(sourceless)} | ${String(withoutVerdict(check, prose.mentions.length))} |`,
  );
  for (const { mention, fault, expected, says } of alarms)
    print(`- ${String(fault)} ${mention.before}${mention.text} → ${expected ?? ""} ${says}`);
}
