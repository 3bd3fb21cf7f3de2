/** `9月19日17:30` of `2025-09-19T17:30`, `9月19日` of `2025-09-19`. */
export function dueText(iso: string): string {
  const [, month, day, time] = /^\d{4}-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?/u.exec(iso) ?? [];
  if (month === undefined || day === undefined) throw new Error(`no day: ${iso}`);
  return `${String(Number(month))}月${String(Number(day))}日${time ?? ""}`;
}
