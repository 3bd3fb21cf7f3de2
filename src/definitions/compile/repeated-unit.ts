import { familyOf, type MeasureWords } from "../measure-words";
import type { SlotOptions } from "../template";

/** Words that begin with a measure word and mean something of their own: `12名` + `名校学生`. */
const compounds =
  /^(人(均|次|员|才|民|大|社|工|口|事|选|文)|名(校|师|额|单|次|优|牌|誉)|位(于|列|居|次|置)|个(体|别|性|人)|所(有|属|在|需|占|得)|项目|场(所|次|馆|地)|处(于|在|级|室)|班(主任|级|额|子|班)|间(接|隔)|台(账|阶)|套(用|餐|改)|次(要|日|年|月)|家(长|庭|校))/u;

/** The unit that words typed after a slot would print a second time; undefined when there is none. */
export function repeatedUnit(
  words: string,
  options: SlotOptions,
  unit: string,
  known: MeasureWords,
): string | undefined {
  const printed = printedUnits(options, unit, known);
  const typed = words.normalize("NFKC");
  if (compounds.test(typed)) return undefined;
  return printed.find((word) => word !== "" && typed.startsWith(word));
}

function printedUnits(options: SlotOptions, unit: string, known: MeasureWords): readonly string[] {
  const { breakdown, comparison, measureWord, againstTarget, rank, record, firstTime } = options;
  const none =
    (againstTarget ?? rank ?? firstTime) === true ||
    record !== undefined ||
    measureWord === "none" ||
    (breakdown !== undefined && (breakdown.style === "数" || breakdown.style === "量前"));
  if (comparison?.growth === true) return ["%"];
  if (none) return [];
  if (unit === "元") return ["元", "万元", "亿元"];
  return [measureWord ?? familyOf(known, unit)[0] ?? unit];
}
