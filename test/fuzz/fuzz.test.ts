import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { collect } from "../../src/core/collect/collect";
import type { WorkbookSnapshot } from "../../src/domain/snapshot";
import { dishonesties } from "../odd/honest-collection";
import { definition, schools } from "../odd/odd-district";
import { chance } from "./chance";
import { mutatedCells } from "./mutated-cells";
import { mutatedFile } from "./mutated-file";

const rounds = Number(process.env["FUZZ_ROUNDS"] ?? 300);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);
const slowestAllowed = 10_000;

const folder = join(__dirname, "../fixtures/odd");
const corpus = readdirSync(folder)
  .filter((name) => name !== "catalogue.json")
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  .filter(({ bytes }) => bytes.length > 0);

interface Tally {
  readonly outcomes: Map<string, number>;
  readonly faults: string[];
  slowest: { readonly milliseconds: number; readonly round: string };
}

const newTally = (): Tally => ({ outcomes: new Map(), faults: [], slowest: { milliseconds: 0, round: "" } });

/** What comes of one round, its time and everything that is wrong with it. */
function observe(
  tally: Tally,
  round: string,
  act: () => { readonly outcome: string; readonly faults: readonly string[] },
): void {
  const before = performance.now();
  try {
    const { outcome, faults } = act();
    tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
    tally.faults.push(...faults.map((fault) => `${round}: ${fault}`));
  } catch (thrown) {
    tally.faults.push(`${round}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  }
  const milliseconds = performance.now() - before;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, round };
}

const faultsOf = (workbook: WorkbookSnapshot): readonly string[] =>
  dishonesties(collect(definition, schools, [{ state: "read", workbook }]), workbook);

function report(what: string, { outcomes, slowest }: Tally): void {
  if (process.env["FUZZ_ROUNDS"] === undefined) return;
  const counts = [...outcomes].map(([outcome, count]) => `${outcome} ${String(count)}`).join(", ");
  process.stdout.write(
    `${what}: ${counts}; slowest ${String(Math.trunc(slowest.milliseconds))} ms (${slowest.round})\n`,
  );
}

// The library complains aloud of records it does not know.
beforeAll(() => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterAll(() => {
  jest.restoreAllMocks();
});

it(`${String(rounds)} damaged files are read or refused, and every cell is accounted for`, () => {
  const tally = newTally();
  for (let seed = firstSeed; seed < firstSeed + rounds; seed += 1) {
    const luck = chance(seed);
    const { name, bytes } = luck.pick(corpus);
    observe(tally, `seed ${String(seed)} of ${name}`, () => {
      const reading = readWorkbookFile(mutatedFile(bytes, luck), name);
      return reading.state === "read"
        ? { outcome: "read", faults: faultsOf(reading.workbook) }
        : { outcome: reading.why, faults: [] };
    });
  }
  report("files", tally);
  expect(tally.faults).toEqual([]);
  expect(tally.slowest.milliseconds).toBeLessThan(slowestAllowed);
}, 3_600_000);

it(`${String(rounds)} workbooks with changed cells are collected, and no text becomes a number`, () => {
  const tally = newTally();
  const workbooks = corpus.flatMap(({ name, bytes }) => {
    const reading = readWorkbookFile(bytes, name);
    return reading.state === "read" ? [reading.workbook] : [];
  });
  for (let seed = firstSeed; seed < firstSeed + rounds; seed += 1) {
    const luck = chance(seed);
    const workbook = luck.pick(workbooks);
    const changed = mutatedCells(workbook, luck);
    observe(tally, `seed ${String(seed)} of ${workbook.file ?? ""}`, () => ({
      outcome: "collected",
      faults: faultsOf(changed),
    }));
  }
  report("cells", tally);
  expect(tally.faults).toEqual([]);
  expect(tally.slowest.milliseconds).toBeLessThan(slowestAllowed);
}, 3_600_000);
