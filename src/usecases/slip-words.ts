import type { Finding, FindingCode } from "../domain/finding";

/** What a school is told to do where the finding speaks to the bureau. */
const forSchools: Readonly<Partial<Record<FindingCode, string>>> = {
  "form-missing": "请补报这张表；没有这项内容的，请回复说明",
  "sheet-unrecognised": "请用下发的表样填，不要改工作表名和表头；多余的表不用发",
  "header-missing": "请照下发的表样改回表头",
  "school-twice": "请回复以哪一份为准，只发这一份",
  "personal-data": "请删去姓名、证件号、电话等个人信息再发",
  "cell-out-of-range": "请核对数字和单位",
  "school-unknown": "请核对学校代码和校名",
  "school-missing": "请写上学校代码和校名",
};

export const instructionForSchool = ({ code, instruction }: Finding): string =>
  sentence(forSchools[code] ?? instruction);

/** Without the address, which stands beside it in full, and without the sides of a formula the school does not see. */
export const messageForSchool = ({ message }: Finding): string =>
  sentence(message)
    .replace(/^[^：。]* › /u, "")
    .replace(/^[^：。]*![A-Z]{1,3}\d+起?[：，]?/u, "")
    .replace(
      /：左([^，]+)，右([^，]+)(?:，差([^，]+))?$/u,
      (_all, left: string, right: string, apart?: string) =>
        `：现为${left}，对照${right}${apart === undefined ? "" : `，相差${apart}`}`,
    );

const sentence = (text: string): string => text.trim().replace(/[。；，]+$/u, "");
