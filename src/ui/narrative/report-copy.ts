import { blockText, linesOf, type Block, type Narrative } from "../../domain/narrative";

/** A text for the clipboard, plain and with the look of an official document. */
export interface ClipboardText {
  readonly plain: string;
  readonly html: string;
}

const bodyStyle =
  "font-family:仿宋_GB2312,仿宋,FangSong,serif;font-size:16pt;line-height:28.95pt;text-indent:2em;margin:0";
const headingFonts = [
  "方正小标宋简体,宋体,SimSun",
  "黑体,SimHei",
  "楷体_GB2312,楷体,KaiTi",
  "仿宋_GB2312,仿宋,FangSong",
  "仿宋_GB2312,仿宋,FangSong",
] as const;

/** The whole report, one printed line a paragraph. */
export const narrativeForClipboard = (narrative: Narrative): ClipboardText => linesForClipboard(linesOf(narrative));

export function linesForClipboard(lines: readonly (readonly Block[])[]): ClipboardText {
  return {
    plain: lines.map((line) => line.map(blockText).join("")).join("\n"),
    html: lines.map(lineHtml).join(""),
  };
}

/** One plain line of text. */
export const textForClipboard = (text: string): ClipboardText => ({ plain: text, html: `<p>${escaped(text)}</p>` });

function lineHtml(line: readonly Block[]): string {
  const title = line[0]?.type === "heading" && line[0].level === 0;
  const style = title ? `font-family:${headingFonts[0]},serif;font-size:22pt;text-align:center;margin:0` : bodyStyle;
  return `<p style="${style}">${line.map(blockHtml).join("")}</p>`;
}

function blockHtml(block: Block): string {
  const text = escaped(blockText(block));
  return block.type === "heading" && block.level > 0
    ? `<span style="font-family:${headingFonts[block.level]},serif">${text}</span>`
    : text;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** How many numbers of the text are not there yet. */
export const gapsIn = (text: string): number => text.split("××").length - 1;
