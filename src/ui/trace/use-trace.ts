import { useCallback, useRef, useState } from "react";
import type { HostError, Place } from "../../ports/workbook-port";
import type { CellTrace, FigureTrace } from "../../usecases/figure-trace";
import type { PaneReport, ParameterSummary } from "../../usecases/pane-report";
import type { PaneSession } from "../../usecases/pane-session";

/** What one printed number rests on. */
interface Traced {
  readonly figures: readonly FigureTrace[];
  readonly parameters: readonly ParameterSummary[];
}

export interface NumberSources {
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
}

export interface Trace {
  readonly isOpen: boolean;
  /** Absent while it is being looked up. */
  readonly traced?: Traced;
  readonly hostError?: HostError;
  readonly open: (sources: NumberSources) => Promise<void>;
  readonly close: () => void;
  readonly reveal: (place: Place) => Promise<void>;
  /** What the cell at a place of our data sheets feeds. */
  readonly feeds: (place: Place) => Promise<CellTrace | undefined>;
}

/** The drawer 这个数怎么来的: the last number asked for wins. */
export function useTrace(session: PaneSession, report: PaneReport | undefined): Trace {
  const [isOpen, setOpen] = useState(false);
  const [traced, setTraced] = useState<Traced>();
  const [hostError, setHostError] = useState<HostError>();
  const asked = useRef(0);

  const open = useCallback(
    async ({ figures, parameters }: NumberSources) => {
      const turn = (asked.current += 1);
      setOpen(true);
      setTraced(undefined);
      setHostError(undefined);
      const traces = await Promise.all(figures.map(session.trace));
      if (turn !== asked.current) return;
      setTraced({
        figures: traces,
        parameters: report?.parameters.filter(({ key }) => parameters.includes(key)) ?? [],
      });
    },
    [session, report],
  );

  const reveal = useCallback(
    async (place: Place) => {
      const result = await session.reveal(place);
      setHostError(result.ok ? undefined : result.problem);
    },
    [session],
  );

  return {
    isOpen,
    ...(traced && { traced }),
    ...(hostError && { hostError }),
    open,
    close: () => {
      setOpen(false);
    },
    reveal,
    feeds: session.traceCell,
  };
}
