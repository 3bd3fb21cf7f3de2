import type { Answer, EventMessage } from "../wire/message";

/** What the pane's frame and the page around it say to each other. */
export type FrameMessage =
  | { readonly excelStandIn: "request"; readonly id: number; readonly body: string }
  | { readonly excelStandIn: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly excelStandIn: "failed"; readonly id: number; readonly message: string }
  | { readonly excelStandIn: "events"; readonly events: readonly EventMessage[] }
  | { readonly excelStandIn: "press"; readonly button: string };

/** The message, if it comes from that window of our own origin and is one of ours. */
export function ownMessage(event: MessageEvent, from: Window | null, origin: string): FrameMessage | undefined {
  if (from === null || event.source !== from || event.origin !== origin) return undefined;
  const content: unknown = event.data;
  return typeof content === "object" && content !== null && "excelStandIn" in content
    ? (content as FrameMessage)
    : undefined;
}
