/**
 * A reporting unit of the roster (名录), known by its code. `attributes` holds every roster column by its Chinese
 * header (学校代码, 学校名称, 学段, 城乡, 办别, 乡镇 …), all as text; a blank roster cell is absent.
 */
export interface School {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}
