import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { unzipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { openPreview, type OpenPreview } from "./open-preview";

// The whole way of a report in a real browser: the built preview, Microsoft's library, our stand-in, 167 schools.
const patience = 150_000;
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
    // A drawer that is still fading in has no contrast yet.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(passing.map(({ finished }) => finished));
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run({ exclude: [["[data-tabster-dummy]"]] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
}

const clipboard = () => pane.evaluate(() => navigator.clipboard.readText());

async function decide(reason: string, by: string): Promise<void> {
  const drawer = pane.getByRole("dialog");
  await drawer.getByRole("textbox", { name: /原因/ }).fill(reason);
  await drawer.getByRole("textbox", { name: /谁确认的/ }).fill(by);
  await drawer.getByRole("button", { name: "记下" }).click();
  await drawer.waitFor({ state: "detached" });
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

  it("finds the copied paragraph as it was when it is pasted back, and what was changed in it", async () => {
    const copied = await clipboard();
    await pane.getByRole("tab", { name: "回贴核对" }).click();
    const box = pane.getByRole("textbox", { name: "把定稿粘贴到这里，可以整篇" });
    await box.fill(copied);
    await button("核对").click();
    await shown(/个数全部核对，没有不一致。$/);
    await box.fill(copied.replace("22所", "32所"));
    await button("核对").click();
    await shown(/不一致1/);
    await shown("应为22所");
    expect(await accessibilityFaults()).toEqual([]);
    await picture("8a-pasted-back");
  });

  it("keeps a ledger of what was copied", async () => {
    await pane.getByRole("tab", { name: "复制账" }).click();
    await shown("仍有效");
    expect(await accessibilityFaults()).toEqual([]);
    await picture("8b-copies");
    await pane.getByRole("tab", { name: "文稿" }).click();
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
    await button("看复制账").click();
    await shown(/^已过期\d+处$/);
    await picture("11a-copies-out-of-date");
  });

  it("says who is not in, with a message for the chat", async () => {
    await step("收表").click();
    await shown("到报161/167（96%）");
    await button("复制催报名单").click();
    await shown(/^已复制/);
    expect(await clipboard()).toMatch(/^各位老师好：.*还有5所未报：汶上县第三高级中学、/);
    await picture("12-intake");
  });

  it("says what a value looks like, and takes a correction beside it and an explanation", async () => {
    await step("校验").click();
    await pane.getByRole("tab", { name: /^警告/ }).click();
    await pane.getByRole("tab", { name: "按规则" }).click();
    const warning = pane.getByRole("listitem").filter({ hasText: "生均仪器设备值可信" });
    await warning.getByText("仪器设备值像是按元填了，应填万元：8513300 → 851.33，改后规则全过").waitFor();
    await warning.getByRole("button", { name: "更正" }).click();
    const drawer = pane.getByRole("dialog");
    expect(await drawer.getByRole("textbox", { name: /现值/ }).inputValue()).toBe("8513300");
    expect(await accessibilityFaults()).toEqual([]);
    await picture("13-correct");
    await decide("电话核实，学校按元填了", "王统计");
    await pane.getByText("人均资助金额可信").first().waitFor();
    await pane
      .getByRole("listitem")
      .filter({ hasText: "人均资助金额可信" })
      .getByRole("button", { name: "说明" })
      .click();
    await decide("春季只发了一个月的补助", "王统计");
    await button("重新计算").click();
    await shown("到报161/167");
    await pane.getByRole("tab", { name: /^警告/ }).click();
    await pane.getByRole("tab", { name: "按规则" }).click();
    await shown("已说明：春季只发了一个月的补助（王统计）");
    expect(await warning.count()).toBe(0);
    await picture("14-explained");
  });

  it("returns every school's workbook in one act", async () => {
    await pane.getByRole("button", { name: /^退回单（\d+校）$/ }).click();
    const drawer = pane.getByRole("dialog");
    await drawer
      .getByText(/^【退回】/)
      .first()
      .waitFor();
    expect(await accessibilityFaults()).toEqual([]);
    await picture("15-slips");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      drawer.getByRole("button", { name: /^存成文件/ }).click(),
    ]);
    const [, schools = ""] =
      /（(\d+)校）/.exec(
        (await pane
          .getByText(/^退回单（/)
          .first()
          .textContent()) ?? "",
      ) ?? [];
    const slips = Object.keys(unzipSync(readFileSync(await download.path())));
    expect(slips).toHaveLength(Number(schools));
    expect(Number(schools)).toBeGreaterThan(15);
    await drawer.getByRole("button", { name: "关闭" }).click();
  });

  it("keeps what was decided on sheets of the workbook", async () => {
    await button("写入工作簿").click();
    await shown(/^已写入\d+张表，重算一致(\d+)\/\1。$/);
    // What was written is read back from the sheets: the pane itself forgets it.
    await button("重新计算").click();
    await shown(/^第3轮 /);
    await step("收表").click();
    await pane.getByText("已记下的办理 2").click();
    await shown("汶上县第四实验小学 仪器设备值 85133000000 → 8513300");
    await picture("16-casework");
  });

  it("computes another report from another sample, last year's submissions with it", async () => {
    await step("收表").click();
    await button("其他示例").click();
    await pane.getByRole("menuitem", { name: "市教育工作情况汇报" }).click();
    await shown("已过期");
    await button("重新计算").click();
    await shown(/可用(\d+)\/\1句/);
    await step("成文").click();
    await picture("17-city");
    expect(await accessibilityFaults()).toEqual([]);
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
