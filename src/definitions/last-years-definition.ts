import type { CompiledDefinition } from "./compiled";
import type { Profile } from "./definition";

/** The same definition a year earlier, for reading and computing last year's submissions: its period, and settings that are the year. */
export function lastYearsDefinition(definition: CompiledDefinition): CompiledDefinition {
  const { source } = definition;
  const { period, profile } = source;
  const year = Number(/\d{4}/u.exec(period)?.[0]);
  const names: Profile["names"] = Object.fromEntries(
    Object.entries(profile.names).map(([name, value]) => [name, value === year ? year - 1 : value]),
  );
  const earlier = period.replace(/\d{4}/gu, (written) => String(Number(written) - 1));
  return { ...definition, source: { ...source, period: earlier, profile: { ...profile, names } } };
}
