import { useEffect, useState } from "react";

export const steps = ["collect", "check", "totals", "text"] as const;
export type Step = (typeof steps)[number];

/** Requests from outside the pane, such as the ribbon's; `listen` answers how to stop listening. */
export interface StepRequests {
  readonly first: Step;
  readonly listen: (show: (step: Step) => void) => () => void;
}

export function useStep({ first, listen }: StepRequests): readonly [Step, (step: Step) => void] {
  const [step, goTo] = useState<Step>(first);
  useEffect(() => listen(goTo), [listen]);
  return [step, goTo];
}
