import { scanXml } from "../files/scan-xml";
import { attributesOf } from "../files/xml-text";
import type { ZipParts } from "../files/zip-parts";

/** What a part refers to. */
interface Relation {
  readonly id: string;
  /** Last word of the type: `worksheet`, `sharedStrings`; the same in strict and transitional files. */
  readonly type: string;
  /** Path of the part; absent for what lies outside the file. */
  readonly path?: string;
}

/** What `path` refers to; `""` is the file as a whole. */
export function relationsOf(parts: ZipParts, path: string): readonly Relation[] {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/") + 1), path.slice(path.lastIndexOf("/") + 1)];
  const place = `${folder}_rels/${name}.rels`;
  if (!parts.has(place)) return [];
  const relations: Relation[] = [];
  scanXml(parts.bytes(place), {
    open: (element, raw) => {
      if (element !== "Relationship") return;
      const attributes = attributesOf(raw);
      const target = attributes.get("Target") ?? "";
      const isOutside = attributes.get("TargetMode") === "External";
      relations.push({
        id: attributes.get("Id") ?? "",
        type: (attributes.get("Type") ?? "").replace(/^.*\//u, ""),
        ...(!isOutside && { path: resolved(folder, target) }),
      });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const whole = target.replaceAll("\\", "/");
  const segments: string[] = [];
  for (const segment of `${whole.startsWith("/") ? "" : folder}${whole}`.split("/"))
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  return segments.join("/");
}
