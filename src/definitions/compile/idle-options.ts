import type { Diagnostic } from "../../formula/diagnostic";
import { optionTokens } from "../parse-template";
import { optionOf } from "../slot-options";
import type { Slot, SlotOptions } from "../template";
import type { KnownNames } from "./known-names";

type Option = keyof SlotOptions;

/** What a name prints, as far as it decides which options act. A parameter may still become any of them. */
type Content = "list" | "text" | "percent" | "ratio" | "number" | "unknown";

/** A slot as the options of it find it. */
interface Printing {
  /** The option that words the slot; without one its names are told as they are. */
  readonly telling: Option | undefined;
  readonly names: number;
  readonly contents: readonly Content[];
  readonly options: SlotOptions;
}

/**
 * Options that would be accepted and do nothing: those of a list on a number, those of several names on one, two wordings
 * in one slot (E-T08), and wordings of one name on several, of which all but the first would be dropped (E-T07).
 */
export function idleOptions(slot: Slot, known: KnownNames): readonly Diagnostic[] {
  const printing = printingOf(slot, known);
  const written = new Map([...optionTokens(slot)].reverse().map((token) => [optionOf(token.text), token]));
  return [...written].flatMap(([option, { text: x, start }]): readonly Diagnostic[] => {
    const at = start + 1;
    if (tellsOneName(option, printing)) return [{ code: "E-T07", at, parts: { x } }];
    const operation = idleUse(option, printing);
    return operation === undefined ? [] : [{ code: "E-T08", at, parts: { x, operation } }];
  });
}

/** The options that word a slot, in the order in which the first of them is told. */
const tellings: readonly Option[] = [
  "comparison",
  "fromTo",
  "change",
  "againstTarget",
  "target",
  "againstRegion",
  "rank",
  "record",
  "firstTime",
  "range",
  "breakdown",
];

function printingOf({ refs, options }: Slot, known: KnownNames): Printing {
  const contents = refs.map(({ name }) => (options.comparison?.growth === true ? "percent" : contentOf(name, known)));
  return { telling: tellings.find((option) => options[option] !== undefined), names: refs.length, contents, options };
}

function contentOf(name: string, { indicators, parameters, settings }: KnownNames): Content {
  const indicator = indicators.get(name);
  if (!indicator) {
    const isText = parameters.get(name)?.every(({ use }) => use === "文字") === true;
    return isText || typeof settings.get(name) === "string" ? "text" : "unknown";
  }
  switch (indicator.kind) {
    case "名单":
      return "list";
    case "文字":
      return "text";
    case "率":
      return indicator.format.endsWith("%") ? "percent" : "ratio";
    case "量":
    case "均值":
    case "指数":
    case "名次":
      return "number";
  }
}

/** A value of its own set beside one other: several would need a sentence each. */
const ofOneName: ReadonlySet<Option> = new Set(["change", "againstRegion", "rank", "breakdown"]);

function tellsOneName(option: Option, { names, options: { fromTo } }: Printing): boolean {
  if (names < 2) return false;
  return ofOneName.has(option) || (option === "fromTo" && fromTo !== undefined && fromTo.label !== "");
}

/** What an option is for, where it does nothing; undefined where it acts. */
function idleUse(option: Option, printing: Printing): string | undefined {
  const { use, acts } = uses[option];
  if (acts(printing)) return undefined;
  return option === "measureWord" && isDifference(printing.telling) ? "amounts" : use;
}

interface Use {
  /** What the option is for, as its message names it. */
  readonly use: string;
  readonly acts: (printing: Printing) => boolean;
}

const holds = ({ contents }: Printing, ...wanted: readonly Content[]): boolean =>
  contents.some((content) => wanted.includes(content));
const isNumber = (printing: Printing): boolean => holds(printing, "percent", "ratio", "number", "unknown");
const isAmount = (printing: Printing): boolean => holds(printing, "ratio", "number", "unknown");
const isPlainList = (printing: Printing): boolean => printing.telling === undefined && holds(printing, "list");

/** Several names told in a row, or the members of one. */
const joins = ({ telling, names, options: { breakdown } }: Printing): boolean =>
  breakdown !== undefined ||
  (names > 1 && (telling === undefined || ["comparison", "againstTarget", "target"].includes(telling)));

/** Of percentages told in points, of growth in per cent, whatever measure word is asked for. */
const isDifference = (telling: Option | undefined): boolean =>
  telling !== undefined && ["comparison", "change", "againstRegion"].includes(telling);

/** The other wordings print a target as it was set, a rank, or words alone. */
const printsItsNumber = ({ telling }: Printing): boolean =>
  telling === undefined || !["againstTarget", "rank", "record", "firstTime"].includes(telling);

function takesMeasureWord(printing: Printing): boolean {
  const { telling, options } = printing;
  if (telling === "rank") return options.measureWord === "none";
  return printsItsNumber(printing) && (isDifference(telling) ? isAmount(printing) : isNumber(printing));
}

const ofList: Use = { use: "lists", acts: isPlainList };
const ofNumber: Use = { use: "numbers", acts: (printing) => printsItsNumber(printing) && isNumber(printing) };
const ofAmount: Use = { use: "amounts", acts: (printing) => printsItsNumber(printing) && isAmount(printing) };
const wording = (option: Option): Use => ({ use: "alone", acts: ({ telling }) => telling === option });
const besideAnother: Use = { use: "", acts: () => true };

/** What each option is for, and where it acts. Those that stand beside another one are refused without it when read. */
const uses: Readonly<Record<Option, Use>> = {
  measureWord: { use: "numbers", acts: takesMeasureWord },
  scale: ofAmount,
  places: ofNumber,
  keepZeros: ofNumber,
  roundTo: ofAmount,
  approximation: ofNumber,
  chinese: {
    use: "counts",
    acts: (printing) => printsItsNumber(printing) && holds(printing, "number", "unknown"),
  },
  ordinal: ofNumber,
  range: {
    use: "ends",
    acts: (printing) => printing.names === 2 && printing.telling === "range" && isNumber(printing),
  },
  zeroWords: { use: "levels", acts: (printing) => printing.telling === undefined && isNumber(printing) },
  comparison: wording("comparison"),
  fromTo: { use: "ends", acts: ({ names, telling }) => names <= 2 && telling === "fromTo" },
  change: wording("change"),
  againstTarget: wording("againstTarget"),
  target: wording("target"),
  againstRegion: wording("againstRegion"),
  rank: wording("rank"),
  record: wording("record"),
  firstTime: wording("firstTime"),
  breakdown: {
    use: "alone",
    acts: (printing) => (printing.telling === "breakdown" || printing.telling === "fromTo") && isNumber(printing),
  },
  and: { use: "several", acts: (printing) => joins(printing) || isPlainList(printing) },
  unitOnce: { use: "several", acts: (printing) => joins(printing) && isNumber(printing) },
  first: ofList,
  etc: ofList,
  mask: {
    use: "numbers",
    acts: (printing) => (printsItsNumber(printing) || printing.telling === "againstTarget") && isNumber(printing),
  },
  sameWords: besideAnother,
  comparable: besideAnother,
  orTie: besideAnother,
  shape: besideAnother,
};
