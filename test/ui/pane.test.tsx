/** @jest-environment jest-fixed-jsdom */
import { act, screen, within } from "@testing-library/react";
import { problem } from "../../src/domain/result";
import type { Progress } from "../../src/usecases/pane-session";
import { calculate, goTo, renderPane, user } from "./render-pane";

const button = (name: string) => screen.getByRole("button", { name });

describe("收表", () => {
  it("cannot calculate before there are a school list and reports, and says what is needed", async () => {
    renderPane();
    expect(button("计算")).toHaveProperty("disabled", true);
    expect(screen.getByText("还没有文件。QQ、微信的接收文件夹可以整个选进来。")).toBeTruthy();
    await user().click(button("本簿中的表"));
    expect(await screen.findByText(/请先选学校名录/)).toBeTruthy();
    expect(button("计算")).toHaveProperty("disabled", true);
  });

  it("shows the file in hand while reading, and stops when asked", async () => {
    const told: { stop?: AbortSignal } = {};
    renderPane({
      readFiles: (files, progress: (progress: Progress) => void, stop) => {
        told.stop = stop;
        progress({ done: 1, of: files.length, label: "柳林小学.xlsx" });
        return new Promise((resolve) =>
          stop.addEventListener("abort", () =>
            resolve([{ state: "read", workbook: { file: "城关小学.xlsx", sheets: [] } }]),
          ),
        );
      },
    });
    await user().click(button("载入示例"));
    expect(await screen.findByText("正在读取 1/2：柳林小学.xlsx")).toBeTruthy();
    await user().click(button("停止"));
    expect(await screen.findByText("已停。读完的1份都在，其余1份未动。")).toBeTruthy();
    expect(told.stop?.aborted).toBe(true);
  });

  it("accounts for every cell: used, ignored and rejected", async () => {
    const { person } = await calculate();
    await goTo(person, "收表");
    expect(screen.getByText("读完3个：已收1 · 要您定1 · 未收1")).toBeTruthy();
    expect(screen.getByText("非空格80 = 已用58 + 略过20 + 退回2")).toBeTruthy();
    expect(screen.getByText("有打开密码，没有读。请学校去掉密码再发。")).toBeTruthy();
    expect(screen.getByText(/表2!G9 写的是“约五百”/)).toBeTruthy();
  });

  it("says which source is wrong, line by line, when a run cannot begin", async () => {
    renderPane({ compute: () => Promise.resolve(problem({ source: "roster", lines: ["名录里没有找到学校代码。"] })) });
    await user().click(button("载入示例"));
    await user().click(await screen.findByRole("button", { name: "计算" }));
    expect(await screen.findByText("学校名录有误，没有计算")).toBeTruthy();
    expect(screen.getByText("名录里没有找到学校代码。")).toBeTruthy();
  });
});

describe("who is not in", () => {
  it("is named, with a message to copy for the chat", async () => {
    const copied: string[] = [];
    const { person } = await calculate({
      copy: (plain, html) => {
        copied.push(plain, html);
        return Promise.resolve(true);
      },
    });
    await goTo(person, "收表");
    expect(screen.getByText("未报 1校")).toBeTruthy();
    await person.click(button("复制催报名单"));
    expect(copied).toEqual([
      "还没有报齐的学校（1所）：东湾幼儿园。请尽快报送。",
      "<p>还没有报齐的学校（1所）：东湾幼儿园。请尽快报送。</p>",
    ]);
  });
});

it("says so when something unexpected breaks a step", async () => {
  const { person } = await calculate();
  act(() => {
    window.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason: new Error("the worker is gone") }));
  });
  expect(await screen.findByText("程序出了意外，这一步没有完成")).toBeTruthy();
  expect(screen.getByText("the worker is gone")).toBeTruthy();
  await goTo(person, "收表");
});

describe("校验", () => {
  it("groups findings by school with what was found, what was expected and what to do", async () => {
    await calculate();
    const finding = screen.getByText("三年级合计与男女之和不等。").closest("[role=listitem]");
    if (!(finding instanceof HTMLElement)) throw new Error("a finding stands in a list");
    expect(within(finding).getByText("请学校核对三年级男、女人数。")).toBeTruthy();
    expect(within(finding).getByText(/实为401.*应为410.*差-9/)).toBeTruthy();
    expect(within(finding).getByText("城关小学.xlsx › 表2!D12 · D1 · 影响2句")).toBeTruthy();
  });

  it("offers to go to the cell only when the data sheets stand in the workbook", async () => {
    const revealed: unknown[] = [];
    const { person } = await calculate({
      reveal: (place) => {
        revealed.push(place);
        return Promise.resolve({ ok: true, value: null });
      },
    });
    expect(screen.queryByRole("button", { name: "定位" })).toBeNull();
    await person.click(button("写入工作簿"));
    await person.click(await screen.findByRole("button", { name: "定位" }));
    expect(revealed).toEqual([{ role: "data:基本情况", row: 4, column: 6 }]);
  });

  it("shows only one kind when asked", async () => {
    const { person } = await calculate();
    await person.click(screen.getByRole("tab", { name: "警告 1" }));
    expect(screen.queryByText("三年级合计与男女之和不等。")).toBeNull();
    expect(screen.getByText("东湾幼儿园没有报幼儿园表。")).toBeTruthy();
  });
});

