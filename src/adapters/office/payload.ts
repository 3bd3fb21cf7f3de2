/** Something to do in Excel and what it adds to a request. */
export interface Step {
  readonly bytes: number;
  readonly act: () => void;
}

/** Excel on the web refuses requests above 5 MB; the rest is room for what the library adds. */
const requestLimit = 4_000_000;

/** Bytes of a call with a few arguments, or of setting a property, as the library sends them: 230 on average. */
export const callBytes = 300;

export const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** As few requests as the bytes allow, steps in order. */
export function inRequests(steps: readonly Step[], limit = requestLimit): readonly (readonly Step[])[] {
  const requests: Step[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (size + step.bytes > limit) {
      requests.push([]);
      size = 0;
    }
    size += step.bytes;
    requests.at(-1)?.push(step);
  }
  return requests;
}

/** Sends the requests one after another; the number of round trips is the number of requests. */
export async function send(
  context: Excel.RequestContext,
  requests: readonly (readonly Step[])[],
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const sendRest = async (index: number): Promise<void> => {
    onProgress(index, requests.length);
    const request = requests[index];
    if (!request) return;
    for (const { act } of request) act();
    await context.sync();
    return sendRest(index + 1);
  };
  await sendRest(0);
}
