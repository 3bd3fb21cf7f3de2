import type { Step, StepRequests } from "../../ui/shell/use-step";

/** Ribbon buttons by the name the manifest gives their action. */
const actions = {
  openCollect: "collect",
  openCheck: "check",
  openTotals: "totals",
  openText: "text",
} as const satisfies Record<string, Step>;

/** Lets the ribbon open the pane at a step. Pane and ribbon share one runtime, so the pane keeps what it has read. */
export function ribbonSteps(): StepRequests {
  let shown: (step: Step) => void = () => undefined;
  let first: Step = "collect";
  for (const [name, step] of Object.entries(actions))
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      first = step;
      shown(step);
      void Office.addin.showAsTaskpane().then(() => {
        event.completed();
      });
    });
  return {
    first,
    listen(show) {
      shown = show;
      show(first);
      return () => {
        shown = () => undefined;
      };
    },
  };
}
