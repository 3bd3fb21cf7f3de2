import fc from "fast-check";
import type { CellRange } from "../../../src/domain/snapshot";

/** A generated file. Its name tells its format, as far as a message is concerned. */
export interface GeneratedBook {
  readonly file: string;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

const pieces = ["甲", "城关小学", " ", "  ", "\n", "\t", "&", "<b>", "&amp;", "&#65;", "_x0041_", "_x000d_", "_x", "]]>", "😀", "𠀀", "'", '"', "=1+1", "0012", "#REF!", "#N/A", "1e5", "甲\u00a0乙", "\u200b", "TRUE", "2022-09-01"]; // prettier-ignore
export const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));

export const number = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1 + 0.2, 1 / 3, 370830199001011234, 123456789012345, 1.2345678901234567, 1e21, 5e-324, 1e308, -0.5),
);
/** Days Excel can show, with and without a time; around its invented 1900-02-29 too. */
export const day = fc.oneof(
  fc.integer({ min: 0, max: 70 }),
  fc.integer({ min: 30_000, max: 50_000 }),
  fc.constantFrom(45_000.5, 44_805.25, 0.75),
);
export const formats = ["General", "0", "0.00", "#,##0.00;[Red]-#,##0.00", "0.00E+00", "@", "yyyy/m/d", "yyyy-mm-dd hh:mm", 'yyyy"年"m"月"d"日"', "[$-804]yyyy年m月", "h:mm:ss", "[h]:mm", 'General"人"', '"d"0', "0\\d", "[DBNum1]General"] as const; // prettier-ignore
export const format = fc.constantFrom(...formats);
export const errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"] as const;

const sheetName = fc.constantFrom("表1 在校生", "R&D", "Sheet1", "a'b", "<甲>", '"乙"', " 前", "😀");
export const sheetNames = fc.uniqueArray(sheetName, { minLength: 1, maxLength: 3 });
export const grid = <T>(cell: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
  fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
/** Merged areas below one another. */
export const merges = fc
  .array(fc.tuple(fc.nat(4), fc.nat(2), fc.integer({ min: 1, max: 3 })), { maxLength: 3 })
  .map((all): CellRange[] =>
    all.map(([left, down, across], index) => ({
      top: index * 3,
      left,
      bottom: index * 3 + down,
      right: left + across,
    })),
  );
export const visibility = fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2);
