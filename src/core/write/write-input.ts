import type { Casework } from "../../domain/casework";
import type { Collection } from "../../domain/collected";
import type { ComparableChange } from "../../domain/comparable-change";
import type { ProbableCause } from "../../domain/diagnosis";
import type { Effect } from "../../domain/effect";
import type { Figure } from "../../domain/figure";
import type { Finding } from "../../domain/finding";
import type { Narrative } from "../../domain/narrative";
import type { Parameter } from "../../domain/parameter";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition } from "../../definitions/compiled";

/** Everything the stages before have found out. */
export interface WriteInput {
  readonly definition: CompiledDefinition;
  readonly collection: Collection;
  readonly confrontation: Confrontation;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly narrative: Narrative;
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
  readonly effects: ReadonlyMap<Finding, Effect>;
  /** Keys of figures that 小格保护 keeps out of 分组表. */
  readonly hidden: ReadonlySet<string>;
  readonly casework: Casework;
  /** Last year's submissions as collected then. */
  readonly previous?: Collection;
  /** A figure's change against last year; undefined where there is nothing to compare. */
  readonly comparableChanges: ReadonlyMap<string, ComparableChange>;
  readonly parameters: readonly Parameter[];
  /** Findings of the sources that were read before the run: roster, parameters. */
  readonly findings: readonly Finding[];
  /** Number of this run, from 1. */
  readonly run: number;
  /** When it was started: ISO, local time. */
  readonly at: string;
}

/** Names of the roster's schools by code. */
export const schoolNames = ({ collection }: WriteInput): ReadonlyMap<string, string> =>
  new Map(collection.schools.map(({ code, name }) => [code, name]));

/** `2022年 · 教育工作总结 · 第5轮 2025-09-19 15:12`: the second row of every sheet. */
export const stampText = ({ definition, run, at }: Pick<WriteInput, "definition" | "run" | "at">): string =>
  `${definition.source.period} · ${definition.source.title} · 第${String(run)}轮 ${at.slice(0, 16).replace("T", " ")}`;

/** All findings of a run: of the sources, of reading, then of the rules. */
export const allFindings = ({ findings, collection, confrontation }: WriteInput): readonly Finding[] => [
  ...findings,
  ...collection.findings,
  ...confrontation.findings,
];
