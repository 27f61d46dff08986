// Texts as a document can hold them. Names and answers come from people and from spreadsheets: a control character would make
// the whole file unreadable, and none is worth that.

/** What XML 1.0 has no place for, with the characters that turn the direction of what follows. */
const unfit = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** The text in Unicode's usual form, without what no document can hold; half characters become �. */
export function clean(text: string): string {
  // Through UTF-8, which knows no half of a pair.
  return Buffer.from(text).toString().replaceAll(unfit, '').normalize('NFC')
}

/** The lines of a text as runs, each after the first on a line of its own. */
export function runsOf(text: string): { readonly text: string; readonly break?: number }[] {
  return clean(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line, nth) => ({ text: line.replaceAll('\t', ' '), ...(nth > 0 ? { break: 1 } : {}) }))
}
