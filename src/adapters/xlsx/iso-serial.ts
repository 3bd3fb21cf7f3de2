import type { SerialDay } from "../../domain/cell";

const millisecondsPerDay = 86_400_000;
/** 1899-12-30, from which Excel's days count since its invented 1900-02-29. */
const epoch = Date.UTC(1899, 11, 30);
const inventedLeapDay = 60;

const iso = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/u;

/** The serial of `2023-09-01`, `2023-09-01T08:00:00` or `08:00:00`; undefined for any other text. */
export function isoSerial(text: string): SerialDay | undefined {
  const match = iso.exec(text);
  if (!match || text === "" || text === "T" || text === "Z") return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = match;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (year === undefined) return time;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  const days = (date.getTime() - epoch) / millisecondsPerDay;
  const serial = days <= inventedLeapDay ? days - 1 : days;
  return serial >= 1 ? serial + time : undefined;
}
