/** What a reader's machine may take where it has not got a font, best first; every system has one of each list. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ["方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "宋体", "SimSun", "Noto Serif CJK SC"],
  黑体: ["SimHei", "STHeiti", "Noto Sans CJK SC"],
  楷体_GB2312: ["楷体", "KaiTi", "STKaiti", "Noto Serif CJK SC"],
  仿宋_GB2312: ["仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"],
  宋体: ["SimSun", "STSong", "Noto Serif CJK SC"],
}; // prettier-ignore

const chineseCharset = "86";

/** word/fontTable.xml. */
export const fontTableXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(standIns)
  .map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="${chineseCharset}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join("")}</w:fonts>`;
