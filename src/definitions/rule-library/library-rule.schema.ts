import * as z from "zod";
import type { FindingCode } from "../../domain/finding";
import { ruleIfMissing, ruleSeverity, ruleTolerance } from "../definition.schema";
import type { LibraryRule } from "./library-rule";

const text = z.string().trim().min(1);
const optional = <T extends z.ZodType>(schema: T) => schema.exactOptional();

const described = {
  id: text,
  rule: text.regex(/^[A-Z]\d+$/u),
  group: z.enum(["完整性", "格式", "代码", "表内", "表间", "年际", "异常", "重复"]),
  says: text,
  instruction: text,
  source: text,
};

const formulaRule = z.strictObject({
  ...described,
  by: z.literal("formula"),
  severity: ruleSeverity,
  columns: z.record(text, text),
  forms: optional(z.record(text, text)),
  when: optional(text),
  formula: text,
  tolerance: optional(ruleTolerance),
  ifMissing: ruleIfMissing.default("不判"),
  message: optional(text),
});

const readerRule = z.strictObject({
  ...described,
  by: z.literal("reader"),
  severity: z.enum(["error", "warning", "notice"]),
  findings: z.array(z.custom<FindingCode>((code) => typeof code === "string")).min(1),
});

const library = z.array(z.discriminatedUnion("by", [formulaRule, readerRule]));

/**
 * The rules of one file of the library.
 * @throws Error when the file, which comes with the add-in, is not as library-rule.ts describes it
 */
export const parseLibraryRules = (json: unknown): readonly LibraryRule[] => library.parse(json);
