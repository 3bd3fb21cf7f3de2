import { type CellAddress, addressText } from "../../domain/cell";
import type { Correction, Explanation } from "../../domain/casework";
import type { Finding } from "../../domain/finding";

type Words = Pick<Finding, "severity" | "message" | "instruction">;

const subject = ({ form, element, key }: Correction): string => `更正“${[form, ...key, element].join(" › ")}”`;
const where = (at: CellAddress | undefined): string => (at === undefined ? "" : `${addressText(at)}：`);

export const unconfirmed = (correction: Correction, at: CellAddress | undefined): Words => ({
  severity: "notice",
  message: `${where(at)}${subject(correction)}还没有${correction.now === "" ? "现值" : "原因或确认人"}，待确认，没有采用`,
  instruction: "请写明现值、原因（至少6个字）和确认人",
});

export const outdated = (correction: Correction, at: CellAddress | undefined, received: string): Words => ({
  severity: "warning",
  message: `${where(at)}学校的数已变：更正时是“${correction.was}”，现在是“${received}”，更正没有采用`,
  instruction: "请按新报的数重新核对；不用更正了请删去这一行",
});

export const replaced = (correction: Correction, at: CellAddress | undefined): Words => ({
  severity: "notice",
  message: `${where(at)}${subject(correction)}后面另有一条，以后一条为准`,
  instruction: "请删去不用的一条",
});

export const unmatched = (correction: Correction): Words => ({
  severity: "warning",
  message: `${subject(correction)}找不到对应的格，没有采用`,
  instruction: "请核对学校代码、表、行和要素；学校没有报的表不能更正，请催报",
});

export const valueRefused = (correction: Correction, at: CellAddress | undefined): Words => ({
  severity: "warning",
  message: `${where(at)}更正的现值“${correction.now}”不合“${correction.element}”的要求，没有采用`,
  instruction: "请按字段的类型和上下限填现值，不带单位",
});

export const explanationRefused = (explanation: Explanation): Words => ({
  severity: "notice",
  message: `规则${explanation.rule}是错误，不能用说明放行`,
  instruction: "请退回学校改正，或登记更正",
});
