/** @jest-environment jest-fixed-jsdom */
import { act, screen, within } from "@testing-library/react";
import type { Casework } from "../../src/domain/casework";
import { ok, problem } from "../../src/domain/result";
import type { PaneSession, Progress, ReportSources } from "../../src/usecases/pane-session";
import { chosen } from "../support/fake-session";
import { paneReport } from "../support/report-fixture";
import { calculate, goTo, renderPane, user } from "./render-pane";

/** A session that remembers the decisions it was last asked to compute with. */
function recordRuns() {
  let casework: Casework | undefined;
  const session: Partial<PaneSession> = {
    compute: (sources) => {
      casework = sources.casework;
      return Promise.resolve(ok(paneReport));
    },
  };
  return { session, casework: () => casework };
}

function listed(message: string | RegExp): HTMLElement {
  const row = screen.getByText(message).closest("[role=listitem]");
  if (!(row instanceof HTMLElement)) throw new Error("a finding stands in a list");
  return row;
}

/** Fluent hides its overlays from readers too long when several tests share a page. */
const openDrawer = () => screen.findByRole("dialog", { hidden: true });

async function decide(person: ReturnType<typeof user>, drawer: HTMLElement, reason: string, by: string) {
  await person.click(within(drawer).getByRole("textbox", { name: /原因/, hidden: true }));
  await person.paste(reason);
  await person.click(within(drawer).getByRole("textbox", { name: /谁确认的/, hidden: true }));
  await person.paste(by);
  await person.click(within(drawer).getByRole("button", { name: "记下", hidden: true }));
}

const recalculate = (person: ReturnType<typeof user>) =>
  person.click(screen.getByRole("button", { name: "重新计算", hidden: true }));

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

  it("computes a sample of two years with last year's reports and school list", async () => {
    const asked: ReportSources[] = [];
    renderPane({
      loadSample: () =>
        Promise.resolve({
          definition: "city-briefing",
          roster: chosen("名录.xlsx"),
          submissions: [chosen("市一中.xlsx")],
          previous: [chosen("市一中.xlsx"), chosen("育才高中.xlsx")],
          previousRoster: chosen("2020年名录.xlsx"),
        }),
      compute: (sources) => {
        asked.push(sources);
        return Promise.resolve(ok(paneReport));
      },
    });
    await user().click(button("载入示例"));
    await user().click(await screen.findByRole("button", { name: "计算" }));
    await screen.findByText("三年级合计与男女之和不等。");
    expect(asked.map(({ readings, previous, previousRoster }) => [readings.length, previous?.length, previousRoster?.path])).toEqual([[1, 2, "2020年名录.xlsx"]]); // prettier-ignore
    await goTo(user(), "收表");
    expect(screen.getByTitle("2020年名录.xlsx")).toBeTruthy();
    await user().click(button("上年名录：不用"));
    expect(screen.getByText("同今年")).toBeTruthy();
  });

  it("accounts for every cell: used, ignored and rejected", async () => {
    const { person } = await calculate();
    await goTo(person, "收表");
    expect(screen.getByText("读完4个：已收2 · 要您定1 · 未收1")).toBeTruthy();
    expect(screen.getByText("非空格120 = 已用88 + 略过30 + 退回2")).toBeTruthy();
    expect(screen.getByText("有打开密码，没有读。请学校去掉密码再发。")).toBeTruthy();
    expect(screen.getByText(/^表2!G9 写的是“约五百”/)).toBeTruthy();
    expect(screen.getByText("表2!G10：写的是“无”，不是数字")).toBeTruthy();
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
    expect(screen.getByText("到报2/3（66%）")).toBeTruthy();
    expect(screen.getByText("各乡镇：城关镇 2/3")).toBeTruthy();
    expect(screen.getByText("未报")).toBeTruthy();
    await person.click(button("复制催报名单"));
    expect(copied).toEqual([paneReport.chaseList, `<p>${paneReport.chaseList}</p>`]);
  });

  it("can be marked exempt, with a reason and a person only", async () => {
    const runs = recordRuns();
    const { person } = await calculate(runs.session);
    await goTo(person, "收表");
    await person.click(button("记为免报…"));
    const drawer = await openDrawer();
    const record = within(drawer).getByRole("button", { name: "记下", hidden: true });
    expect(record).toHaveProperty("disabled", true);
    await decide(person, drawer, "今年八月已撤并", "王统计");
    await recalculate(person);
    expect(runs.casework()?.exemptions).toEqual([{ school: "03", reason: "今年八月已撤并", by: "王统计" }]);
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
    await person.click(screen.getByRole("tab", { name: "警告 2" }));
    expect(screen.queryByText("三年级合计与男女之和不等。")).toBeNull();
    expect(screen.getByText("东湾幼儿园没有报幼儿园表。")).toBeTruthy();
  });
});

