// Characters that nobody can see and that break what they end up in: control characters, half of one, and those that
// Unicode never gives a meaning. One of them makes a workbook unreadable, a name end early, or a printer do something.
// Line breaks and tabs do not count, and neither do the marks by which scripts join and turn their letters.

/** Finds the first in a text. */
export const unseen = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
const all = new RegExp(unseen, 'gu')
/** What other programs write for a line break within a cell or a paragraph. */
const otherBreaks = /[\v\f\u0085]/g

/** The text without them, for what comes out of files: there nobody could find them to delete them. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(otherBreaks, '\n').replaceAll(all, '')
}
