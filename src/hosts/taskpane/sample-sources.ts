import type { BuiltinDefinition, ChosenFile, SampleName, SampleSources } from "../../usecases/pane-session";

const definitions: Readonly<Record<SampleName, BuiltinDefinition>> = {
  "wenshang-2022": "work-report",
  "wenshang-2022-dirty": "work-report",
  "district-2023": "work-summary",
  "district-2019": "conference-report",
  "city-2021": "city-briefing",
  "city-forum-2021": "forum-address",
};

/**
 * A sample district served beside the page; a faulty one has the roster and parameters of its base.
 * @param folder ends with a slash; each district in it has an index.json with its files
 */
export async function sampleSources(folder: string, sample: SampleName): Promise<SampleSources> {
  const base = sample.replace(/-dirty$/u, "");
  const file = (path: string, name: string): ChosenFile => ({
    path: name,
    bytes: async () => (await fetched(folder + path)).arrayBuffer(),
  });
  const names = (await (await fetched(`${folder}${sample}/index.json`)).json()) as readonly string[];
  const filesIn = (inner: string): readonly ChosenFile[] =>
    names.filter((name) => name.startsWith(inner)).map((name) => file(`${sample}/${name}`, name.slice(inner.length)));
  return {
    definition: definitions[sample],
    roster: file(`${base}/roster.xlsx`, "roster.xlsx"),
    parameters: file(`${base}/parameters.xlsx`, "parameters.xlsx"),
    submissions: filesIn("submissions/"),
    ...(names.includes(previousRoster) && {
      previous: filesIn("previous/submissions/"),
      previousRoster: file(`${sample}/${previousRoster}`, "roster.xlsx"),
    }),
  };
}

const previousRoster = "previous/roster.xlsx";

/** Only ever an address below this page. */
async function fetched(path: string): Promise<Response> {
  const response = await fetch(path.split("/").map(encodeURIComponent).join("/"));
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response;
}
