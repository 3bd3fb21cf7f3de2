import { useCallback, useState } from "react";
import type { PaneSession } from "../../usecases/pane-session";
import { gapsIn, type ClipboardText } from "../narrative/report-copy";

export type CopyOutcome =
  | { readonly copied: true; readonly characters: number; readonly gaps: number }
  | { readonly copied: false; readonly text: string };

export interface Copying {
  readonly outcome?: CopyOutcome;
  /** Answers whether the host took it. */
  readonly copy: (text: ClipboardText) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** Copying is claimed only when the host confirms it; otherwise the text is offered for Ctrl+C. */
export function useCopying(session: PaneSession): Copying {
  const [outcome, setOutcome] = useState<CopyOutcome>();
  const copy = useCallback(
    async ({ plain, html }: ClipboardText) => {
      const copied = await session.copy(plain, html);
      setOutcome(copied ? { copied, characters: [...plain].length, gaps: gapsIn(plain) } : { copied, text: plain });
      return copied;
    },
    [session],
  );
  const dismiss = useCallback(() => {
    setOutcome(undefined);
  }, []);
  return { ...(outcome && { outcome }), copy, dismiss };
}
