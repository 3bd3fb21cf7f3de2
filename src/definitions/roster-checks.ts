import type { CellAddress } from "../domain/cell";
import { hasOrganisationCode, isCreditCode } from "../domain/credit-code";
import type { Finding } from "../domain/finding";
import type { School } from "../domain/school";
import { type SchoolCodeFault, commonProvince, kindOf, provinceOf, schoolCodeFault } from "../domain/school-code";
import { isSchoolOfItsOwn, schoolTypeCode } from "../domain/school-type";

/** A school with the cell of the roster that bears its code. */
export interface PlacedSchool {
  readonly school: School;
  readonly at: CellAddress;
}

/** Checks the codes, types and names of a roster against one another. Codes of a district's own making are left alone. */
export function checkRoster(placed: readonly PlacedSchool[]): readonly Finding[] {
  const codes = placed.map(({ school }) => school.code);
  const usesOfficialCodes = 2 * codes.filter((code) => schoolCodeFault(code) === undefined).length > codes.length;
  const province = commonProvince(codes);
  return [
    ...placed.flatMap((one) => [
      ...(usesOfficialCodes ? codeFindings(one, province) : []),
      ...creditFindings(one),
      ...typeFindings(one),
    ]),
    ...creditTwice(placed),
  ];
}

type Told = Pick<Finding, "code" | "severity" | "message" | "instruction">;
const tell = ({ school, at }: PlacedSchool, told: Told): Finding => ({ ...told, school: school.code, at });

const codeFaults: Readonly<Record<SchoolCodeFault, string>> = {
  length: "不是10位数字",
  kind: "前两位不是学校类别",
  province: "第3、4位不是省级区划",
};

function codeFindings(one: PlacedSchool, common: string | undefined): readonly Finding[] {
  const { code, name, attributes } = one.school;
  const fault = schoolCodeFault(code);
  if (fault !== undefined)
    return [
      tell(one, {
        code: "school-code-wrong",
        severity: "error",
        message: `${name}的标识码${code}${codeFaults[fault]}。`,
        instruction: "按学校（机构）标识码证书改正名录里的代码。",
      }),
    ];
  const province = regionOf(attributes) ?? common;
  const type = schoolTypeCode(attributes["办学类型"] ?? "");
  return [
    ...(province !== undefined && provinceOf(code) !== province
      ? [
          tell(one, {
            code: "school-region-differs",
            severity: "error",
            message: `${name}的标识码${code}第3、4位不是${province}，与所在区划不符。`,
            instruction: "核对标识码和属地区划代码。",
          }),
        ]
      : []),
    ...(type !== undefined && !type.startsWith(kindOf(code))
      ? [
          tell(one, {
            code: "school-type-differs",
            severity: "warning",
            message: `${name}的标识码以${kindOf(code)}开头，办学类型是${attributes["办学类型"] ?? ""}。`,
            instruction: "核对标识码和办学类型；类别变了的学校应换新的标识码。",
          }),
        ]
      : []),
  ];
}

const regionHeaders = ["属地区划代码", "区划代码", "行政区划代码", "属地管理部门代码", "属地代码", "属地"];

function regionOf(attributes: School["attributes"]): string | undefined {
  const written = regionHeaders.map((header) => attributes[header]).find((text) => text !== undefined);
  return /^(\d{2})(?:\d{4}|\d{10})$/u.exec(written?.normalize("NFKC").trim() ?? "")?.[1];
}

const creditHeaders = ["统一社会信用代码", "信用代码"];
const creditCodeOf = ({ attributes }: School): string | undefined =>
  creditHeaders.map((header) => attributes[header]).find((text) => text !== undefined);

function creditFindings(one: PlacedSchool): readonly Finding[] {
  const written = creditCodeOf(one.school);
  if (written === undefined) return [];
  const said = `${one.school.name}的统一社会信用代码${written}`;
  const instruction = "按事业单位法人证书或办学许可证核对。";
  if (!isCreditCode(written))
    return [tell(one, { code: "school-code-wrong", severity: "error", message: `${said}校验不符。`, instruction })];
  return hasOrganisationCode(written)
    ? []
    : [tell(one, { code: "school-code-wrong", severity: "warning", message: `${said}的第9至17位校验不符。`, instruction })]; // prettier-ignore
}

function creditTwice(placed: readonly PlacedSchool[]): readonly Finding[] {
  const firsts = new Map<string, PlacedSchool>();
  return placed.flatMap((one): readonly Finding[] => {
    const code = creditCodeOf(one.school);
    const first = code === undefined ? undefined : firsts.get(code);
    if (code !== undefined && !first) firsts.set(code, one);
    if (!first) return [];
    const finding = tell(one, {
      code: "roster-duplicate",
      severity: "error",
      message: `统一社会信用代码${code ?? ""}在名录里出现两次：${first.school.name}、${one.school.name}。`,
      instruction: "核对两所学校的信用代码。",
    });
    return [{ ...finding, alsoAt: [first.at] }];
  });
}

/** Words of a name with the types that bear them. A name of two of them, such as 初级中学附属小学, says nothing. */
const nameWords: readonly (readonly [word: RegExp, types: RegExp, said: string])[] = [
  [/幼儿园/u, /^11/u, "幼儿园"],
  [/小学|完小/u, /^(21|312|345)/u, "小学"],
  [/九年|一贯制/u, /^(312|345)/u, "一贯制学校"],
  [/初级中学|初中/u, /^3[1245]/u, "初中"],
  [/高级中学|高中/u, /^3[46]/u, "高中"],
  [/特殊教育|特教|聋|培智/u, /^51/u, "特殊教育学校"],
  [/教学点/u, /^218/u, "教学点"],
];

function typeFindings(one: PlacedSchool): readonly Finding[] {
  const { name, attributes } = one.school;
  const written = attributes["办学类型"];
  const type = schoolTypeCode(written ?? "");
  if (written === undefined || type === undefined) return [];
  const worn = nameWords.filter(([word]) => word.test(name));
  const [only] = worn;
  return [
    ...(only && worn.length === 1 && !only[1].test(type)
      ? [
          tell(one, {
            code: "school-name-differs",
            severity: "notice",
            message: `${name}的名称像${only[2]}，办学类型是${written}。`,
            instruction: "核对办学类型；确是这样不用改。",
          }),
        ]
      : []),
    ...(!isSchoolOfItsOwn(type)
      ? [
          tell(one, {
            code: "school-type-differs",
            severity: "notice",
            message: `${name}的办学类型是${written}，附设班和其他机构不单独计学校数。`,
            instruction: "应并入所在学校填报的，请在“主校”“填报方式”里写明。",
          }),
        ]
      : []),
  ];
}