describe("汇总", () => {
  it("shows value, last year, change, target and coverage", async () => {
    const { person } = await calculate();
    await goTo(person, "汇总");
    expect(screen.getByText(/上年15363人\s较上年增加69人\s较上年增长0.45%/)).toBeTruthy();
    expect(screen.getByText("目标5%")).toBeTruthy();
    expect(screen.getByText("未达到")).toBeTruthy();
    expect(screen.getByText("缺在园幼儿数：东湾幼儿园")).toBeTruthy();
    expect(screen.getByText("2/3校")).toBeTruthy();
  });

  it("narrows the list to what is pending or below target", async () => {
    const { person } = await calculate();
    await goTo(person, "汇总");
    await person.click(screen.getByRole("tab", { name: "待定 1" }));
    expect(screen.queryByText("在校生数")).toBeNull();
    expect(screen.getByText("公办率")).toBeTruthy();
  });

  it("tells where a number comes from, down to the school's cell", async () => {
    const { person } = await calculate();
    await goTo(person, "汇总");
    await person.click(button("在校生数15432人，回车看来源"));
    // Between tests in one page Fluent hides its overlays from readers too long; the browser test checks them as they are.
    const drawer = await screen.findByRole("dialog", { hidden: true });
    expect(await within(drawer).findByText("各校在校生数之和")).toBeTruthy();
    expect(within(drawer).getByText("应报3校，计入3校")).toBeTruthy();
    expect(within(drawer).getByText("城关小学.xlsx › 表2!G9")).toBeTruthy();
    expect(within(drawer).getByText("“全区在校生15432人”")).toBeTruthy();
    expect(within(drawer).getByText("写入工作簿后由 Excel 公式重算")).toBeTruthy();
  });
});

describe("成文", () => {
  it("prints the report with ×× and the reason where a number is not ready", async () => {
    const { person } = await calculate();
    await goTo(person, "成文");
    expect(screen.getByText("一、义务教育")).toBeTruthy();
    expect(screen.getByText("等学校")).toBeTruthy();
    expect(screen.getByText("缺在园幼儿数：东湾幼儿园")).toBeTruthy();
    expect(screen.getByText("1句还不能用，缺的数打××。")).toBeTruthy();
  });

  it("shows a parameter's source for a number that does not come from schools", async () => {
    const { person } = await calculate();
    await goTo(person, "成文");
    await person.click(button("65%，回车看来源"));
    expect(await screen.findByText("来源：十四五规划")).toBeTruthy();
  });

  it("copies a paragraph in both forms and counts what is missing", async () => {
    const copied: string[] = [];
    const { person } = await calculate({
      copy: (plain, html) => {
        copied.push(plain, html);
        return Promise.resolve(true);
      },
    });
    await goTo(person, "成文");
    await person.click(screen.getAllByRole("button", { name: "复制" })[1] as HTMLElement);
    expect(copied[0]).toBe("(一)学前教育。公办率××%，目标65%。");
    expect(copied[1]).toContain("公办率××%，目标65%。</p>");
    expect(await screen.findByText("已复制，有1处××。请勿直接交出。")).toBeTruthy();
  });

  it("offers the text for Ctrl+C when Excel refuses the clipboard, and claims nothing", async () => {
    const { person } = await calculate({ copy: () => Promise.resolve(false) });
    await goTo(person, "成文");
    await person.click(button("复制全文"));
    expect(await screen.findByRole("textbox", { name: "请手动复制" })).toHaveProperty(
      "value",
      "2022年工作总结\n一、义务教育\n全区在校生15432人，比上年增加69人。\n(一)学前教育。公办率××%，目标65%。",
    );
    expect(screen.queryByText(/已复制/)).toBeNull();
  });
});

describe("writing", () => {
  it("says how many sheets were written and that Excel's own formulas agree", async () => {
    const { person } = await calculate();
    await person.click(button("写入工作簿"));
    expect(await screen.findByText("已写入8张表，重算一致3/3。")).toBeTruthy();
    expect(screen.getByText("第5轮已写入")).toBeTruthy();
  });

  it("names the figures whose formulas differ", async () => {
    const { person } = await calculate({
      write: () =>
        Promise.resolve({
          ok: true,
          value: { sheets: 8, recalculation: { agreed: 2, compared: 3, differing: ["公办率"] } },
        }),
    });
    await person.click(button("写入工作簿"));
    expect(await screen.findByText(/1个数的公式重算与引擎不一致：公办率/)).toBeTruthy();
  });

  it.each([
    [{ kind: "access-denied", sheet: "指标汇总" } as const, "“指标汇总”被加了保护，没有写入。请取消保护后再点一次。"],
    [{ kind: "editing-cell" } as const, "有单元格正在编辑。请按回车结束编辑后再点一次。"],
    [
      { kind: "unexpected", code: "GeneralException", message: "secret" } as const,
      "Excel 报告了意外情况（GeneralException）。请保存工作簿，重开窗格后再试。",
    ],
  ])("says what to do when Excel refuses: %p", async (refusal, words) => {
    const { person } = await calculate({ write: () => Promise.resolve(problem(refusal)) });
    await person.click(button("写入工作簿"));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText(/已写入/)).toBeNull();
  });

  it("marks the report out of date when the sources change", async () => {
    const { person } = await calculate();
    await goTo(person, "收表");
    await person.click(button("全部移除"));
    await person.click(button("本簿中的表"));
    expect(await screen.findByText("已过期")).toBeTruthy();
    expect(screen.getByText("材料换过了，这里还是第5轮的旧数。请先重新计算，再复制或写入。")).toBeTruthy();
    expect(button("重新计算")).toBeTruthy();
  });
});

it("opens at the step a ribbon button asks for", () => {
  const { show } = renderPane();
  act(() => show("text"));
  expect(screen.getByRole("tab", { name: "成文" }).getAttribute("aria-selected")).toBe("true");
});

it("speaks English where Excel does", () => {
  renderPane({}, "en");
  expect(button("Calculate")).toBeTruthy();
  expect(screen.getByRole("tab", { name: "Collect" })).toBeTruthy();
});
