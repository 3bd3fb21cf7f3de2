import { connectSession, type OfficeExtensionInner } from "../office/connect-session";
import { officeNamespace, plainSurroundings } from "../office/office-namespace";
import type { Answer, EventMessage } from "../wire/message";
import { type ExcelProfile, excelProfiles, isSetSupported } from "../wire/requirement-sets";
import { type FrameMessage, ownMessage } from "./frame-message";

type PageOfLibrary = Window & { OfficeExtension: OfficeExtensionInner; Office: unknown };

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Stands where the Office loader would: run it in the pane's frame after `excel-web-16.00.js` and before the pane itself.
 * It gives the page its `Office` and lets `Excel.run` speak with the page around the frame. `?excel=excel-2019` in the
 * frame's address chooses which Excel to be.
 */
export function connectFrame(page: Window = window): void {
  const { OfficeExtension } = page as PageOfLibrary;
  const { origin, search } = page.location;
  const profile = profileOf(new URLSearchParams(search).get("excel"));
  const office = officeNamespace({
    ...plainSurroundings,
    isSetSupported: (set, version) => isSetSupported(profile, set, version),
  });
  (page as PageOfLibrary).Office = office;
  const waiting = new Map<number, Waiting>();
  const listeners: ((events: readonly EventMessage[]) => void)[] = [];
  let last = 0;
  page.addEventListener("message", (event) => {
    const message = ownMessage(event, page.parent, origin);
    switch (message?.excelStandIn) {
      case "answer":
        waiting.get(message.id)?.resolve(message.answer);
        waiting.delete(message.id);
        break;
      case "failed":
        waiting.get(message.id)?.reject(new Error(message.message));
        waiting.delete(message.id);
        break;
      case "events":
        for (const listener of listeners) listener(message.events);
        break;
      case "press":
        void office.pressRibbonButton(message.button);
        break;
      case "request":
      case undefined:
        break;
    }
  });
  connectSession(OfficeExtension, {
    answer: (body) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        page.parent.postMessage({ excelStandIn: "request", id: last, body } satisfies FrameMessage, origin);
      }),
    listen: (listener) => {
      listeners.push(listener);
    },
  });
}

const profileOf = (name: string | null): ExcelProfile => excelProfiles.find((profile) => profile === name) ?? "web";
