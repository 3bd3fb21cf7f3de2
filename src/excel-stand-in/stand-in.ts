import type { SpreadsheetEngine } from "./engine/spreadsheet-engine";
import { Workbook } from "./model/workbook";
import { objects } from "./model/objects";
import { WorkbookState } from "./model/workbook-state";
import { loadWorkbook, saveWorkbook } from "./open-save";
import type { WorkbookFile } from "./workbook-file";
import { ExcelFailure } from "./wire/excel-failure";
import { introducedIn } from "./wire/introduced-in";
import type { Answer, EventMessage, RequestBody, ResponseBody } from "./wire/message";
import { ObjectAccess } from "./wire/object-access";
import { type ExcelProfile, excelApiVersion, isSetSupported, payloadLimit } from "./wire/requirement-sets";
import { runBatch } from "./wire/run-batch";

export interface StandInOptions {
  readonly engine: SpreadsheetEngine;
  /** Which Excel to stand in for; Excel on the web, the strictest about sizes, unless told. */
  readonly profile?: ExcelProfile;
  /** What each round trip costs on top, in milliseconds. */
  readonly latency?: number;
  readonly workbookName?: string;
  /** The year Excel adds to dates typed without one; this year unless told. */
  readonly year?: number;
}

/** What went over the wire so far. Sizes are bytes of JSON. */
export interface Traffic {
  readonly batches: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

const noTraffic: Traffic = { batches: 0, actions: 0, requestBytes: 0, responseBytes: 0 };

/** An Excel at the other end of the wire: takes the requests of `@microsoft/office-js` and answers them. */
export class StandIn {
  readonly profile: ExcelProfile;
  /** Milliseconds each round trip takes on top of the work. */
  latency: number;
  /** True while somebody is typing into a cell: every request is refused. */
  isCellBeingEdited = false;
  traffic: Traffic = noTraffic;
  readonly #state: WorkbookState;
  readonly #workbook: Workbook;
  readonly #access: ObjectAccess;
  readonly #listeners = new Set<(events: readonly EventMessage[]) => void>();
  #isRunning = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ engine, profile = "web", latency = 0, workbookName = "工作簿1.xlsx", year }: StandInOptions) {
    this.profile = profile;
    this.latency = latency;
    this.#state = new WorkbookState({
      engine,
      name: workbookName,
      year: () => year ?? new Date().getFullYear(),
      objects,
    });
    this.#workbook = new Workbook(this.#state);
    const version = excelApiVersion(profile);
    this.#access = new ObjectAccess((className, member) => (introducedIn[`${className}.${member}`] ?? 1) <= version);
    engine.watch({
      changed: (place) => {
        this.#state.announceChange(place);
        this.#deliver();
      },
      selected: (place) => {
        this.#state.announceSelection(place);
        this.#deliver();
      },
      activated: (sheet) => {
        this.#state.announceActivation(sheet);
        this.#deliver();
      },
    });
  }

  /** Answers one request (its JSON text). Requests are worked on one after the other, in the order they came. */
  answer(request: string): Promise<Answer> {
    const answer = this.#last.then(() => this.#answer(request));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** `listener` hears what happened in the workbook, after the request that made it happen has been answered. */
  listen(listener: (events: readonly EventMessage[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  isSetSupported(set: string, version?: string): boolean {
    return isSetSupported(this.profile, set, version);
  }

  resetTraffic(): void {
    this.traffic = noTraffic;
  }

  /** Replaces the whole workbook, as opening a file does. */
  async loadSnapshot(file: WorkbookFile): Promise<void> {
    await this.#last;
    loadWorkbook(this.#state, file);
    this.#state.decorate();
    await this.#state.engine.calculate();
    this.#state.takeEvents();
  }

  /** Everything the workbook holds, as saving a file takes it. */
  async toWorkbookFile(): Promise<WorkbookFile> {
    await this.#last;
    await this.#state.engine.calculate();
    return saveWorkbook(this.#state);
  }

  dispose(): void {
    this.#listeners.clear();
    this.#state.engine.dispose();
  }

  async #answer(request: string): Promise<Answer> {
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
    const body = JSON.parse(request) as RequestBody;
    const requestBytes = byteLength(request);
    this.#count({ batches: 1, actions: body.Actions.length, requestBytes, responseBytes: 0 });
    if (requestBytes > payloadLimit(this.profile)) return refusal(new ExcelFailure("RequestPayloadSizeLimitExceeded"));
    if (this.isCellBeingEdited) return refusal(new ExcelFailure("InvalidOperationInCellEditMode"));
    const response = await this.#run(body);
    const responseBytes = byteLength(JSON.stringify(response));
    this.#count({ batches: 0, actions: 0, requestBytes: 0, responseBytes });
    setTimeout(() => {
      this.#deliver();
    }, 0);
    if (responseBytes > payloadLimit(this.profile))
      return refusal(new ExcelFailure("ResponsePayloadSizeLimitExceeded"));
    return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: response };
  }

  async #run(body: RequestBody): Promise<ResponseBody> {
    this.#isRunning = true;
    try {
      return await runBatch(this.#workbook, this.#access, body);
    } finally {
      this.#isRunning = false;
      this.#state.decorate();
    }
  }

  #count(more: Traffic): void {
    this.traffic = {
      batches: this.traffic.batches + more.batches,
      actions: this.traffic.actions + more.actions,
      requestBytes: this.traffic.requestBytes + more.requestBytes,
      responseBytes: this.traffic.responseBytes + more.responseBytes,
    };
  }

  #deliver(): void {
    // What happens during a request is told after its answer.
    if (this.#isRunning) return;
    const events = this.#state.takeEvents();
    if (events.length > 0) for (const listener of this.#listeners) listener(events);
  }
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const refusal = ({ code, message, httpStatus }: ExcelFailure): Answer => ({
  HttpStatusCode: httpStatus,
  ErrorCode: code,
  ErrorMessage: message,
  Headers: {},
  Body: null,
});
