import type { RunStamp } from "../../domain/edit";
import { ok, type Result } from "../../domain/result";
import type { HostError } from "../../ports/workbook-port";
import { callBytes, type Step } from "./payload";

/** Saved with the workbook, out of the user's way. */
const stampKey = "edustat.stamp";
/** What stands there while a run is being written. */
const noStamp = "";

export const unstampStep = ({ settings }: Excel.Workbook): Step => ({
  bytes: callBytes,
  act: () => {
    settings.add(stampKey, noStamp);
  },
});

export const stampStep = ({ settings }: Excel.Workbook, stamp: RunStamp): Step => ({
  bytes: 2 * callBytes,
  act: () => {
    settings.add(stampKey, JSON.stringify(stamp));
  },
});

export async function readStamp(context: Excel.RequestContext): Promise<Result<RunStamp | undefined, HostError>> {
  const setting = context.workbook.settings.getItemOrNullObject(stampKey);
  setting.load("value");
  await context.sync();
  return ok(setting.isNullObject ? undefined : stampOf(String(setting.value)));
}

const texts = ["definition", "definitionDigest", "period", "at", "inputDigest"] as const;

/** A setting that is not a stamp of ours counts as none: the run is then known to be incomplete. */
function stampOf(text: string): RunStamp | undefined {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const run = fields.get("run");
  const [definition, definitionDigest, period, at, inputDigest] = texts
    .map((name) => fields.get(name))
    .filter((field) => typeof field === "string");
  if (
    typeof run !== "number" ||
    definition === undefined ||
    definitionDigest === undefined ||
    period === undefined ||
    at === undefined ||
    inputDigest === undefined
  )
    return undefined;
  return { run, definition, definitionDigest, period, at, inputDigest };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
