import type { Benchmark, Figure, SliceMember, WithheldReason } from "../domain/figure";
import type { Parameter } from "../domain/parameter";
import type { Indicator } from "./definition";

/** What a name with its slices stands for. */
export type Referent =
  | { readonly refers: "figure"; readonly figure: Figure; readonly indicator: Indicator }
  | { readonly refers: "past"; readonly figure: Figure; readonly indicator: Indicator; readonly past: PastValue }
  | { readonly refers: "parameter"; readonly parameter: Parameter }
  | { readonly refers: "setting"; readonly value: string | number }
  | {
      readonly refers: "nothing";
      readonly reason: WithheldReason;
      readonly indicator?: Indicator;
      /** The slice that has no figure of its own; its members may have (distinct persons are not added up). */
      readonly slice?: readonly SliceMember[];
      readonly past?: string;
    };

/** A past value in its indicator's unit. */
export interface PastValue extends Benchmark {
  /** Key of the 历史 row; absent for what last year's submissions come to (`submissions` tells of whom). */
  readonly parameter?: string;
}
