import type { Collection } from "../../domain/collected";
import type { ProbableCause } from "../../domain/diagnosis";
import type { Effect } from "../../domain/effect";
import type { Figure } from "../../domain/figure";
import type { Finding, Severity } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { TableCell } from "./changed-collection";
import { awaiting } from "./awaiting";
import { cellsByAddress, findingCells } from "./finding-cells";
import { differencesOf, reportsFrom } from "./printed-report";
import { plausibleRepairs, type RepairSources } from "./plausible-repairs";
import type { Recomputation } from "./recomputation";
import { settledCollection, withBlanks, withFinding, type Settled } from "./settled-world";
import { standIns } from "./stand-in";

/** Each costs some hundredths of a second, so that a first round full of errors is weighed in seconds, not minutes. */
const mostWeighed = 200;

export interface WeighInput {
  readonly definition: CompiledDefinition;
  readonly collection: Collection;
  readonly previous?: Collection;
  readonly findings: readonly Finding[];
  /** Keys (`cellKey`) of the cells that count as blank for `figures`. */
  readonly blocked: ReadonlyMap<string, Finding>;
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/**
 * What of the report hangs on each finding: with all other findings settled, the texts and figures that differ between
 * the report with this finding as it is and the report under any plausible repair of it. Findings that no collected cell
 * and no form owed stands for (a sheet nobody recognised) are not in the map: nobody can tell. Nor are those beyond the
 * gravest `most`: while a district has that many, their order does not matter yet.
 */
export function weigh(
  input: WeighInput,
  recomputation: Recomputation,
  most = mostWeighed,
): ReadonlyMap<Finding, Effect> {
  const { definition, collection, figures } = input;
  const { settled, trials } = findingTrials(input, recomputation);
  if (!settled) return new Map();
  const reportOf = reportsFrom(settled.collection, settled.calculation, recomputation);
  const waiting = awaiting(definition, figures, settled.calculation.figures);
  return new Map(
    gravestFirst(trials)
      .slice(0, most)
      .map(({ finding, cells, worlds }) => {
        const { asIs, repaired } = worlds();
        const school = schoolOwing(collection, cells);
        const others = repaired.filter((world) => world !== asIs).map((world) => reportOf(world));
        return [finding, differencesOf(reportOf(asIs, school && waiting(school, cells)), others)];
      }),
  );
}

const severities: readonly Severity[] = ["error", "warning", "notice"];

const gravestFirst = (trials: readonly FindingTrial[]): readonly FindingTrial[] =>
  [...trials].sort((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity));

/** One finding in a district where all others are settled. */
interface FindingTrial {
  readonly finding: Finding;
  readonly cells: readonly TableCell[];
  /** The district with the finding as it is, and under each repair; made when asked for. */
  readonly worlds: () => { readonly asIs: Collection; readonly repaired: readonly Collection[] };
}

/** The worlds whose reports are compared, for every finding that is about cells or forms owed. */
export function findingTrials(
  { definition, collection, previous, findings, blocked, causes, figures }: WeighInput,
  { calculation, recheck }: Recomputation,
): { readonly settled?: Settled; readonly trials: readonly FindingTrial[] } {
  if (findings.length === 0) return { trials: [] };
  const byAddress = cellsByAddress(collection);
  const cellsOf = findingCells(definition, collection, byAddress);
  const weighed = findings.map((finding) => ({ finding, cells: cellsOf(finding) }));
  const located = weighed.filter(({ cells }) => cells.length > 0);
  if (located.length === 0) return { trials: [] };
  const underErrors = [...blocked.keys()].flatMap((key) => byAddress.get(key) ?? []);
  const asFound = calculation(withBlanks(collection, underErrors), figures);
  const standIn = standIns(definition, collection, previous);
  const settled = settledCollection(definition, collection, findings, cellsOf, standIn, asFound);
  const sources: RepairSources = { definition, causes, recheck, usual: standIns(definition, collection) };
  const trials = located.map(
    ({ finding, cells }): FindingTrial => ({
      finding,
      cells,
      worlds: () => ({
        asIs: withFinding(settled.collection, collection, finding, cells),
        repaired: [settled.collection, ...plausibleRepairs(settled.collection, finding, cells, sources)],
      }),
    }),
  );
  return { settled, trials };
}

/** The school, where the cells are those of forms it has not filed. */
function schoolOwing({ tables }: Collection, cells: readonly TableCell[]): School | undefined {
  const rows = cells.map(({ form, row }) => tables.get(form)?.rows[row]);
  return rows.every((row) => row?.filed === false) ? rows[0]?.school : undefined;
}
