import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/**
 * A real Chromium without a screen: the one of $CHROME_PATH, else the system's, else the one that comes as a package and
 * needs nothing from the system.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env["CHROME_PATH"], "/usr/bin/chromium"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ["--no-sandbox"] });
  // Makes the package bring its own shared libraries and fonts; it looks at this when it is loaded.
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}
