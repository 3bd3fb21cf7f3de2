import type { Reading, Scalar } from "../../domain/cell";
import { exactText } from "../../domain/exact";
import { isoDay } from "../../domain/iso-day";

/** A reading as people write it; undefined where nothing was filed. */
export function cellText(reading: Reading): string | undefined {
  switch (reading.state) {
    case "missing":
      return undefined;
    case "not-applicable":
      return "不适用";
    case "unreadable":
      return reading.raw;
    case "reported":
      return scalarText(reading.value);
  }
}

function scalarText(scalar: Scalar): string {
  switch (scalar.type) {
    case "number":
      return exactText(scalar.value);
    case "text":
      return scalar.value;
    case "date":
      return isoDay(scalar.value);
    case "boolean":
      return scalar.value ? "是" : "否";
  }
}
