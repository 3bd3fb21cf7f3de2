import { webLightTheme } from "@fluentui/react-components";
import { configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Pane } from "../../src/ui/shell/Pane";
import type { Step, StepRequests } from "../../src/ui/shell/use-step";
import type { Language } from "../../src/ui/ui-text";
import type { PaneSession } from "../../src/usecases/pane-session";
import { fakeSession } from "../support/fake-session";

// Rendering Fluent in jsdom takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

/** jsdom measures nothing. */
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

export const user = () => userEvent.setup({ pointerEventsCheck: 0 });

export function renderPane(session: Partial<PaneSession> = {}, language: Language = "zh") {
  let show: (step: Step) => void = () => undefined;
  const stepRequests: StepRequests = {
    first: "collect",
    listen(listener) {
      show = listener;
      return () => undefined;
    },
  };
  render(<Pane session={fakeSession(session)} language={language} theme={webLightTheme} stepRequests={stepRequests} />);
  return { show: (step: Step) => show(step) };
}

/** Loads the sample and calculates, as far as 校验. */
export async function calculate(session: Partial<PaneSession> = {}) {
  const pane = renderPane(session);
  const person = user();
  await person.click(screen.getByRole("button", { name: "载入示例" }));
  await person.click(await screen.findByRole("button", { name: "计算" }));
  await screen.findByText("三年级合计与男女之和不等。");
  return { ...pane, person };
}

export const goTo = async (person: ReturnType<typeof user>, step: string) =>
  person.click(screen.getByRole("tab", { name: new RegExp(`^${step}`) }));
