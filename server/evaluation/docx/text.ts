// Texts without what a document cannot hold. Names and answers come from people and spreadsheets, and one control character
// would make the whole file unreadable.

/** Characters that XML 1.0 does not allow, and those that change the direction of writing. */
const unfit = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** The text in Unicode's usual form, without what no document can hold; half characters become �. */
export function clean(text: string): string {
  // By way of UTF-8, which has no half surrogates.
  return Buffer.from(text).toString().replaceAll(unfit, '').normalize('NFC')
}

/** The lines of a text as runs, each after the first on a line of its own. */
export function runsOf(text: string): { readonly text: string; readonly break?: number }[] {
  return clean(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line, nth) => ({ text: line.replaceAll('\t', ' '), ...(nth > 0 ? { break: 1 } : {}) }))
}
