/** Words by which people mark later versions in file names, from early to late. */
const marks: readonly RegExp[] = [/初稿|草稿|原稿/u, /修改|更正|改后|改正|重报|补报/u, /最终|最新|终稿|定稿/u];
const numerals = "零一二三四五六七八九十";

/** The name of the file that looks newer, by when they arrived, else by their names; undefined when nothing tells, or the two disagree. */
export function newerOf(one: string, other: string, received: ReadonlyMap<string, string>): string | undefined {
  const byDate = later(received.get(one), received.get(other));
  const byName = later(versionOf(one), versionOf(other));
  const sign = byDate === 0 || byName === 0 ? byDate + byName : byDate === byName ? byDate : 0;
  return sign === 0 ? undefined : sign > 0 ? other : one;
}

/** Positive when the second is later; 0 when equal or when one of them is not known. */
function later<T extends string | number>(one: T | undefined, other: T | undefined): number {
  if (one === undefined || other === undefined || one === other) return 0;
  return other > one ? 1 : -1;
}

/** `第2次` is 2; words stand between whole numbers so that 修改 comes after a name without any. */
function versionOf(file: string): number {
  const name = file.normalize("NFKC").replace(/\.[^.]*$/u, "");
  const [, counted] = /第([\d零一二三四五六七八九十])次|[vV](\d)/u.exec(name)?.filter((part: string | undefined) => part !== undefined) ?? []; // prettier-ignore
  if (counted !== undefined) return numerals.includes(counted) ? numerals.indexOf(counted) : Number(counted);
  const mark = marks.findLastIndex((words) => words.test(name));
  return mark < 0 ? 1 : ([0.5, 1.5, 100][mark] ?? 1);
}
