import type { ChangeKind, Indicator } from "../../definitions/definition";
import type { SlotOptions } from "../../definitions/template";
import type { Narration } from "./narration";

/** The unit of a difference of two rates. */
export const points = "个百分点";

/** Everything a comparison with the past says beside its number. */
export interface ChangePhrases {
  readonly lead: string;
  readonly up: string;
  readonly down: string;
  readonly same: string;
  readonly nearlySame: string;
}

/** The words of 升降词 for what changes: a rate that had better fall is never said to be raised. */
export function changePhrases(
  { profile }: Narration,
  { kind, better }: Pick<Indicator, "kind" | "better">,
  { comparison, comparable, sameWords }: SlotOptions,
): ChangePhrases {
  const { word = "较", label = "", growth = false } = comparison ?? {};
  const changes: ChangeKind = growth ? "增幅" : kind !== "率" ? "量" : better === "降好" ? "降好率" : "率";
  const [up = "", down = ""] = profile.changeWords[changes].split("/");
  const scope = comparable === true ? "按可比口径" : "";
  const against = `${scope}${word === "同比" ? "同比" : `与${label}`}`;
  return {
    lead: word === "增幅" ? scope : `${scope}${word}${label}`,
    up,
    down,
    same: sameWords ?? `${against}持平`,
    nearlySame: `${against}基本持平`,
  };
}
