import type { Reading } from "../../domain/cell";
import type { Collection } from "../../domain/collected";
import { digest } from "../../domain/digest";
import type { RunStamp } from "../../domain/edit";
import { type Exact, exactText } from "../../domain/exact";
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

/** Of everything that was taken in: the roster, all readings of both years, the parameters, and what people decided. */
function inputDigest({ collection, previous, parameters, casework }: WriteInput): string {
  const taken = [collection.schools, formsRead(collection), previous && formsRead(previous), parameters, casework];
  return digest(JSON.stringify(taken, exactAsText));
}

const formsRead = ({ tables }: Collection) =>
  [...tables.values()].map(({ form, rows, columns }) => [
    form,
    rows.map(({ school, filed, file }) => [school.code, filed, file]),
    [...columns].map(([column, readings]) => [column, readings.map(readingText)]),
  ]);

/** What a cell said, wherever it stood. */
function readingText(reading: Reading): string | null {
  switch (reading.state) {
    case "missing":
      return null;
    case "not-applicable":
      return "-";
    case "unreadable":
      return `?${reading.raw}`;
    case "reported": {
      const { type, value } = reading.value;
      return `${type}:${type === "number" ? exactText(value) : String(value)}`;
    }
  }
}

const exactAsText = (_key: string, value: unknown): unknown => (isExact(value) ? exactText(value) : value);
const isExact = (value: unknown): value is Exact =>
  typeof value === "object" && value !== null && "numerator" in value && "denominator" in value;
