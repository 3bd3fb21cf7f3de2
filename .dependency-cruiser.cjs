/** Import directions of docs/architecture.md. Each rule says why it is there. */
const only = (name, from, to, comment) => ({ name, comment, severity: "error", from, to: { pathNot: to } });
const zod = "^node_modules/zod/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two modules in a cycle are one module in disguise.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module nobody imports is dead.",
      severity: "error",
      from: { orphan: true, pathNot: "[.]d[.]ts$" },
      to: {},
    },
    only("domain-knows-nothing", { path: "^src/domain/" }, ["^src/domain/"], "Nouns outlive tools."),
    only(
      "formula-knows-nouns",
      { path: "^src/formula/" },
      ["^src/(domain|formula)/"],
      "The language is whole without any definition.",
    ),
    only(
      "definitions-are-texts-and-data",
      { path: "^src/definitions/", pathNot: "[.]schema[.]ts$" },
      ["^src/(domain|formula|definitions)/"],
      "A definition is printed, compared and hashed.",
    ),
    only(
      "schemas-parse",
      { path: "^src/definitions/.*[.]schema[.]ts$" },
      ["^src/(domain|formula|definitions)/", zod],
      "Parsing happens at the edge.",
    ),
    only(
      "core-is-pure",
      { path: "^src/core/" },
      ["^src/(domain|formula|definitions|core)/"],
      "Hosts, panes and clocks come in as values.",
    ),
    {
      name: "stages-do-not-call-stages",
      comment: "They meet only in core/build-report.ts, which reads as the flow.",
      severity: "error",
      from: { path: "^src/core/([^/]+)/" },
      to: { path: "^src/core/", pathNot: "^src/core/$1/" },
    },
    only("ports-speak-domain", { path: "^src/ports/" }, ["^src/(domain|ports)/"], "Our side owns the interface."),
    only(
      "usecases-know-ports-not-adapters",
      { path: "^src/usecases/" },
      ["^src/(domain|formula|definitions|core|ports|usecases)/", zod],
      "One story each, testable without a host.",
    ),
    {
      name: "adapters-stand-alone",
      comment: "A port, the nouns, one outside library, and the containers that files of every kind come in.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      to: { path: "^src/", pathNot: ["^src/(domain|ports)/", "^src/adapters/($1|files)/"] },
    },
    {
      name: "panes-know-no-host",
      comment: "A pane can be drawn by a test.",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(adapters|hosts|core|ports|excel-stand-in)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "hosts-are-not-imported",
      comment: "Wiring only.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/hosts/" },
      to: { path: "^src/hosts/" },
    },
    {
      name: "stand-in-only-in-preview",
      comment: "The add-in must never know that Excel is not there.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(hosts/preview|excel-stand-in)/" },
      to: { path: "^src/excel-stand-in/" },
    },
    {
      name: "stand-in-stands-alone",
      comment: "It is the other end of the wire.",
      severity: "error",
      from: { path: "^src/excel-stand-in/" },
      to: { path: "^src/", pathNot: "^src/(excel-stand-in|domain)/" },
    },
    {
      name: "zod-in-schema-files",
      comment: "Parsing happens in files that say so.",
      severity: "error",
      from: { path: "^src/", pathNot: "[.]schema[.]ts$" },
      to: { path: zod },
    },
    {
      name: "src-not-to-test",
      comment: "The product runs without its tests.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
