import type { Deck } from "./deck";

/** The frame of the pane, and what every step says. Chinese, then English; the tail of a key names the state: `.e` empty, `.x…` error, `.s` success. */
export const shellWords = {
  "app.name": ["教统成文", "EduStat Report"],
  "app.tagline": ["从收表到成文，每个数都说得清出处", "Every number traced, from school files to text"],
  "app.safe": [
    "只写自己建的表，学校原表一格不动。全程在本机完成，不联网。",
    "Writes only its own sheets; school sheets stay untouched. Everything stays on this computer.",
  ],
  "nav.label": ["四个步骤", "Four steps"],
  "nav.collect": ["收表", "Collect"],
  "nav.check": ["校验", "Check"],
  "nav.totals": ["汇总", "Totals"],
  "nav.text": ["成文", "Write"],
  "run.never": ["未算", "Not run"],
  "run.busy": ["计算中", "Computing"],
  "run.fresh": ["第{n}轮 {time}", "Run {n}, {time}"],
  "run.written": ["第{n}轮已写入", "Run {n} written"],
  "run.stale": ["已过期", "Out of date"],
  "run.stale.text": [
    "材料换过了，这里还是第{n}轮的旧数。请先重新计算，再复制或写入。",
    "The sources have changed; these are still the figures of run {n}. Recalculate before copying or writing.",
  ],
  "facts.schools": ["到报{filed}/{expected}", "In {filed}/{expected}"],
  "facts.findings": ["错{errors} 警{warnings}", "{errors} errors, {warnings} warnings"],
  "facts.clauses": ["可用{ready}/{all}句", "{ready}/{all} clauses ready"],
  "app.run": ["计算", "Calculate"],
  "app.rerun": ["重新计算", "Recalculate"],
  "app.write": ["写入工作簿", "Write to workbook"],
  "app.writing": ["正在写入 {done}/{of}：{label}", "Writing {done} of {of}: {label}"],
  "app.stop": ["停止", "Stop"],
  "app.showmore": ["再显示{n}条", "Show {n} more"],
  "app.close": ["关闭", "Close"],
  "app.search": ["搜索", "Search"],
  "run.l": ["正在计算…", "Calculating…"],
  "run.stopped": ["已停，没有改动任何数。", "Stopped; no number was changed."],
  "write.s": [
    "已写入{n}张表，重算一致{agreed}/{compared}。",
    "{n} sheets written; {agreed}/{compared} recomputed alike.",
  ],
  "write.s.plain": ["已写入{n}张表。", "{n} sheets written."],
  "write.differ": [
    "{n}个数的公式重算与引擎不一致：{list}。请先别用，到“核算”表看公式。",
    "{n} figures differ from their formulas: {list}. Do not use them; see the sheet 核算.",
  ],
  "write.title": ["写入没有完成", "Writing did not finish"],
  "fault.title": ["程序出了意外，这一步没有完成", "Something went wrong; this step is not done"],
  "fault.how": [
    "已经读入和写好的都在。请重开窗格再试；还不行，请把下面这行告诉开发者。",
    "What was read and written is still there. Reopen the pane and try again; if it stays, tell the developer the line below.",
  ],
  "host.payload-too-large": [
    "内容太多，Excel 没有收下。请关掉其他工作簿后再点“写入工作簿”。",
    "Too much for Excel at once. Close other workbooks, then write again.",
  ],
  "host.access-denied": [
    "工作簿结构受保护，不能新建表。请在“审阅”里取消保护后再点一次。",
    "The workbook structure is protected. Unprotect it under Review, then try again.",
  ],
  "host.access-denied.sheet": [
    "“{sheet}”被加了保护，没有写入。请取消保护后再点一次。",
    "“{sheet}” is protected; nothing written. Unprotect it, then try again.",
  ],
  "host.not-found": [
    "要找的表不见了。请点“写入工作簿”重新生成。",
    "The sheet is missing. Write to the workbook again to rebuild it.",
  ],
  "host.editing-cell": [
    "有单元格正在编辑。请按回车结束编辑后再点一次。",
    "A cell is being edited. Press Enter, then try again.",
  ],
  "host.unsupported": [
    "这个 Excel 版本太旧，缺少必要功能。请升级 Excel，或用浏览器预览版。",
    "This Excel is too old. Update it, or use the browser preview.",
  ],
  "host.unexpected": [
    "Excel 报告了意外情况（{code}）。请保存工作簿，重开窗格后再试。",
    "Excel reported something unexpected ({code}). Save, reopen the pane and try again.",
  ],
  "aria.number": ["{v}，回车看来源", "{v}; Enter shows the source"],
  "aria.progress": ["已完成{p}%", "{p}% done"],
  "list.more": ["{list}等{n}所", "{list} and others, {n} in all"],
  "list.joint": ["、", ", "],
} as const satisfies Deck;
