import { digest } from "../../domain/digest";
import type { RunStamp } from "../../domain/edit";
import { exactText } from "../../domain/exact";
import type { WriteInput } from "./write-input";

/** Two runs of equal input have equal digests. */
export const runStamp = (input: WriteInput): RunStamp => ({
  run: input.run,
  definition: `${input.definition.source.title}（${input.definition.source.id}）`,
  definitionDigest: input.definition.digest,
  period: input.definition.source.period,
  at: input.at,
  inputDigest: inputDigest(input),
});

/** Of everything that was taken in: the roster, every reading of every form, and the parameters. */
function inputDigest({ collection, parameters }: WriteInput): string {
  const tables = [...collection.tables.values()].map(({ form, rows, columns }) => [form, rows.map(({ school, filed, file, row }) => [school.code, filed, file, row]), [...columns]]);
  const taken = [collection.schools, collection.ledger, tables, parameters];
  return digest(JSON.stringify(taken, (_key, value: unknown) => (isExact(value) ? exactText(value) : value)));
}

const isExact = (value: unknown): value is Parameters<typeof exactText>[0] =>
  typeof value === "object" && value !== null && "numerator" in value && "denominator" in value;
