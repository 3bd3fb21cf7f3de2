import { useEffect, useState } from "react";
import type { ChangedSentence } from "../../domain/copy-record";
import type { PaneSession, ReportSources } from "../../usecases/pane-session";
import type { ReportRun } from "../shell/use-report-run";

/** By the id of the sentence: how it reads once the decisions since the run count. */
export type StaleSentences = ReadonlyMap<string, ChangedSentence>;

const none: StaleSentences = new Map();

/**
 * Sentences that no longer hold since somebody decided something in the pane. When files were changed as well nothing can
 * be said before the next run: then there are none.
 */
export function useStale(session: PaneSession, { madeOf }: ReportRun, now: ReportSources | undefined): StaleSentences {
  const [stale, setStale] = useState<StaleSentences>(none);
  const casework =
    now && madeOf && sameFiles(now, madeOf) && now.casework !== madeOf.casework ? now.casework : undefined;
  useEffect(() => {
    setStale(none);
    if (!casework) return undefined;
    let isCurrent = true;
    void session.stale(casework).then((sentences) => {
      if (isCurrent) setStale(new Map(sentences.map((sentence) => [sentence.id, sentence])));
    });
    return () => {
      isCurrent = false;
    };
  }, [session, casework]);
  return stale;
}

const sameFiles = ({ casework: _, ...one }: ReportSources, { casework: __, ...other }: ReportSources): boolean =>
  Object.entries(one).every(([key, value]) => other[key as keyof typeof other] === value);
