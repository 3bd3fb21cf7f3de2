/** Success or a problem the caller must look at. Problems of data are values; bugs are exceptions. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const problem = <P>(what: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem: what });

/** Ends an exhaustive switch: a new member of the union breaks the build here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
