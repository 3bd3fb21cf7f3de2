import { Document, Packer, type ISectionOptions } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { fontTableXml } from "./font-table";
import { documentSetting, sectionSetting } from "./page-setting";

const fontTablePart = "word/fontTable.xml";
/** A file says when it was made; ours always say the same, so that equal text gives equal bytes. */
const fixedDate = new Date(2000, 0, 1);

/** A document in the setting of official papers, as the bytes of a .docx. */
export async function packDocument(children: ISectionOptions["children"]): Promise<Uint8Array> {
  const document = new Document({ ...documentSetting, sections: [{ ...sectionSetting, children }] });
  const parts = unzipSync(await Packer.pack(document, "uint8array"));
  const changed: Record<string, Uint8Array> = { ...parts, [fontTablePart]: strToU8(fontTableXml) };
  for (const [part, change] of changes) changed[part] = strToU8(change(new TextDecoder().decode(parts[part])));
  return zipSync(changed, { mtime: fixedDate });
}

const changes = new Map<string, (xml: string) => string>([
  ["docProps/core.xml", (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, "$12000-01-01T00:00:00Z")],
  // Lines and characters keep the pitch they are set in; readers differ in how they snap to a grid.
  ["word/styles.xml", (xml) => xml.replace(/<w:pPrDefault\s*\/>/u, offTheGrid)],
]);
const offTheGrid = '<w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>';
