// Copying a text for a person who is about to paste it elsewhere.

/**
 * Copies a text; false where the browser does not let a page. Over plain http in the hall's network there is no
 * clipboard: the text has to be selected then, and Ctrl+C copies it.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (!clipboard) return false
  try {
    await clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
