// What people typed, as it is kept.

/** Something to read: a letter, a digit or a sign in any script. Blanks and what nobody sees are nothing. */
const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The text without blanks around it and without more than one empty line in a row; null: there is nothing to read. */
export function asTyped(text: string): string | null {
  if (!READABLE.test(text)) return null
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n')
    .trim()
}
