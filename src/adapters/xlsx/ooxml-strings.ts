import { scanXml, type XmlReader } from "../files/scan-xml";
import { cellText } from "../files/xml-text";

/** The texts cells refer to by number; rich text loses its looks, and the reading of Japanese names is left out. */
export function sharedStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (part)
    scanXml(
      part,
      richText("si", (text) => strings.push(text)),
    );
  return strings;
}

/** Gives the text of every element called `holder`. */
export function richText(holder: string, found: (text: string) => void): XmlReader {
  let text = "";
  let isInText = false;
  let phonetic = 0;
  return {
    open: (name) => {
      if (name === holder) text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") isInText = phonetic === 0;
    },
    text: (piece) => {
      if (isInText) text += piece;
    },
    close: (name) => {
      if (name === "t") isInText = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === holder) found(cellText(text));
    },
  };
}
