const two = (value: number): string => String(value).padStart(2, "0");

/** `2025-09-19T15:12:03`, as the clock on the wall shows it. */
export const localTime = (now: Date): string =>
  `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
