import type { SlipKind } from "../../domain/diagnosis";
import { decimalText, exactText } from "../../domain/exact";
import { unreachable } from "../../domain/result";
import type { Act, Change } from "./act";
import { type NumberCell, filedValue } from "./number-cells";

const places = 4;

/** A number of a cell as the school writes it; blank for none. */
export function filedText(cell: NumberCell, value: NumberCell["value"]): string {
  if (!value) return "";
  const text = exactText(filedValue(cell, value));
  return text.includes("/") ? decimalText(filedValue(cell, value), places) : text;
}

/** `仪器设备值像是按元填了，应填万元：3862000 → 386.2，改后规则全过` */
export function causeText({ slip, changes, form = "" }: Act, clears: number, clearsAll: boolean): string {
  const [first] = changes;
  if (!first) return `${form}像是整表报了上年的数，请报本年的`;
  return `${slipText(slip, changes, first)}，${clearsAll ? "改后规则全过" : `改后少${String(clears)}条问题`}`;
}

function slipText(slip: SlipKind, changes: readonly Change[], first: Change): string {
  const { element } = first.cell;
  const filed = element.filedIn ?? element.unit ?? "";
  const one = (words: string): string => `${element.name}${words}：${changeText(first)}`;
  switch (slip) {
    case "times-ten-thousand":
      if (filed === "万元") return one("像是按元填了，应填万元");
      return one(filed === "公顷" ? "像是按㎡填了，应填公顷" : "像是多了四位");
    case "divided-by-ten-thousand":
      if (filed === "元") return one("像是按万元填了，应填元");
      return one(filed === "㎡" ? "像是按公顷填了，应填㎡" : "像是少了四位");
    case "area-in-mu":
      return one("像是按亩填了，应填㎡");
    case "times-power-of-ten":
      return one("像是小数点错位");
    case "sign":
      return one("像是多了负号");
    case "digits-transposed":
      return one("像是两位数字颠倒");
    case "digit-wrong":
      return one("像是有一位数字打错");
    case "typed-twice":
      return one("像是重复填了相邻一格的数");
    case "last-year":
      return one("像是沿用了上年的数");
    case "stage-counted-twice":
      return one("像是把其中一项加了两遍");
    case "part-left-out":
      return one(first.cell.value ? "像是漏加了一项" : "像是漏填");
    case "total-not-updated":
      return one("像是分项改了、合计没有跟着改");
    case "cells-swapped":
      return `${changes.map(({ cell }) => cell.element.name).join("与")}像是填反了：${changes.map(changeText).join("，")}`;
    case "columns-swapped":
      return `${columnNames(changes)}两列像是整列填反了，共${String(changes.length)}格`;
    case "row-shifted":
    case "column-shifted":
      return `${runText(changes)}像是错了${slip === "row-shifted" ? "行" : "列"}：${changes.map(changeText).join("，")}`;
    default:
      return unreachable(slip);
  }
}

const changeText = ({ cell, to }: Change): string => {
  const from = filedText(cell, cell.value);
  return `${from === "" ? "空白" : from} → ${filedText(cell, to)}`;
};

const columnNames = (changes: readonly Change[]): string =>
  [...new Set(changes.map(({ cell }) => cell.element.name))].slice(0, 2).join("、");

function runText(changes: readonly Change[]): string {
  const names = [...new Set(changes.map(({ cell }) => cell.element.name))];
  return names.length === 1 ? (names[0] ?? "") : `${names[0] ?? ""}至${names.at(-1) ?? ""}`;
}
