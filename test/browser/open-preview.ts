import { existsSync } from "node:fs";
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser } from "./launch-browser";
import { servePages } from "./serve-pages";

/** The built preview in a real browser: the page, and the pane in its frame. */
export interface OpenPreview {
  readonly page: Page;
  readonly pane: Frame;
  /** Addresses of other hosts that were asked for anything. */
  readonly foreign: readonly string[];
  /** Exceptions nobody caught. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** @param patience milliseconds to wait for anything on the page */
export async function openPreview(patience: number): Promise<OpenPreview> {
  if (!existsSync("dist/preview.html")) throw new Error("there is no dist/: run npm run build first");
  const served = await servePages();
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const foreign: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (hostname !== "localhost" && protocol !== "data:" && protocol !== "blob:") foreign.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(served.address);
  const pane = await (await page.waitForSelector("#pane")).contentFrame();
  if (!pane) throw new Error("the pane stands in a frame");
  await pane.getByRole("tab", { name: /^收表/ }).waitFor();
  return {
    page,
    pane,
    foreign,
    faults,
    close: async () => {
      await browser.close();
      served.close();
    },
  };
}
