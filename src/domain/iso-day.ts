import type { SerialDay } from "./cell";

const dayLength = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/** `2009-09-01`. */
export const isoDay = (day: SerialDay): string =>
  new Date(dayZero + Math.floor(day) * dayLength).toISOString().slice(0, 10);
