import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { StandIn } from "../stand-in";
import { connectSession, type OfficeExtensionInner } from "./connect-session";
import { type OfficeNamespace, officeNamespace, plainSurroundings } from "./office-namespace";

export interface OfficeConnection {
  /** The real library's namespaces, each `connectOfficeJs` with a copy of its own. */
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** The few members of ours, under the real type. */
  readonly Office: typeof Office & Pick<OfficeNamespace, "pressRibbonButton">;
}

interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & OfficeExtensionInner;
}

/**
 * Loads `@microsoft/office-js` unchanged into this realm (Node or jest, with or without jsdom) and lets it speak with the
 * stand-in. Nothing global is touched: give the result to the code under test, or put it on `globalThis` yourself.
 */
export function connectOfficeJs(standIn: StandIn): OfficeConnection {
  const office = officeNamespace({
    ...plainSurroundings,
    isSetSupported: (set, version) => standIn.isSetSupported(set, version),
  });
  // The library asks `window.Office` which requirement sets there are, and refuses newer members by itself.
  const surroundings = {
    Office: office,
    Excel: undefined,
    OfficeExtension: undefined,
    OfficeRuntime: undefined,
    location: { href: "https://localhost/", search: "", hash: "", protocol: "https:", host: "localhost" },
    navigator: { userAgent: "" },
    setTimeout,
    clearTimeout,
  };
  const library = loadLibrary()(surroundings);
  surroundings.Office = office;
  connectSession(library.OfficeExtension, {
    answer: (request) => standIn.answer(request),
    listen: (listener) => {
      standIn.listen(listener);
    },
  });
  return {
    Excel: library.Excel,
    OfficeExtension: library.OfficeExtension,
    Office: office as unknown as OfficeConnection["Office"],
  };
}

const libraryFile = "@microsoft/office-js/dist/excel-web-16.00.js";

/**
 * The library is a script for pages: its namespaces are variables of the page. As a module they would be lost, so its text is
 * put into a function that hands them out, with a stand-in for the page's window; the file goes to node_modules/.cache, where nothing transforms it.
 */
function loadLibrary(): (window: object) => Library {
  const load = createRequire(join(process.cwd(), "package.json"));
  const source = load.resolve(libraryFile);
  const { version } = load("@microsoft/office-js/package.json") as { version: string };
  const wrapped = join(dirname(source), "../../../.cache/excel-stand-in", `excel-web-${version}.cjs`);
  if (!existsSync(wrapped)) {
    mkdirSync(dirname(wrapped), { recursive: true });
    const text = `module.exports = function (window) {\nwith (window) {\n${readFileSync(source, "utf8")}\nreturn { Excel, OfficeExtension };\n}\n};\n`;
    const unfinished = `${wrapped}.${String(process.pid)}`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, wrapped);
  }
  return load(wrapped) as (window: object) => Library;
}
