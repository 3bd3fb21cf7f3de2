import { useCallback, useRef, useState } from "react";
import type { VersionComparison } from "../../usecases/compare-versions";
import type { PaneSession } from "../../usecases/pane-session";

export interface Comparison {
  readonly isOpen: boolean;
  /** Absent while the versions are being compared. */
  readonly compared?: VersionComparison;
  readonly open: (school: string) => Promise<void>;
  readonly close: () => void;
}

/** The drawer 比对: the last school asked for wins. */
export function useComparison(session: PaneSession): Comparison {
  const [isOpen, setOpen] = useState(false);
  const [compared, setCompared] = useState<VersionComparison>();
  const asked = useRef(0);
  const open = useCallback(
    async (school: string) => {
      const turn = (asked.current += 1);
      setOpen(true);
      setCompared(undefined);
      const answer = await session.compare(school);
      if (turn !== asked.current) return;
      if (answer) setCompared(answer);
      else setOpen(false);
    },
    [session],
  );
  return {
    isOpen,
    ...(compared && { compared }),
    open,
    close: () => {
      setOpen(false);
    },
  };
}
