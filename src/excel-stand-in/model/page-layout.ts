import { ExcelFailure } from "../wire/excel-failure";
import type { PageLayoutFile } from "../workbook-file";
import { areaText } from "./address";
import { ExcelObject } from "./excel-object";
import { rangeOn } from "./range";
import type { SheetPlace } from "./sheet-place";

/** How a sheet is printed. The stand-in keeps it for the saved file. */
export class PageLayout extends ExcelObject {
  readonly className = "PageLayout";
  readonly on: SheetPlace;

  constructor(on: SheetPlace) {
    super();
    this.on = on;
  }

  get orientation() {
    return layout(this.on).orientation ?? "Portrait";
  }
  set orientation(orientation: unknown) {
    if (orientation !== "Portrait" && orientation !== "Landscape")
      throw new ExcelFailure("InvalidArgument", "orientation");
    put(this.on, { orientation });
  }
  get paperSize() {
    return layout(this.on).paperSize ?? "A4";
  }
  set paperSize(paperSize: unknown) {
    put(this.on, { paperSize: String(paperSize) });
  }
  get zoom() {
    const { pagesWide } = layout(this.on);
    return pagesWide === undefined ? { scale: 100 } : { horizontalFitToPages: pagesWide };
  }
  set zoom(zoom: unknown) {
    const { horizontalFitToPages } = (zoom ?? {}) as { horizontalFitToPages?: unknown };
    if (typeof horizontalFitToPages !== "number") throw new ExcelFailure("ApiNotFound", "zoom other than pages wide");
    put(this.on, { pagesWide: horizontalFitToPages });
  }
  setPrintTitleRows(rows: unknown) {
    put(this.on, { titleRows: areaText(rangeOn(this.on, rows).area, "$") });
  }
}

const layout = ({ workbook, key }: SheetPlace): PageLayoutFile => workbook.sheet(key).pageLayout;

function put({ workbook, key }: SheetPlace, part: PageLayoutFile): void {
  const state = workbook.sheet(key);
  state.pageLayout = { ...state.pageLayout, ...part };
}
