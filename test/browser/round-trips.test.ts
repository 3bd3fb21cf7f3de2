import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { kindergartens, type FileOf } from "../support/kindergartens";
import { openPreview } from "./open-preview";

const patience = 300_000;
jest.setTimeout(patience);

const parameters: FileOf = {
  name: "parameters.xlsx",
  bytes: readFileSync(join(__dirname, "../../samples/wenshang-2022/parameters.xlsx")),
};

const upload = ({ name, bytes }: FileOf) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

/** Round trips of the whole way, from the schools' files to the written workbook. */
async function tripsFor(schools: number): Promise<number> {
  const district = await kindergartens(schools);
  const { page, pane, close } = await openPreview(patience);
  try {
    await pane.locator('input[data-source="学校名录"]').setInputFiles(upload(district.roster));
    await pane.locator('input[data-source="参数"]').setInputFiles(upload(parameters));
    await pane.locator('input[data-source="files"]').setInputFiles(district.submissions.map(upload));
    await pane.getByText(`已读${String(schools)}份，点“计算”核对。`).waitFor();
    await pane.getByRole("button", { name: "计算", exact: true }).click();
    await pane.getByText(`到报${String(schools)}/${String(schools)}`).waitFor();
    await pane.getByRole("button", { name: "写入工作簿", exact: true }).click();
    await pane
      .getByText(/^已写入\d+张表，重算一致(\d+)\/\1。$/)
      .first()
      .waitFor();
    return await settledTrips(page);
  } finally {
    await close();
  }
}

/** The library gives its references back a moment after each answer, and the page counts twice a second. */
async function settledTrips(page: Page): Promise<number> {
  await page.waitForTimeout(2_000);
  const [, trips = ""] = /往返(\d+)次/.exec((await page.locator("#counter").textContent()) ?? "") ?? [];
  return Number(trips);
}

describe("the round trips between the pane and Excel", () => {
  it("are as many for 600 schools as for 15", async () => {
    const trips: number[] = [];
    for (const schools of [15, 600]) trips.push(await tripsFor(schools));
    process.stdout.write(`round trips for 15 and 600 schools: ${trips.join(", ")}\n`);
    expect(trips[0]).toBeGreaterThan(0);
    expect(new Set(trips).size).toBe(1);
  });
});
