import type { CellAddress } from "../../domain/cell";
import { type Words, error, notice, short, warning, where } from "./words";

/** Words of findings about whole files and sheets. */

export const personalData = (at: CellAddress, count: number): Words =>
  error(`${where(at)}起有${String(count)}处像姓名、证件号、电话等个人信息，没有读入`, "请学校删去个人信息再发");

export const sheetHidden = (sheet: string): Words => error(`表“${short(sheet)}”被隐藏，没有读`, "请学校取消隐藏后重发");

export const sheetHiddenToo = (sheet: string): Words =>
  notice(`表“${short(sheet)}”被隐藏，没有读；按看得见的同名表收下`, "请核对隐藏的是不是旧表");

export const rowsHidden = (at: CellAddress, count: number): Words =>
  warning(`${where(at)}起有${String(count)}个读到的格在隐藏的行或列里`, "这些数已读入，请学校核对是否作废");

export const externalLinks = (file: string): Words =>
  warning(`${short(file, 24)}的公式取用了别的文件，数可能是旧的`, "请学校把公式改成数再发");

export const textNumbers = (at: CellAddress, count: number): Words =>
  notice(`${where(at)}起有${String(count)}个数存成了文本，已按数读`, "不影响汇总；请学校下次按数字格式填");

export const codeSpaces = (at: CellAddress, count: number): Words =>
  notice(`${where(at)}起有${String(count)}个选项里有空格，已去掉空格读`, "不影响汇总；请学校下次从下拉列表里选");

export const signOffMissing = (at: CellAddress, labels: readonly string[]): Words =>
  warning(`${where(at)}：${short(labels.join("、"), 24)}没有填`, "请学校补签后存档，数照常汇总");

export const fileTwice = (first: string, second: string): Words =>
  notice(`${short(first, 20)}和${short(second, 20)}是同一个文件`, "只计一次，不用处理");

export const tableChanged = (at: CellAddress, heading: string, count: number): Words =>
  warning(
    `${where(at)}：多出“${short(heading)}”${count > 1 ? "等" : ""}${String(count)}列，里面有数，没有读`,
    "请学校用下发的表样填；要收这一列请加进方案",
  );

export const labelGone = (place: string, name: string, isRequired: boolean): Words =>
  (isRequired ? error : warning)(
    `${place}没有“${short(name)}”，表样被改动过`,
    "请学校用下发的表样填，或把表上的写法填进字段的别名",
  );
