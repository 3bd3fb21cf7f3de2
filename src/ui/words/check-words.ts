import type { Deck } from "./deck";

/** 校验. Chinese, then English; the tail of a key names the state: `.e` empty, `.x…` error, `.s` success. */
export const checkWords = {
  "fnd.all": ["全部", "All"],
  "fnd.errors": ["错误", "Errors"],
  "fnd.warnings": ["警告", "Warnings"],
  "fnd.notices": ["提示", "Notices"],
  "fnd.error": ["错误", "Error"],
  "fnd.warning": ["警告", "Warning"],
  "fnd.notice": ["提示", "Notice"],
  "fnd.group": ["{n}条 · 影响{s}句", "{n} findings · {s} clauses"],
  "fnd.general": ["名录、文件与参数", "School list, files and parameters"],
  "fnd.locate": ["定位", "Go to cell"],
  "fnd.locate.later": ["写入工作簿后可以定位到格。", "After writing to the workbook you can go to the cell."],
  "fnd.value": ["实为{found}", "found {found}"],
  "fnd.expected": ["应为{expected}", "expected {expected}"],
  "fnd.off": ["差{difference}", "off by {difference}"],
  "fnd.clauses": ["影响{n}句", "{n} clauses"],
  "fnd.e": ["还没有可校验的数据。先收表，再点“计算”。", "Nothing to check yet. Collect, then calculate."],
  "fnd.s": ["没有待办。错误0，警告0。", "All clear: 0 errors, 0 warnings."],
  "fnd.none": ["这一类没有。", "None of this kind."],
  "fnd.grouping": ["分组", "Grouping"],
  "fnd.by.effect": ["按影响", "By effect"],
  "fnd.by.rule": ["按规则", "By rule"],
  "fnd.like": ["{cause}", "Looks like: {cause}"],
  "fnd.fold": ["改了也不影响任何一句 {n}", "Would change no sentence: {n}"],
  "fnd.explained": ["已说明：{reason}（{by}）", "Explained: {reason} ({by})"],
} as const satisfies Deck;
