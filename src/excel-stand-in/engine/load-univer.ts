import type * as nodeModule from "node:module";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import type * as core from "@univerjs/core";
import type * as facade from "@univerjs/core/facade";
import type * as preset from "@univerjs/preset-sheets-node-core";
import type locale from "@univerjs/preset-sheets-node-core/locales/zh-CN";

interface UniverModules {
  readonly core: typeof core;
  readonly facade: typeof facade;
  readonly preset: typeof preset;
  readonly locale: typeof locale;
}

let loaded: UniverModules | undefined;

/**
 * Univer's CommonJS builds, loaded by Node itself. Test runners load imported modules anew for every test file, which would
 * cost seconds each time, and cannot load the ES modules among Univer's own dependencies.
 */
export function loadUniver(): UniverModules {
  if (loaded) return loaded;
  const { createRequire } = runInThisContext('process.getBuiltinModule("node:module")') as typeof nodeModule;
  const require = createRequire(join(process.cwd(), "package.json"));
  const load = (name: string): unknown => require(name);
  const chinese = load("@univerjs/preset-sheets-node-core/locales/zh-CN") as typeof locale & {
    readonly default?: typeof locale;
  };
  loaded = {
    core: load("@univerjs/core") as typeof core,
    facade: load("@univerjs/core/facade") as typeof facade,
    preset: load("@univerjs/preset-sheets-node-core") as typeof preset,
    locale: chinese.default ?? chinese,
  };
  return loaded;
}
