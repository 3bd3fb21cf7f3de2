import { blockText, type Block } from "../../domain/narrative";
import { officialText } from "../../domain/official-text";

/** A text for the clipboard, plain and with the look of an official document. */
export interface ClipboardText {
  readonly plain: string;
  readonly html: string;
}

/** Letters and digits, then Chinese: others take the first that has the sign, Word asks for each script on its own. */
const fonts = (...chinese: readonly string[]): string =>
  `font-family:'Times New Roman',${chinese.join(",")},serif;mso-ascii-font-family:'Times New Roman';mso-fareast-font-family:${chinese[0] ?? ""}`;
const titleFonts = fonts("方正小标宋简体", "方正小标宋_GBK", "华文中宋", "宋体", "SimSun");
const bodyFonts = fonts("仿宋_GB2312", "仿宋", "FangSong", "STFangsong");
/** By level of heading, from 1. */
const headingStyles = [
  fonts("黑体", "SimHei", "STHeiti"),
  fonts("楷体_GB2312", "楷体", "KaiTi", "STKaiti"),
  `${bodyFonts};font-weight:bold`,
  bodyFonts,
] as const;

const exactLines = "margin:0;line-height:28.95pt;mso-line-height-rule:exactly";
const titleStyle = `${exactLines};${titleFonts};font-size:22pt;text-align:center;mso-outline-level:1`;
/** Two characters of 16 pt. */
const bodyStyle = `${exactLines};${bodyFonts};font-size:16pt;text-align:justify;text-justify:inter-ideograph;text-indent:32pt;mso-char-indent-count:2.0`;

/** Plain text word for word as told; the other in the setting and the punctuation of official documents. */
export function linesForClipboard(lines: readonly (readonly Block[])[]): ClipboardText {
  return {
    plain: lines.map((line) => line.map(blockText).join("")).join("\n"),
    html: lines.map(lineHtml).join(""),
  };
}

/** One plain line of text. */
export const textForClipboard = (text: string): ClipboardText => ({ plain: text, html: `<p>${escaped(text)}</p>` });

function lineHtml(line: readonly Block[]): string {
  return `<p lang="zh-CN" style="${lineStyle(line)}">${line.map(blockHtml).join("")}</p>`;
}

function lineStyle(line: readonly Block[]): string {
  const [first] = line;
  if (first?.type !== "heading") return bodyStyle;
  if (first.level === 0) return titleStyle;
  return line.length === 1 ? `${bodyStyle};mso-outline-level:${String(first.level + 1)}` : bodyStyle;
}

function blockHtml(block: Block): string {
  const text = escaped(officialText(blockText(block)));
  return block.type === "heading" && block.level > 0
    ? `<span style="${headingStyles[block.level - 1] ?? bodyFonts}">${text}</span>`
    : text;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** How many numbers of the text are not there yet. */
export const gapsIn = (text: string): number => text.split("××").length - 1;
