import type { HostError } from "../../ports/workbook-port";

/** What Excel's error code means for the user; undefined when the exception is not Excel's but a bug. */
export function hostErrorOf(error: unknown): HostError | undefined {
  if (!(error instanceof OfficeExtension.Error)) return undefined;
  switch (error.code) {
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
    case "RangeExceedsLimit":
      return { kind: "payload-too-large" };
    case "AccessDenied":
      return { kind: "access-denied" };
    case "ItemNotFound":
      return { kind: "not-found" };
    case "InvalidOperationInCellEditMode":
      return { kind: "editing-cell" };
    case "ApiNotFound":
    case "ApiNotAvailable":
    case "NotImplemented":
    case "UnsupportedOperation":
      return { kind: "unsupported" };
    default:
      return { kind: "unexpected", code: error.code, message: error.message };
  }
}
