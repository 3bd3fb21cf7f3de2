import "@fontsource-variable/noto-sans-sc/index.css";
import "./preview.css";
import { readWorkbookFile } from "../../adapters/xlsx/read-workbook-file";
import { createVisibleStandIn, serveStandIn, type StandIn } from "../../excel-stand-in/preview";
import { aliasFonts } from "./alias-fonts";
import { openedWorkbook } from "./opened-workbook";
import { saveFile } from "../taskpane/save-file";
import { savedWorkbook } from "./saved-workbook";

const element = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
};

void start();

/** An Excel of our own on the left; on the right the very pane that Excel loads. */
async function start(): Promise<void> {
  aliasFonts("Noto Sans SC Variable", ["微软雅黑", "宋体"]);
  const frame = element("pane", HTMLIFrameElement);
  const standIn = await createVisibleStandIn(element("grid", HTMLDivElement));
  const { pressRibbonButton } = serveStandIn(standIn, frame);
  frame.src = "taskpane-preview.html";
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action]"))
    button.onclick = () => pressRibbonButton(button.dataset["action"] ?? "");
  element("open", HTMLInputElement).onchange = ({ target }) => {
    if (target instanceof HTMLInputElement) void open(standIn, target);
  };
  element("save", HTMLButtonElement).onclick = () => void save(standIn);
  countTraffic(standIn, element("counter", HTMLOutputElement));
}

async function open(standIn: StandIn, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const reading = readWorkbookFile(new Uint8Array(await file.arrayBuffer()), file.name);
  input.value = "";
  const message = element("message", HTMLOutputElement);
  message.value = reading.state === "read" ? file.name : `${file.name}打不开。请用 Excel 另存为 .xlsx 再打开。`;
  if (reading.state === "read") await standIn.loadSnapshot(openedWorkbook(reading.workbook));
}

async function save(standIn: StandIn): Promise<void> {
  saveFile("教统成文.xlsx", await savedWorkbook(await standIn.toWorkbookFile()));
}

const countEvery = 500;

/** What the pane has cost Excel so far. */
function countTraffic(standIn: StandIn, counter: HTMLOutputElement): void {
  setInterval(() => {
    const { batches, actions, requestBytes, responseBytes } = standIn.traffic;
    counter.value = `往返${String(batches)}次 · ${String(actions)}个动作 · ${kilobytes(requestBytes + responseBytes)}`;
  }, countEvery);
}

const kilobytes = (bytes: number): string => `${String(Math.ceil(bytes / 1024))} KB`;
