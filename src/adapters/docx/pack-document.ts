import { Document, Packer, type ISectionOptions } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { fontTableXml } from "./font-table";
import { documentSetting, sectionSetting } from "./page-setting";

const propertiesPart = "docProps/core.xml";
const fontTablePart = "word/fontTable.xml";
/** A file says when it was made; ours always say the same, so that equal text gives equal bytes. */
const fixedDate = new Date(2000, 0, 1);

/** A document in the setting of official papers, as the bytes of a .docx. */
export async function packDocument(children: ISectionOptions["children"]): Promise<Uint8Array> {
  const document = new Document({ ...documentSetting, sections: [{ ...sectionSetting, children }] });
  const parts = unzipSync(await Packer.pack(document, "uint8array"));
  const properties = new TextDecoder()
    .decode(parts[propertiesPart])
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, "$12000-01-01T00:00:00Z");
  return zipSync(
    { ...parts, [propertiesPart]: strToU8(properties), [fontTablePart]: strToU8(fontTableXml) },
    { mtime: fixedDate },
  );
}
