import type { CellStyle as Look } from "hucre/xlsx";
import type { CellStyle, ConditionalFormat } from "../../domain/edit";

type FontStyle = NonNullable<Look["font"]>;

export const ordinaryFont: FontStyle = { name: "微软雅黑", size: 10 };

const fill = (rgb: string): Look => ({
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb }, bgColor: { rgb } },
});
const font = (more: FontStyle): Look => ({ font: { ...ordinaryFont, ...more } });
const side = { style: "thin", color: { rgb: "D1D1D1" } } as const;
const boxed: Look = { border: { top: side, right: side, bottom: side, left: side } };
const grey = { rgb: "616161" };
const atTop: Look = { alignment: { vertical: "top" } };
const wrapped: Look = { alignment: { vertical: "top", wrapText: true } };

/** How each style of a sheet looks. Colours are those of the pane. */
export const looks: Readonly<Record<CellStyle, Look>> = {
  title: font({ size: 14, bold: true }),
  stamp: font({ color: grey }),
  note: font({ color: grey }),
  header: { ...font({ bold: true }), ...fill("F3F2F1"), ...boxed, alignment: { vertical: "center", wrapText: true } },
  input: { ...fill("FFF9E5"), ...boxed, ...atTop },
  body: atTop,
  wrap: wrapped,
  total: { ...font({ bold: true }), ...atTop },
  grey: { ...font({ color: grey }), ...atTop },
  reference: { ...font({ color: grey }), ...fill("FAFAFA"), ...boxed, ...atTop },
  error: { ...fill("FDE7E9"), ...atTop },
  warning: { ...fill("FFF4CE"), ...atTop },
  ready: { ...fill("DFF6DD"), ...atTop },
  waiting: { ...fill("FFF4CE"), ...wrapped },
  corrected: { ...font({ color: { rgb: "0F6CBD" }, italic: true }), ...atTop },
};

export const conditionalLooks: Readonly<Record<ConditionalFormat["style"], Look>> = {
  error: fill("FDE7E9"),
  warning: fill("FFF4CE"),
  ready: fill("DFF6DD"),
};
