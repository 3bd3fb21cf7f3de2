const two = (value: number): string => String(value).padStart(2, "0");

/** A moment as the clock on the wall shows it: `2025-09-19T15:12:03`. */
export function localTime(moment: Date): string {
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${day}T${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(":")}`;
}
