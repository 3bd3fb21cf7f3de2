import type { Answer, EventMessage } from "../wire/message";

/** The two ways between the library and a stand-in, wherever it is. */
interface Transport {
  readonly answer: (request: string) => Promise<Answer>;
  readonly listen: (listener: (events: readonly EventMessage[]) => void) => void;
}

interface EventRegistration {
  callHandlers(type: number, target: string, argument: unknown): void;
}

/** The part of the library's inner interface that a session is made with. */
export interface OfficeExtensionInner {
  readonly SessionBase: { new (): object; _overrideSession?: object };
  readonly EventRegistration: new (register: () => Promise<void>, unregister: () => Promise<void>) => EventRegistration;
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
  readonly _testTriggerRichApiMessageEvent: (message: { readonly entries: readonly object[] }) => void;
}

const eventCategory = 65_536;
const documentSelectionChanged = 2;

/** Makes every `Excel.run` of this copy of the library speak with the stand-in. */
export function connectSession(library: OfficeExtensionInner, transport: Transport): void {
  const done = () => Promise.resolve();
  const documentEvents = new library.EventRegistration(done, done);
  const executor = {
    executeAsync: (_custom: unknown, _flags: unknown, { Body }: { readonly Body: string | object }) =>
      transport.answer(typeof Body === "string" ? Body : JSON.stringify(Body)),
  };
  class Session extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve(null);
    }
    _createRequestExecutorOrNull() {
      return executor;
    }
    getEventRegistration() {
      return documentEvents;
    }
  }
  library.SessionBase._overrideSession = new Session();
  library._testSetRichApiMessageReadyImpl(done);
  transport.listen((events) => {
    for (const { type, target, argument } of events) {
      if (type === documentSelectionChanged) documentEvents.callHandlers(type, target, argument);
      else
        library._testTriggerRichApiMessageEvent({
          entries: [
            { messageCategory: eventCategory, messageType: type, targetId: target, message: JSON.stringify(argument) },
          ],
        });
    }
  });
}
