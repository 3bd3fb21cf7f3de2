import type { StandIn } from "../stand-in";
import { type FrameMessage, ownMessage } from "./frame-message";

export interface ServedStandIn {
  /** Presses a button of the add-in's ribbon, by the name of its action. */
  readonly pressRibbonButton: (button: string) => void;
  readonly stop: () => void;
}

/** Answers the requests of the pane in the frame, which has loaded `connectFrame`. Only windows of the same origin are heard. */
export function serveStandIn(standIn: StandIn, frame: HTMLIFrameElement, page: Window = window): ServedStandIn {
  const { origin } = page.location;
  const say = (message: FrameMessage) => frame.contentWindow?.postMessage(message, origin);
  const onMessage = (event: MessageEvent) => {
    const message = ownMessage(event, frame.contentWindow, origin);
    if (message?.excelStandIn !== "request") return;
    const { id, body } = message;
    standIn.answer(body).then(
      (answer) => say({ excelStandIn: "answer", id, answer }),
      (fault: unknown) =>
        say({
          excelStandIn: "failed",
          id,
          message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
        }),
    );
  };
  page.addEventListener("message", onMessage);
  const deafen = standIn.listen((events) => say({ excelStandIn: "events", events }));
  return {
    pressRibbonButton: (button) => say({ excelStandIn: "press", button }),
    stop: () => {
      page.removeEventListener("message", onMessage);
      deafen();
    },
  };
}
