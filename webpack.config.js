// Two builds: the pages (task pane, preview) for browsers and the command line for Node.
//   --env office=cdn   Office.js from Microsoft's own address, the way Microsoft supports (default)
//   --env office=self  Office.js from dist/office-js, for offices without internet
const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");

const from = (...parts) => path.join(__dirname, ...parts);
const dist = from("dist");
const officePackage = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const officeCdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const common = (mode) => ({
  mode,
  devtool: mode === "production" ? false : "source-map",
  output: {
    path: dist,
    filename: "[name].js",
    chunkFilename: "chunks/[id].js",
    assetModuleFilename: "fonts/[name][ext]",
    clean: { keep: /^cli\b/ },
  },
  resolve: { extensions: [".ts", ".tsx", ".js", ".mjs"] },
  performance: { hints: false },
  stats: "errors-warnings",
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: {
            target: "es2022",
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
          },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  optimization: {
    minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
  },
});

/** Lists each sample district's files in an index.json, so that the preview can fetch them. */
class SampleIndexPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("SampleIndexPlugin", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "SampleIndexPlugin", stage }, () => {
        for (const entry of fs.readdirSync(from("samples"), { withFileTypes: true })) {
          if (!entry.isDirectory()) continue;
          const district = entry.name;
          const files = filesOf(from("samples", district));
          compilation.emitAsset(`samples/${district}/index.json`, new sources.RawSource(JSON.stringify(files)));
        }
      });
    });
  }
}

const filesOf = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();

const page = (filename, template, chunks, parameters = {}) =>
  new HtmlPlugin({
    filename,
    template: from(template),
    chunks,
    chunksSortMode: "manual",
    templateParameters: parameters,
  });

const taskpane = (filename, chunks, officeScript, samples) =>
  page(filename, "src/hosts/taskpane/taskpane.html", chunks, { officeScript, samples });

module.exports = ({ office = "cdn" } = {}, { mode = "production" } = {}) => {
  if (office !== "cdn" && office !== "self") throw new Error(`--env office=${office}: give cdn or self`);
  const officeFiles =
    office === "self"
      ? { from: officePackage, to: "office-js", globOptions: { ignore: ["**/*.debug.js", "**/*.d.ts"] } }
      : { from: path.join(officePackage, "excel-web-16.00.js"), to: "office-js/" };
  return [
    {
      ...common(mode),
      name: "pages",
      target: ["web", "es2022"],
      entry: {
        taskpane: from("src/hosts/taskpane/main.tsx"),
        preview: from("src/hosts/preview/main.ts"),
        "office-bootstrap": from("src/hosts/preview/office-bootstrap.ts"),
      },
      plugins: [
        new MiniCssExtractPlugin({ filename: "[name].css", chunkFilename: "chunks/[id].css" }),
        taskpane("taskpane.html", ["taskpane"], office === "self" ? "office-js/office.js" : officeCdn, ""),
        taskpane("taskpane-preview.html", ["office-bootstrap", "taskpane"], "office-js/excel-web-16.00.js", "samples/"),
        page("preview.html", "src/hosts/preview/preview.html", ["preview"]),
        new CopyPlugin({
          patterns: [{ from: "assets", to: "assets" }, { from: "samples", to: "samples" }, officeFiles],
        }),
        new SampleIndexPlugin(),
      ],
    },
    {
      ...common(mode),
      name: "command-line",
      target: "node20",
      entry: { edustat: from("src/hosts/cli/main-entry.ts") },
      output: { path: path.join(dist, "cli"), filename: "[name].js", clean: true },
      module: {
        ...common(mode).module,
        // What the program asks for at run time when it runs from its source stays out of the bundle.
        parser: { javascript: { worker: ["Worker from node:worker_threads", "..."], createRequire: false } },
      },
    },
  ];
};
