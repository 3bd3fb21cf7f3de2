import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { openPreview, type OpenPreview } from "./open-preview";

// The whole way of a report in a real browser: the built preview, Microsoft's library, our stand-in, 167 schools.
const patience = 300_000;
jest.setTimeout(patience);

const pictures = join(tmpdir(), "edustat-preview");
let preview: OpenPreview;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  preview = await openPreview(patience);
  ({ page, pane } = preview);
}, patience);

afterAll(() => preview.close());

const step = (name: string) => pane.getByRole("tab", { name: new RegExp(`^${name}`) });
const button = (name: string) => pane.getByRole("button", { name, exact: true });
const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
const shown = (text: string | RegExp) => pane.getByText(text).first().waitFor();

/** Faults of accessibility on the pane as it stands; Fluent's own focus markers, which nobody can see or reach, aside. */
async function accessibilityFaults(): Promise<readonly string[]> {
  await pane.addScriptTag({ content: axe.source });
  return pane.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run({ exclude: [["[data-tabster-dummy]"]] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
}

describe("the preview", () => {
  it("stops reading at once when asked, and keeps what was read", async () => {
    await button("载入示例").click();
    await shown(/^正在读取 [1-9]\d*\/167/);
    await button("停止").click();
    await shown(/^已停。读完的\d+份都在，其余\d+份未动。$/);
  });

  it("reads the sample county's 167 files", async () => {
    await button("载入示例").click();
    await shown("已读167份，点“计算”核对。");
    await picture("1-collect");
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("computes the report: all schools in, every clause ready", async () => {
    await button("计算").click();
    await shown("到报167/167");
    await shown(/可用(\d+)\/\1句/);
    await picture("2-check");
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("accounts for every cell it read", async () => {
    await step("收表").click();
    const [, total = "", used = "", ignored = "", rejected = ""] =
      /^非空格(\d+) = 已用(\d+) \+ 略过(\d+) \+ 退回(\d+)$/.exec(
        (await pane
          .getByText(/^非空格\d+/)
          .first()
          .textContent()) ?? "",
      ) ?? [];
    expect(Number(total)).toBeGreaterThan(10_000);
    expect(Number(used) + Number(ignored) + Number(rejected)).toBe(Number(total));
    await picture("3-files");
  });

  it("writes its sheets, and Excel's formulas agree with every figure", async () => {
    await button("写入工作簿").click();
    await shown(/^已写入\d+张表，重算一致(\d+)\/\1。$/);
    const [, trips = ""] = /往返(\d+)次/.exec((await page.locator("#counter").textContent()) ?? "") ?? [];
    expect(Number(trips)).toBeLessThan(20);
    await picture("4-written");
  });

  it("shows the district's figures", async () => {
    await step("汇总").click();
    await shown("在校生数");
    await picture("5-totals");
    expect(await accessibilityFaults()).toEqual([]);
  });

  it("leads from a number of the text to the school's cell in the grid", async () => {
    await step("成文").click();
    await picture("6-text");
    expect(await accessibilityFaults()).toEqual([]);
    await pane
      .locator("p [role=button]", { hasText: /^\d+所$/ })
      .first()
      .click();
    const drawer = pane.getByRole("dialog");
    await drawer.getByText("公式重算一致").waitFor();
    await picture("7-trace");
    expect(await accessibilityFaults()).toEqual([]);
    await drawer.getByRole("button", { name: "定位" }).first().click();
    await pane.waitForFunction(async () => {
      const selected = await Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address;
      });
      return /^'?数据_.*![A-Z]+\d+$/.test(selected);
    });
    await picture("8-located");
    await drawer.getByRole("button", { name: "关闭" }).click();
  });

  it("copies a paragraph, plain and as an official document has it", async () => {
    await pane.getByRole("button", { name: "复制", exact: true }).nth(1).click();
    await shown(/^已复制（\d+字）。$/);
    const copied = await pane.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (item ? (await item.getType(type)).text() : "");
      return { plain: await read("text/plain"), html: await read("text/html") };
    });
    expect(copied.plain).toMatch(/^\(一\)党建工作全面加强。.*。$/s);
    expect(copied.html).toContain("党建工作全面加强");
  });

  it("follows the ribbon's buttons", async () => {
    await page.getByRole("button", { name: "校验" }).click();
    await pane.getByRole("tab", { name: /^校验/, selected: true }).waitFor();
  });

  it("tells a county whose files need work what became of each, and what to do", async () => {
    await step("收表").click();
    await button("载入有错的示例").click();
    await shown("已过期");
    await button("重新计算").click();
    await shown(/^错[1-9]\d* 警\d+$/);
    expect(await accessibilityFaults()).toEqual([]);
    await picture("9-faulty-check");
    await step("收表").click();
    await shown(/有打开密码/);
    expect(await accessibilityFaults()).toEqual([]);
    await picture("10-faulty-files");
    await step("成文").click();
    await pane.locator("p [role=button]", { hasText: "××" }).first().waitFor();
    expect(await accessibilityFaults()).toEqual([]);
    await picture("11-faulty-text");
  });

  it("asked nothing of any other host, and no exception went unseen", () => {
    expect(preview.foreign).toEqual([]);
    expect(preview.faults).toEqual([]);
  });
});

describe("the built pages", () => {
  it("load Office.js from Microsoft's address in Excel, and from nowhere in the preview", () => {
    expect(readFileSync("dist/taskpane.html", "utf8")).toContain(
      'src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"',
    );
    for (const name of ["taskpane-preview.html", "preview.html"])
      expect(readFileSync(`dist/${name}`, "utf8")).not.toMatch(/https?:\/\//);
  });
});
