import * as z from "zod";
import { defaults, settings, wordsOfFall, wordsOfRise } from "./definition-tables";
import { name, optional, text } from "./entry.schema";

const headingPattern = z.enum(["一、", "(一)", "1.", "(1)", "一是", "——", "无"]);
const heading = z.strictObject({ pattern: headingPattern, place: z.enum(["独行", "接排", "段内"]).default("独行") });

const reserved = new Set<string>(settings.map(({ label }) => label));
const nameOfTemplates = name.refine((key) => !reserved.has(key), {
  error: "这是设置项的名称，不能再作文稿里的名称。→ 改名",
});

const changeWord = z.templateLiteral([z.enum(wordsOfRise), "/", z.enum(wordsOfFall)], {
  error: `升降词写作“提升/下降”：升用${wordsOfRise.join("、")}，降用${wordsOfFall.join("、")}`,
});

/** 方案·设置. */
export const profile = z.strictObject({
  punctuation: z.enum(["半角", "全角"]).default(defaults.profile.punctuation),
  headings: z
    .array(heading)
    .min(1)
    .max(4)
    .default(() => [...defaults.profile.headings]),
  delta: z.enum(["精确", "按印数"]).default(defaults.profile.delta),
  mask: z.enum(["无", "按位", "统一"]).default(defaults.profile.mask),
  changeWords: z
    .partialRecord(z.enum(["率", "降好率", "量", "增幅"]), changeWord)
    .default({})
    .transform((given) => ({ ...defaults.profile.changeWords, ...given })),
  coverageNote: z
    .union([z.enum(["句内", "脚注", "不注"]), z.boolean().transform((told) => (told ? "句内" : "不注"))])
    .default(defaults.profile.coverageNote),
  due: optional(
    text.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/u, {
      error: "截止写作 2025-09-19T17:30",
    }),
  ),
  smallCells: optional(z.literal([3, 5, 10])),
  names: z.record(nameOfTemplates, z.union([text, z.number()])).default({}),
});