describe("deciding about a finding", () => {
  it("explains a warning, never an error", async () => {
    const runs = recordRuns();
    const { person } = await calculate(runs.session);
    const error = listed("三年级合计与男女之和不等。");
    expect(within(error).queryByRole("button", { name: "说明" })).toBeNull();
    await person.click(within(listed("在校生比上年少52人。")).getByRole("button", { name: "说明" }));
    await decide(person, await openDrawer(), "九月有一个班并入中心小学", "王统计");
    expect(await screen.findByText("已过期")).toBeTruthy();
    await recalculate(person);
    const about = { school: "02", rule: "F3", element: "在校生数" };
    const given = { reason: "九月有一个班并入中心小学", by: "王统计", at: "2023-01-09T16:00:00" };
    expect(runs.casework()?.explanations).toEqual([{ ...about, ...given }]);
  });

  it("puts a correction beside the school's value, with the probable cause filled in", async () => {
    const runs = recordRuns();
    const { person } = await calculate(runs.session);
    expect(screen.getByText("像是数字抄反了：401 → 410，改后规则全过")).toBeTruthy();
    await person.click(within(listed("三年级合计与男女之和不等。")).getByRole("button", { name: "更正" }));
    const drawer = await openDrawer();
    expect(within(drawer).getByRole("textbox", { name: /现值/, hidden: true })).toHaveProperty("value", "410");
    await decide(person, drawer, "电话核实，抄反了", "王统计");
    await recalculate(person);
    const cell = { school: "01", form: "基本情况", element: "三年级", key: [], was: "401", now: "410" };
    const given = { reason: "电话核实，抄反了", by: "王统计", at: "2023-01-09T16:00:00" };
    expect(runs.casework()?.corrections).toEqual([{ ...cell, ...given }]);
  });

  it("marks the sentences a correction changes, old and new, before anything is calculated again", async () => {
    const changed = { id: "C1", was: "全区在校生15432人", now: "全区在校生15468人", numbers: [{ slot: "{在校生数}", was: "15432人", now: "15468人" }] }; // prettier-ignore
    const { person } = await calculate({ stale: () => Promise.resolve([changed]) });
    await person.click(within(listed("三年级合计与男女之和不等。")).getByRole("button", { name: "更正" }));
    await decide(person, await openDrawer(), "电话核实，抄反了", "王统计");
    await person.click(screen.getByRole("tab", { name: /^成文/, hidden: true }));
    expect(await screen.findByText("15432人 → 15468人")).toBeTruthy();
    expect(screen.getAllByText("第5轮旧数")).toHaveLength(1);
  });

  it("learns a heading that was only proposed, and can take a learned one back", async () => {
    const runs = recordRuns();
    const { person } = await calculate(runs.session);
    await person.click(within(listed(/没有找到“在校生数”/)).getByRole("button", { name: "就是它" }));
    await goTo(person, "收表");
    await person.click(screen.getByText("已记下的办理 1"));
    await person.click(await screen.findByRole("button", { name: "撤销" }));
    await recalculate(person);
    expect(runs.casework()?.spellings).toEqual([
      { form: "基本情况", element: "在校生数", heading: "在校生总数", active: true, at: "2023-01-09T16:00:00" },
      { form: "基本情况", element: "班数", heading: "班级总数", by: "王统计", active: false },
    ]);
  });

  it("folds what would change no sentence", async () => {
    const { person } = await calculate();
    const fold = screen.getByRole("button", { name: "改了也不影响任何一句 1" });
    expect(screen.queryByText("有3格带空格。")).toBeNull();
    await person.click(fold);
    expect(await screen.findByText("有3格带空格。")).toBeTruthy();
  });
});

