import type { Prose } from "../../domain/prose";
import { changes } from "./inner/changes";
import type { InnerCheck, Issue } from "./inner/issue";
import { namedTwice } from "./inner/names";
import { parts } from "./inner/parts";
import { projects } from "./inner/projects";
import { ratios } from "./inner/ratios";
import { units } from "./inner/units";

const checks: readonly InnerCheck[] = [units, parts, changes, ratios, namedTwice, projects];

/** What of a text contradicts itself, by the text alone. */
export const innerIssues = (prose: Prose): readonly Issue[] => checks.flatMap((check) => check(prose));
