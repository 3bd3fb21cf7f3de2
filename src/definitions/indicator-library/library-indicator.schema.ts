import * as z from "zod";
import { indicatorBetter, indicatorFormat, indicatorKind, indicatorScale, parameterUse } from "../definition.schema";
import { name } from "../entry.schema";
import { defaultsOfIndicator } from "../definition-tables";
import type { LibraryIndicator } from "./library-indicator";

const text = z.string().trim().min(1);
const optional = <T extends z.ZodType>(schema: T) => schema.exactOptional();

const described = {
  code: text.regex(/^[A-Z]\d\d[a-z]?$/u),
  name,
  english: text,
  level: z.enum(["学校", "区县"]),
  kind: optional(indicatorKind),
  unit: optional(text),
  format: optional(indicatorFormat),
  scale: optional(indicatorScale),
  better: optional(indicatorBetter),
  cap: optional(z.number().positive()),
  sensitive: optional(z.literal(true)),
  definition: text,
  source: text,
};

const computed = z
  .strictObject({
    ...described,
    by: z.literal("formula"),
    form: optional(text),
    filter: optional(text),
    numerator: text,
    denominator: optional(text),
    factor: optional(z.number().positive()),
    groupBy: z.array(text).default([]),
  })
  .transform((row) => ({ ...row, ...defaultsOfIndicator(row) }));

const entered = z
  .strictObject({ ...described, by: z.literal("parameter"), use: parameterUse, why: text })
  .transform((row) => {
    const { factor: _, ...defaults } = defaultsOfIndicator(row);
    return { ...row, ...defaults };
  });

const library = z.array(z.discriminatedUnion("by", [computed, entered]));

/**
 * The indicators of one file of the library.
 * @throws Error when the file, which comes with the add-in, is not as library-indicator.ts describes it
 */
export const parseLibraryIndicators = (json: unknown): readonly LibraryIndicator[] => library.parse(json);