describe("returning and sending again", () => {
  it("has a slip for each school, to copy or to save", async () => {
    const copied: string[] = [];
    const { person } = await calculate({
      copy: (plain) => {
        copied.push(plain);
        return Promise.resolve(true);
      },
    });
    await person.click(button("退回单（1校）"));
    const drawer = await openDrawer();
    await person.click(within(drawer).getByRole("button", { name: "复制这校", hidden: true }));
    expect(copied).toEqual(["【退回】城关小学：请改1处后重发。"]);
    await person.click(within(drawer).getByRole("button", { name: "存成文件（1份）", hidden: true }));
    expect(await within(drawer).findByText("已存：退回单.zip")).toBeTruthy();
  });

  it("compares two versions and takes the one that is chosen", async () => {
    const runs = recordRuns();
    const school = { code: "02", name: "柳林小学", aliases: [], attributes: {} };
    const { person } = await calculate({
      ...runs.session,
      compare: () =>
        Promise.resolve({
          earlier: "柳林小学.xlsx",
          later: "柳林小学(改).xlsx",
          comparison: {
            school,
            fixed: [],
            stillOpen: [],
            fresh: [],
            changedUnasked: [
              { form: "基本情况", element: "班数", row: "", cell: "表2!C9", from: "28", to: "29", difference: "+1" },
            ],
            identical: false,
          },
          clauses: [{ id: "C1", from: "甲", to: "乙" }],
        }),
    });
    await goTo(person, "收表");
    await person.click(screen.getAllByRole("button", { name: "比对" })[0] as HTMLElement);
    const drawer = await openDrawer();
    expect(await within(drawer).findByText("没让改却变了 1")).toBeTruthy();
    expect(within(drawer).getByText(/表2!C9\s班数\s28 → 29\s\+1/)).toBeTruthy();
    expect(within(drawer).getByText("采用后改变1句")).toBeTruthy();
    await person.click(within(drawer).getByRole("button", { name: "采用“柳林小学(改).xlsx”", hidden: true }));
    await recalculate(person);
    expect(runs.casework()?.accepted).toEqual([{ school: "02", file: "柳林小学(改).xlsx" }]);
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
    const feeds = { at: { file: "城关小学.xlsx", sheet: "表2", row: 8, column: 6 }, remarks: [], figures: [] };
    const { person } = await calculate({
      traceCell: () => Promise.resolve({ ...feeds, clauses: [{ id: "C9", text: "校均在校生5144人" }] }),
    });
    await goTo(person, "汇总");
    await person.click(button("在校生数15432人，回车看来源"));
    // Between tests in one page Fluent hides its overlays from readers too long; the browser test checks them as they are.
    const drawer = await screen.findByRole("dialog", { hidden: true });
    expect(await within(drawer).findByText("各校在校生数之和 15432 = 15432人")).toBeTruthy();
    expect(within(drawer).getByText("应报3校，计入3校")).toBeTruthy();
    expect(within(drawer).getByText("城关小学.xlsx › 表2!G9")).toBeTruthy();
    expect(within(drawer).getByText("“全区在校生15432人”")).toBeTruthy();
    expect(within(drawer).getByText("写入工作簿后由 Excel 公式重算")).toBeTruthy();
    await person.click(within(drawer).getAllByRole("button", { name: "影响", hidden: true })[0] as HTMLElement);
    expect(await within(drawer).findByText("校均在校生5144人")).toBeTruthy();
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

  it("shows the source of a number in a heading as of one in a sentence", async () => {
    const target = {
      type: "slot",
      text: "65%",
      template: "{公办率:目标}",
      figures: [],
      parameters: ["目标|公办率||"],
    } as const;
    const blocks = paneReport.narrative.blocks.map((block) =>
      block.type === "heading" && block.id === "H2"
        ? { ...block, text: "公办率达到65%", spans: [{ type: "words", text: "公办率达到" } as const, target] }
        : block,
    );
    const { person } = await calculate({
      compute: () => Promise.resolve(ok({ ...paneReport, narrative: { blocks } })),
    });
    await goTo(person, "成文");
    const [inHeading] = screen.getAllByRole("button", { name: "65%，回车看来源" });
    expect(inHeading?.parentElement?.textContent).toBe("(一)公办率达到65%。");
    await person.click(inHeading as HTMLElement);
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
