import type { Figure } from "../../domain/figure";
import { parameterKey, type Parameter } from "../../domain/parameter";

const mark = "估计";

/** A parameter is an estimate where its 类型, or the first word of its 依据, says so. */
const isEstimated = ({ kind, source }: Parameter): boolean => kind === mark || source?.trim().startsWith(mark) === true;

/** Keys of the figures and parameters that rest on an estimate, themselves or through what they use. */
export function estimates(figures: ReadonlyMap<string, Figure>, parameters: readonly Parameter[]): ReadonlySet<string> {
  const rows = parameters.filter(isEstimated);
  if (rows.length === 0) return new Set();
  const names = new Set(rows.map(({ name }) => name));
  const ofFigures = [...figures.values()];
  const rests = ({ uses }: Figure): boolean => uses.some((name) => names.has(name));
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const figure of ofFigures) if (rests(figure)) names.add(figure.indicator);
  }
  return new Set([...rows.map(parameterKey), ...ofFigures.filter(rests).map(({ key }) => key)]);
}
