// Who is in the hall when it should make room for another one, or for a rehearsal. Few sentences, so both languages
// are in one file.

/** This many numbers are named; the others are counted. */
const MOST = 12

const texts = {
  id: (numbers: string, more: number) =>
    `Belum dimulai karena masih ada yang memegang nomor: ${numbers}${more > 0 ? ` dan ${more} lainnya` : ''}. Layani dahulu, atau setujui bahwa nomor mereka berakhir.`,
  en: (numbers: string, more: number) =>
    `Not started, as people still hold numbers: ${numbers}${more > 0 ? ` and ${more} more` : ''}. Serve them first, or agree that their numbers end.`,
}

/** `numbers`: all of them. */
export function inHallText(numbers: readonly string[], language: 'id' | 'en'): string {
  return texts[language](numbers.slice(0, MOST).join(', '), Math.max(0, numbers.length - MOST))
}
