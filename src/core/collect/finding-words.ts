import { type CellAddress, uncalculated } from "../../domain/cell";
import { exactText } from "../../domain/exact";
import type { UnreadableFile } from "../../domain/snapshot";
import { unreachable } from "../../domain/result";
import type { CellFault } from "./reading";
import type { ElementFault } from "./table-header";
import { type Words, error, like, notice, sheetOf, short, warning, where } from "./words";

export const fileUnreadable = (file: string, why: UnreadableFile): Words => {
  const name = short(file, 24);
  switch (why) {
    case "encrypted":
      return error(`${name}有打开密码，没有读`, "请学校去掉密码再发");
    case "not-a-workbook":
      return error(`${name}不是 Excel 工作簿，没有读`, "请学校发 .xlsx 文件");
    case "truncated":
      return error(`${name}打不开，可能没传完或已损坏`, "请从聊天里重新下载，或请学校重发");
    case "too-large":
      return error(`${name}太大，没有读`, "请删去图片和无关的表再放进来");
    case "timed-out":
      return error(`${name}读了太久，没有读完`, "请另存为 .xlsx 再放进来");
    case "wps-et":
      return error(`${name}是 WPS 的 .et 文件，没有读`, "请用 WPS 另存为 .xlsx 再放进来");
    default:
      return unreachable(why);
  }
};

export const folderEmpty = (): Words => error("没有可读的文件", "请选择学校报来的文件或文件夹");

export const sheetUnrecognised = (sheet: string, inFile: boolean): Words =>
  (inFile ? warning : notice)(
    `${short(sheet)}对不上方案里的表，没有读入`,
    "请核对表名和表头；要收这张表请按方案改表名",
  );

export const noFormInFile = (file: string): string => `${short(file, 24)}里没有方案要收的表`;

export const headerMissing = (at: CellAddress, { element, why, like: heading }: ElementFault): Words => {
  const words = element.required ? error : warning;
  switch (why) {
    case "absent":
      return words(
        `${sheetOf(at)}找不到“${short(element.name)}”${like(heading)}`,
        "请改表头，或把表上的写法填进字段的别名",
      );
    case "ambiguous":
      return words(`${sheetOf(at)}：有几处都叫“${short(element.name)}”，没有采用`, "请在字段的定位里写“上级/下级”");
    case "unit":
      return words(`${where(at)}：“${short(heading ?? "")}”的单位不能换算成${element.unit ?? ""}`, "请核对表头的单位");
    default:
      return unreachable(why);
  }
};

export const headerUnknown = (at: CellAddress, heading: string, count: number): Words =>
  notice(`${where(at)}：“${short(heading)}”${andMore(count)}方案里没有，没有读`, "要收的列请加进方案的字段");

export const numbersUnread = (at: CellAddress, count: number): Words =>
  notice(`${where(at)}起有${String(count)}个数方案里没有，没有读`, "要收请加进方案的字段，或按表样写标签");

export const noHeader = (at: CellAddress): Words =>
  error(`${sheetOf(at)}：找不到表头，没有读入`, "请用下发的表样重填，不要改动表头");

export const tableSideways = (at: CellAddress): Words =>
  error(`${sheetOf(at)}：表头竖着写、数横着填，没有读入`, "请用下发的表样重填，一所学校一行");

export const schoolUnknown = (place: string, said: string, near: string | undefined): Words =>
  error(`${short(place, 24)}：“${short(said, 16)}”不在名录${like(near)}`, "请核对学校代码和名称，或补进名录的别名");

export const schoolMissing = (place: string): Words =>
  error(`${short(place, 24)}看不出是哪所学校`, "请填学校代码或学校名称，或按校名改文件名");

export const fileNameDiffers = (file: string, said: string, named: string): Words =>
  warning(`${short(file, 16)}表内写的是${short(said)}，文件名像${short(named)}`, "按表内收下，请核对有没有发错");

export const cellRejected = (at: CellAddress, name: string, raw: string, fault: CellFault): Words => {
  const said = `${where(at)}：${short(name)}“${short(raw)}”`;
  switch (fault.code) {
    case "cell-not-number":
      return error(`${said}不是数字，没有当作0`, "请改成数字，不带单位；没有填0，不适用填—");
    case "cell-not-whole":
      return error(`${said}不是整数`, "请填整数，并核对单位");
    case "cell-error-value":
      if (raw === uncalculated)
        return error(`${where(at)}：${short(name)}的公式没有算过，没有值`, "请学校用 Excel 或 WPS 打开，保存后再发");
      return error(`${said}是公式错误，没有采用`, "请学校改好公式，或直接填数");
    case "cell-out-of-range":
      return error(
        `${said}${fault.limit === "min" ? "小于" : "大于"}${exactText(fault.bound)}，没有采用`,
        "请核对数字和单位，或改方案的上下限",
      );
    case "cell-not-in-code-list":
      return error(`${said}不是规定的写法`, "请从下拉列表里选，或按规定的代码填");
    case "cell-not-date":
      return error(`${said}不是日期`, "请写作2023-9-1这样的日期，年份写四位");
    case "code-damaged":
      return error(`${where(at)}：${short(name)}超过15位又存成了数字，末尾已丢失`, "请学校设成文本格式重填");
    default:
      return unreachable(fault);
  }
};

export const cellRequired = (at: CellAddress, name: string): Words =>
  error(`${where(at)}：${short(name)}必填，现在是空的`, "请补填；没有填0，不适用填—");

export const cellsBelowTable = (at: CellAddress, count: number): Words =>
  warning(`${where(at)}起，表下方有${String(count)}个格没有读`, "是数据请移进表里，不是请删去");

export const rowDuplicateKey = (at: CellAddress, key: string): Words =>
  error(`${where(at)}：与前面一行重复：${short(key, 20)}`, "请删去重复的行，或核对用来区分的列");

const andMore = (count: number): string => (count > 1 ? `等${String(count)}列` : "");

/** Reasons in the ledger. */
export const reasons = {
  personalData: "含个人信息，整份没有读入",
  sheetUnrecognised: "对不上方案里的表",
  schoolUnknown: "看不出是哪所学校，或不在名录",
  schoolTwice: "同一学校报了两份且不同",
  noHeader: "找不到表头",
  belowTable: "在表的下方，不知道是不是数据",
  headerFault: "这一列没有采用，见问题清单",
  hidden: "工作表被隐藏，没有读",
  empty: "应填的数一个也没有填",
} as const;

export const unreadableRemark = (file: string, why: UnreadableFile): string => fileUnreadable(file, why).message;
export const rejectedRemark = (count: number): string => `${String(count)}个格没有采用`;

/** Name of the open workbook in the ledger. */
export const openWorkbook = "本工作簿";
