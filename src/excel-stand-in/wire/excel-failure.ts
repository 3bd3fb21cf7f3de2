/** Excel's error codes that the stand-in can answer, with Excel's own wording. */
const wording = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidSelection: "The current selection is invalid for this operation.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
} as const;

type ExcelErrorCode = keyof typeof wording;

const httpStatus = (code: ExcelErrorCode): number =>
  code === "ApiNotFound" || code === "ItemNotFound" ? 404 : code === "AccessDenied" ? 403 : 400;

/** A request that Excel would refuse. It travels to the library as data and comes out there as an `OfficeExtension.Error`. */
export class ExcelFailure extends Error {
  readonly code: ExcelErrorCode;
  readonly httpStatus: number;

  constructor(code: ExcelErrorCode, detail?: string) {
    super(detail === undefined ? wording[code] : `${wording[code]} (${detail})`);
    this.name = "ExcelFailure";
    this.code = code;
    this.httpStatus = httpStatus(code);
  }
}
