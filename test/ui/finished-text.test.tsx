/** @jest-environment jest-fixed-jsdom */
import { screen } from "@testing-library/react";
import { ok } from "../../src/domain/result";
import { paneReport, pastedCheck } from "../support/report-fixture";
import { calculate, goTo } from "./render-pane";

describe("回贴核对", () => {
  it("gives every number of a pasted text its verdict, and leads to what it was compared with", async () => {
    const checked: string[] = [];
    const { person } = await calculate({
      checkText: (text) => {
        checked.push(text);
        return Promise.resolve(pastedCheck);
      },
    });
    await goTo(person, "成文");
    await person.click(screen.getByRole("tab", { name: "回贴核对" }));
    expect(screen.getByRole("button", { name: "核对" })).toHaveProperty("disabled", true);
    await person.click(screen.getByRole("textbox", { name: "把定稿粘贴到这里，可以整篇" }));
    await person.paste("全县2所小学在校生258人。");
    await person.click(screen.getByRole("button", { name: "核对" }));
    expect(await screen.findByText("2个数：不一致1 一致1")).toBeTruthy();
    expect(checked).toEqual(["全县2所小学在校生258人。"]);
    expect(screen.getByText("应为285人", { exact: false })).toBeTruthy();
    await person.click(screen.getAllByRole("button", { name: "看依据" })[0] as HTMLElement);
    expect(await screen.findByRole("dialog", { hidden: true })).toBeTruthy();
  });

  it("takes the text of a file, and says when there is none in it", async () => {
    const { person } = await calculate({ readText: ({ path }) => Promise.resolve(path === "定稿.txt" ? "在校生285人。" : undefined) }); // prettier-ignore
    await goTo(person, "成文");
    await person.click(screen.getByRole("tab", { name: "回贴核对" }));
    const input = document.querySelector<HTMLInputElement>("input[data-source=finished-text]");
    if (!input) throw new Error("a file can be chosen");
    await person.upload(input, new File(["x"], "定稿.txt"));
    expect(await screen.findByDisplayValue("在校生285人。")).toBeTruthy();
    await person.upload(input, new File(["x"], "扫描.docx"));
    expect(await screen.findByText(/“扫描.docx”里没有读到文字/)).toBeTruthy();
  });
});

describe("复制账", () => {
  it("keeps what was copied, and says which copies are wrong after another run, old and new", async () => {
    const runs = [paneReport, withPupils("15501人")];
    const { person } = await calculate({ compute: () => Promise.resolve(ok(runs.shift() ?? paneReport)) });
    await goTo(person, "成文");
    await person.click(screen.getByRole("tab", { name: "复制账" }));
    expect(screen.getByText("还没有复制过任何段落。")).toBeTruthy();
    await person.click(screen.getByRole("tab", { name: "文稿" }));
    await person.click(screen.getAllByRole("button", { name: "复制" })[0] as HTMLElement);
    await person.click(screen.getByRole("tab", { name: "复制账" }));
    expect(await screen.findByText("仍有效")).toBeTruthy();

    await goTo(person, "收表");
    await person.click(screen.getByRole("button", { name: "本簿中的表" }));
    await person.click(await screen.findByRole("button", { name: "重新计算" }));
    await goTo(person, "成文");
    expect(await screen.findByText("已复制出去的1处文字变了，请看“复制账”。")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "看复制账" }));
    expect(await screen.findByText("15432人 → 15501人")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "记为已补改" }));
    expect(await screen.findByText("已补改")).toBeTruthy();
    expect(screen.getByText("仍有效")).toBeTruthy();
  });

  it("records nothing the clipboard did not take", async () => {
    const { person } = await calculate({ copy: () => Promise.resolve(false) });
    await goTo(person, "成文");
    await person.click(screen.getAllByRole("button", { name: "复制" })[0] as HTMLElement);
    await screen.findByRole("textbox", { name: "请手动复制" });
    await person.click(screen.getByRole("tab", { name: "复制账" }));
    expect(screen.getByText("还没有复制过任何段落。")).toBeTruthy();
  });
});

/** The same report with another number of pupils in its sentence. */
function withPupils(printed: string): typeof paneReport {
  const blocks = paneReport.narrative.blocks.map((block) =>
    block.type === "heading"
      ? block
      : {
          ...block,
          clauses: block.clauses.map((clause) => ({
            ...clause,
            spans: clause.spans.map((span) => (span.text === "15432人" ? { ...span, text: printed } : span)),
          })),
        },
  );
  return { ...paneReport, stamp: { ...paneReport.stamp, run: 6 }, narrative: { blocks } };
}
