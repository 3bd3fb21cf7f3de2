/** React's types do not know the attribute, though every browser does. */
export const wholeFolder = { webkitdirectory: "" };
