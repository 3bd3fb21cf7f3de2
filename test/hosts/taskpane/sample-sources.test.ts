import { sampleSources } from "../../../src/hosts/taskpane/sample-sources";

const indexes: Readonly<Record<string, readonly string[]>> = {
  "wenshang-2022-dirty": ["planted.json", "submissions/城关小学.xlsx"],
  "city-2021": [
    "parameters.xlsx",
    "previous/roster.xlsx",
    "previous/submissions/市一中.xlsx",
    "roster.xlsx",
    "submissions/市一中.xlsx",
    "submissions/市二中.xlsx",
  ],
};

/** Serves the indexes, and of any other file its own address. */
const serve = (address: string): Promise<Response> => {
  const path = decodeURIComponent(address);
  const index = /^samples\/(.+)\/index\.json$/u.exec(path)?.[1];
  return Promise.resolve(new Response(index === undefined ? path : JSON.stringify(indexes[index])));
};

describe("a sample district served beside the page", () => {
  const own = globalThis.fetch;
  beforeAll(() => {
    globalThis.fetch = (address) => serve(typeof address === "string" ? address : "");
  });
  afterAll(() => {
    globalThis.fetch = own;
  });

  it("has last year's reports and school list where it was filed for two years", async () => {
    const { submissions, previous = [], previousRoster } = await sampleSources("samples/", "city-2021");
    expect(submissions.map(({ path }) => path)).toEqual(["市一中.xlsx", "市二中.xlsx"]);
    const before = [...previous, ...(previousRoster ? [previousRoster] : [])];
    expect(before.map(({ path }) => path)).toEqual(["市一中.xlsx", "roster.xlsx"]);
    const served = await Promise.all(before.map(async ({ bytes }) => new TextDecoder().decode(await bytes())));
    expect(served).toEqual([
      "samples/city-2021/previous/submissions/市一中.xlsx",
      "samples/city-2021/previous/roster.xlsx",
    ]);
  });

  it("has none where it was filed for one, and the roster of its base where it is faulty", async () => {
    const sources = await sampleSources("samples/", "wenshang-2022-dirty");
    expect(Object.keys(sources)).not.toContain("previous");
    expect(new TextDecoder().decode(await sources.roster.bytes())).toBe("samples/wenshang-2022/roster.xlsx");
  });
});
