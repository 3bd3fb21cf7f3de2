import type { ChosenFile, SampleSources } from "../../usecases/pane-session";

/** The sample district served beside the page: `folder` ends with a slash and holds index.json. */
export async function sampleSources(folder: string): Promise<SampleSources> {
  const names = (await (await fetched(`${folder}index.json`)).json()) as readonly string[];
  const file = (name: string): ChosenFile => ({ path: name.replace(/^submissions\//, ""), bytes: async () => (await fetched(folder + name)).arrayBuffer() });
  return {
    roster: file("roster.xlsx"),
    ...(names.includes("parameters.xlsx") && { parameters: file("parameters.xlsx") }),
    submissions: names.filter((name) => name.startsWith("submissions/")).map(file),
  };
}

/** Only ever an address below this page. */
async function fetched(path: string): Promise<Response> {
  const response = await fetch(path.split("/").map(encodeURIComponent).join("/"));
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response;
}
