import type { CellAddress } from "../../domain/cell";
import { type Words, error, notice, sheetOf, short, warning } from "./words";

/** Words of findings about who has sent what. */

export const formMissing = (school: string, form: string): Words =>
  error(`${short(school, 20)}没有报“${short(form)}”`, "请学校补报这张表；不用报请改表样的范围");

export const nothingToReport = (school: string, form: string): Words =>
  notice(`${short(school, 20)}没有交“${short(form)}”，按没有这类记录算`, "如果应当有记录，请学校补报");

export const notFiled = (school: string, forms: number): Words =>
  error(`${short(school, 20)}没有报送（应报${String(forms)}张表）`, "请催报；已撤并的请在名录里填停用");

export const filedEmpty = (school: string, form: string): Words =>
  error(`${short(school, 20)}交来的“${short(form)}”是空表，按没有报算`, "请学校填好再发；没有填0，不适用填—");

export const schoolOutOfScope = (at: CellAddress, school: string, form: string): Words =>
  notice(`${sheetOf(at)}：${short(school)}不在“${short(form)}”的应报范围，没有采用`, "该报请改表样的范围或名录");

export const schoolExempt = (at: CellAddress, school: string, form: string): Words =>
  notice(`${sheetOf(at)}：${short(school)}的“${short(form)}”免报，报来的没有采用`, "要采用请删去免报登记");

export const schoolMerged = (at: CellAddress, school: string, successor: string): Words =>
  warning(`${sheetOf(at)}：${short(school)}已并入${short(successor)}，没有采用`, "请核对这些数是否应由并入的学校报");

export const coveredByMain = (at: CellAddress, campus: string, main: string): Words =>
  warning(`${sheetOf(at)}：${short(campus)}随${short(main)}填报，单独报的没有采用`, "请核对主校的数是否已含这个校区");

export const schoolTwice = (
  school: string,
  form: string,
  [first, second]: readonly [string, string],
  newer: string | undefined,
): Words =>
  error(
    `${short(school)}的“${short(form, 8)}”报了两份且不同：${short(first, 14)}、${short(second, 14)}`,
    `${newer === undefined ? "" : `看来${short(newer, 14)}较新。`}请采用其中一份，或移走另一份再收；在此之前不用这些数`,
  );

export const laterVersion = (school: string, form: string, accepted: string, later: string): Words =>
  warning(
    `${short(school)}的“${short(form, 8)}”采用了${short(accepted, 14)}，之后又来了${short(later, 14)}`,
    "请核对是否改用后来的一份",
  );

export const schoolsAlike = (first: string, second: string): Words =>
  error(`${short(first, 16)}和${short(second, 16)}报来的数全部相同`, "请核对是否一校的文件改了校名，或交错了文件");

export const codeDiffers = (name: string, written: string, code: string): Words =>
  error(`${short(name)}表内的标识码${short(written)}与名录的${short(code)}不同`, "请核对标识码");

export const organisationCodeWrong = (name: string, element: string): Words =>
  warning(`${short(name)}的${short(element)}第9至17位校验不符`, "请按证书核对");

export const creditCodeTwice = (first: string, second: string): Words =>
  error(`${short(first, 16)}和${short(second, 16)}的统一社会信用代码相同`, "请按证书核对两校的代码");

export const sameRemark = (file: string): string => `与${short(file, 24)}内容相同，没有重复计入`;
export const notChosenRemark = (file: string): string => `已采用${short(file, 24)}，这份没有计入`;

export const schoolChanged = (name: string, what: string, was: string, now: string): Words =>
  warning(`${short(name)}的${what}由“${short(was)}”变成“${short(now)}”`, "请核对，确有变更的写情况说明");

export const copiedFromLastYear = (name: string, form: string): Words =>
  warning(`${short(name)}的“${short(form)}”所有数与上年相同`, "请学校核对是不是交了上年的表，确是这样写情况说明");
