import type { School } from "../domain/school";

/** `3708300001_城关小学.xlsx`, without characters a file system might refuse. */
export const schoolFileName = ({ code, name }: School): string =>
  `${`${code}_${name}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}.xlsx`;
