import type { ChosenFile, SampleName, SampleSources } from "../../usecases/pane-session";

const base = "wenshang-2022";
const submissionFolders: Readonly<Record<SampleName, string>> = { complete: base, faulty: `${base}-dirty` };

/**
 * A sample district served beside the page; both have the same roster and parameters.
 * @param folder ends with a slash; each district in it has an index.json with its files
 */
export async function sampleSources(folder: string, sample: SampleName): Promise<SampleSources> {
  const file = (path: string, name: string): ChosenFile => ({
    path: name,
    bytes: async () => (await fetched(folder + path)).arrayBuffer(),
  });
  const district = submissionFolders[sample];
  const names = (await (await fetched(`${folder}${district}/index.json`)).json()) as readonly string[];
  const submissions = names
    .filter((name) => name.startsWith(submissionsFolder))
    .map((name) => file(`${district}/${name}`, name.slice(submissionsFolder.length)));
  return {
    roster: file(`${base}/roster.xlsx`, "roster.xlsx"),
    parameters: file(`${base}/parameters.xlsx`, "parameters.xlsx"),
    submissions,
  };
}

const submissionsFolder = "submissions/";

/** Only ever an address below this page. */
async function fetched(path: string): Promise<Response> {
  const response = await fetch(path.split("/").map(encodeURIComponent).join("/"));
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response;
}
