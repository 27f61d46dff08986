// Why there is no report of a period, in words.
interface Days {
  readonly first: string
  readonly last: string
}

/** A sentence in both languages; days as `2026-11-24`. */
export function problemText(why: 'future' | 'before', { first, last }: Days) {
  return why === 'future'
    ? {
        id: `Masa itu belum tiba. Laporan tersedia sampai hari ini, ${last}.`,
        en: `That period has not come yet. There are reports up to today, ${last}.`,
      }
    : {
        id: `Pada masa itu mal belum memakai sistem ini. Laporan tersedia sejak ${first}.`,
        en: `The hall did not use this system then. There are reports from ${first} on.`,
      }
}
