import * as z from "zod";

// The pane's content security policy refuses generated code.
z.config({ jitless: true });

export const text = z.string().trim().min(1);
/** Kept to the character, so that a fault's position is the one in the cell. */
export const formula = z.string().regex(/\S/u, { error: "不能只有空格。→ 填写公式，或清空" });
const entry = text.regex(/^[^;；]*$/u, { error: "列表里的值不能含分号。→ 改名" });
export const list = z.array(entry);
export const name = text.regex(/^(?![A-Za-z]{1,3}\d+$)[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z_0-9]*$/u, {
  error: "名称以汉字或字母开头，只含汉字、字母、数字和下划线，也不能像单元格地址。→ 改名，表上的写法填在“别名”",
});
/** Two cells of one name would be one row: absent and `[]` are the same. */
export const rows = <T extends z.ZodType>(row: T) => z.array(row).default([]);
export const optional = <T extends z.ZodType>(schema: T) => schema.exactOptional();
