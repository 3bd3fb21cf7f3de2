import { scanXml } from "../files/scan-xml";

/** Runs that are struck out by tracking, and what is drawn a second time for older programs. */
const leftOut: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "delText",
  "delInstrText",
  "instrText",
  "Fallback",
  "pPrChange",
  "rPrChange",
]);
const lineBreaks: ReadonlySet<string> = new Set(["br", "cr"]);

/**
 * The text of one part of a document: every paragraph a line, those of tables and text boxes too. A text box stands where
 * it is anchored, on lines of its own.
 *
 * @throws Unreadable
 */
export function documentText(bytes: Uint8Array): string {
  const lines: string[] = [];
  const open: string[] = [];
  let [hidden, isText] = [0, false];
  scanXml(bytes, {
    open: (name) => {
      if (leftOut.has(name)) hidden += 1;
      if (name === "p") open.push("");
      isText = name === "t";
      if (hidden === 0 && name === "tab") append(open, "\t");
      if (hidden === 0 && name === "noBreakHyphen") append(open, "-");
    },
    text: (text) => {
      if (isText && hidden === 0) append(open, text);
    },
    close: (name) => {
      if (leftOut.has(name)) hidden -= 1;
      if (name === "t") isText = false;
      if (name === "p") {
        const line = open.pop() ?? "";
        if (hidden === 0) lines.push(line);
      } else if (lineBreaks.has(name) && hidden === 0) append(open, "\n");
    },
  });
  return lines.join("\n");
}

/** Adds to the paragraph that is being read. */
function append(open: string[], text: string): void {
  if (open.length > 0) open[open.length - 1] += text;
}
