import { strFromU8, strToU8, zipSync } from "fflate";
import { isArchive, unpackArchive } from "../../../src/adapters/files/unpack-archive";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { putSheet } from "../xlsx/put-sheet";

/** The files found, as `name=text`, or why there are none. */
function unpacked(bytes: Uint8Array): readonly string[] | string {
  const result = unpackArchive(bytes);
  return result.ok ? result.value.map(({ file, bytes: content }) => `${file}=${strFromU8(content)}`) : result.problem;
}

const archive = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** The same archive with other bytes where a name of the same length stood. */
const renamed = (bytes: Uint8Array, from: string, to: readonly number[]): Uint8Array =>
  new Uint8Array(
    Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, Buffer.from(to).toString("latin1")), "latin1"),
  );

describe("an archive of workbooks", () => {
  it("gives its files with their folders, in the order of their names", () => {
    expect(unpacked(archive({ "乙镇/二小.xlsx": "2", "甲镇/一小.xls": "1", "三小.csv": "3" }))).toEqual([
      "三小.csv=3",
      "乙镇/二小.xlsx=2",
      "甲镇/一小.xls=1",
    ]);
  });

  it("reads names that Windows packed in GBK", () => {
    const gbk = [0xb3, 0xc7, 0xb9, 0xd8, 0xd0, 0xa1, 0xd1, 0xa7];
    expect(unpacked(renamed(archive({ "AAAAAAAA.xls": "1" }), "AAAAAAAA", gbk))).toEqual(["城关小学.xls=1"]);
  });

  it("leaves out folders, paths that lead outside, and what programs leave behind", () => {
    const files = {
      "甲/": "",
      "../外.xlsx": "x",
      "甲/../../外.xlsx": "x",
      "__MACOSX/._一小.xlsx": "x",
      "~$一小.xlsx": "x",
      "甲/Thumbs.db": "x",
      ".DS_Store": "x",
      "/根.xlsx": "1",
      "C:\\乙\\二小.xlsx": "2",
    };
    expect(unpacked(archive(files))).toEqual(["乙/二小.xlsx=2", "根.xlsx=1"]);
  });

  it.each<[what: string, bytes: Uint8Array, why: string]>([
    ["is cut off", archive({ "一小.xlsx": "1" }).slice(0, 40), "truncated"],
    ["unpacks to far more than it is", zipSync({ a: new Uint8Array(30e6) }, { level: 9 }), "too-large"],
    ["holds two files of one name", renamed(archive({ aa: "1", ab: "2" }), "ab", [0x61, 0x61]), "truncated"],
  ])("that %s is refused as a whole", (_what, bytes, why) => {
    expect(unpacked(bytes)).toBe(why);
  });

  it("is told from a workbook, which is a zip as well", async () => {
    expect(isArchive(archive({ "一小.xlsx": "1" }))).toBe(true);
    expect(isArchive(await writeWorkbookFile([putSheet([[{ text: "甲" }]])]))).toBe(false);
    expect(isArchive(strToU8("代码,名称"))).toBe(false);
  });
});
