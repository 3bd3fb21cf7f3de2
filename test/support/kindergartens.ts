import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import type { School } from "../../src/domain/school";
import { readRoster } from "../../src/definitions/roster-sheet";
import { sheetEdit, text } from "../adapters/office/sheet-edits";

export interface FileOf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A district of as many kindergartens as asked for: the sample's own, each copied under new codes and names. */
export interface Kindergartens {
  readonly roster: FileOf;
  readonly submissions: readonly FileOf[];
}

const home = join(__dirname, "../../samples/wenshang-2022");

export async function kindergartens(count: number): Promise<Kindergartens> {
  const reading = readWorkbookFile(readFileSync(join(home, "roster.xlsx")), "roster.xlsx");
  if (reading.state !== "read") throw new Error("the sample's roster cannot be read");
  const originals = readRoster(reading.workbook).schools.filter(({ attributes }) => attributes["学段"] === "学前");
  const files = new Set(readdirSync(join(home, "submissions")));
  const sources = originals.filter(({ name }) => files.has(`${name}.xlsx`));
  const copies = Array.from({ length: count }, (_, index) => {
    const original = sources[index % sources.length];
    if (!original) throw new Error("the sample has no kindergartens");
    return { original, code: String(3799000001 + index), name: `${original.name}${String(index + 1)}号园` };
  });
  return {
    roster: { name: "roster.xlsx", bytes: await rosterFile(copies) },
    submissions: copies.map(({ original, code, name }, index) => ({
      name: `${name}.xlsx`,
      bytes: renamed(original, code, name, Math.floor(index / sources.length)),
    })),
  };
}

/** No two schools have all their numbers alike: a copy has `more` in the first large number of its file. */
function renamed(original: School, code: string, name: string, more: number): Uint8Array {
  const parts = unzipSync(readFileSync(join(home, "submissions", `${original.name}.xlsx`)));
  let left = more;
  const written = Object.entries(parts).map(([path, bytes]) => {
    if (!path.endsWith(".xml")) return [path, bytes] as const;
    const copied = strFromU8(bytes).replaceAll(original.code, code).replaceAll(original.name, name);
    const raised = copied.replace(
      /(<c r="[A-Z]+\d+"(?: s="\d+")?><v>)(\d{4,})(?=[.<])/u,
      (_, cell: string, number: string) => {
        const sum = Number(number) + left;
        left = 0;
        return `${cell}${String(sum)}`;
      },
    );
    return [path, strToU8(raised)] as const;
  });
  return zipSync(Object.fromEntries(written), { level: 1 });
}

function rosterFile(
  copies: readonly { readonly original: School; readonly code: string; readonly name: string }[],
): Promise<Uint8Array> {
  const columns = [...new Set(["学校代码", "学校名称", "简称", ...Object.keys(copies[0]?.original.attributes ?? {})])];
  const own = (code: string, name: string): Readonly<Record<string, string>> => ({
    学校代码: code,
    学校名称: name,
    简称: name,
    别名: "",
  });
  const rows = copies.map(({ original, code, name }) =>
    columns.map((column) => text(own(code, name)[column] ?? original.attributes[column] ?? "")),
  );
  return writeWorkbookFile([sheetEdit("roster", "名录", [columns.map(text), ...rows])]);
}
