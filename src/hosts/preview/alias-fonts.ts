/**
 * Lets the page's own font stand for fonts that sheets name and this machine may lack, so that Chinese shows on a
 * machine without Chinese fonts. The grid draws on a canvas, which does not draw again by itself when a font arrives.
 */
export function aliasFonts(family: string, aliases: readonly string[]): void {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  for (const { style } of faces.filter((rule) => rule.style.getPropertyValue("font-family").includes(family)))
    for (const alias of aliases)
      document.fonts.add(
        new FontFace(alias, `local("${alias}"), ${style.getPropertyValue("src")}`, {
          unicodeRange: style.getPropertyValue("unicode-range"),
          weight: style.getPropertyValue("font-weight"),
        }),
      );
  document.fonts.onloadingdone = () => window.dispatchEvent(new Event("resize"));
}
