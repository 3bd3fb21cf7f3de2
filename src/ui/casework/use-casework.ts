import { useCallback, useState } from "react";
import { mergeCasework, noCasework, type Casework } from "../../domain/casework";

/** Decisions taken in the pane. They count from the next run on, and writing puts them onto their sheets. */
export interface CaseworkDrafts {
  readonly casework: Casework;
  readonly record: (part: Partial<Casework>) => void;
}

export function useCasework(): CaseworkDrafts {
  const [casework, setCasework] = useState(noCasework);
  const record = useCallback((part: Partial<Casework>) => {
    setCasework((before) => mergeCasework(before, { ...noCasework, ...part }));
  }, []);
  return { casework, record };
}
