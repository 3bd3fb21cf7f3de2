/** Puts a text on the clipboard in both forms; false when the host does not allow it. */
export async function copyToClipboard(plain: string, html: string): Promise<boolean> {
  try {
    const both = {
      "text/plain": new Blob([plain], { type: "text/plain" }),
      "text/html": new Blob([html], { type: "text/html" }),
    };
    await navigator.clipboard.write([new ClipboardItem(both)]);
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError || error instanceof ReferenceError) return false;
    throw error;
  }
}
