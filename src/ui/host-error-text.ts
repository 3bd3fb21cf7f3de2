import type { HostError } from "../ports/workbook-port";
import type { Words } from "./ui-text";

/** What happened and what to do, in words. */
export function hostErrorText(words: Words, error: HostError): string {
  switch (error.kind) {
    case "access-denied":
      return error.sheet === undefined
        ? words("host.access-denied")
        : words("host.access-denied.sheet", { sheet: error.sheet });
    case "unexpected":
      return words("host.unexpected", { code: error.code });
    case "payload-too-large":
    case "not-found":
    case "editing-cell":
    case "unsupported":
      return words(`host.${error.kind}`);
  }
}
