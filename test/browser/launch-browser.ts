import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/**
 * A real Chromium without a screen: the one of $CHROME_PATH, else the system's, else the one that comes as a package and
 * needs nothing from the system.
 */
export function launchBrowser(): Promise<Browser> {
  const installed = [process.env["CHROME_PATH"], "/usr/bin/chromium"].find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ["--no-sandbox"] });
  const { executablePath, args, env } = unpackedChromium();
  return chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } as Record<string, string> });
}

interface UnpackedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The package unpacks itself and says where, in a process of its own: it is an ES module and changes its environment. */
function unpackedChromium(): UnpackedChromium {
  const script = `
    import chromium from "@sparticuz/chromium";
    const executablePath = await chromium.executablePath();
    const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
    console.log(JSON.stringify({ executablePath, args: chromium.args, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }));`;
  // The variable makes the package bring its own shared libraries and fonts.
  const env = { ...process.env, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env })) as UnpackedChromium;
}
