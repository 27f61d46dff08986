// Copying a text for a person who is about to paste it elsewhere.

/**
 * Copies a text; false if the browser does not allow it. Over plain http in the hall's network there is no clipboard:
 * then the text has to be selected, and Ctrl+C copies it.
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
