// What only the spoken mode says. Written for listening: no sign that a voice does not say.
import { type Translation, makeTexts } from '../../screens/i18n.ts'

export const id = {
  speak: 'Suara',
  guide: 'Panduan suara',
  bar: 'Panduan suara: panah dan Enter. F1: bantuan.',
  voiceless: 'Suara tidak tersedia. Tombol tetap dapat dipakai.',
  firstLanguage: 'Untuk bahasa Indonesia, tekan Enter.',
  otherLanguage: 'Untuk bahasa Indonesia, tekan {way}, lalu Enter.',
  down: 'panah bawah',
  help: 'Panah bawah: berikutnya. Panah atas: sebelumnya. Enter: pilih. Escape, atau panah kiri ditahan: kembali. F1: bantuan. F2: ulangi. F3 dan F4: kecepatan. Page Up dan Page Down: volume suara.',
  choices: '{count} pilihan.',
  move: 'Panah bawah untuk berikutnya, Enter untuk memilih.',
  button: 'tombol',
  on: 'dipilih',
  off: 'belum dipilih',
  disabled: 'tidak dapat dipilih',
  busy: 'mohon tunggu',
  bye: 'Panduan suara selesai. Terima kasih.',
} as const

export const en: Translation<typeof id> = {
  speak: 'Speech',
  guide: 'Spoken guide',
  bar: 'Spoken guide: arrows and Enter. F1: help.',
  voiceless: 'Voice not available. The keys still work.',
  firstLanguage: 'For English, press Enter.',
  otherLanguage: 'For English, press {way}, then Enter.',
  down: 'down',
  help: 'Down arrow: next. Up arrow: previous. Enter: choose. Escape, or left arrow held down: back. F1: help. F2: repeat. F3 and F4: speed. Page Up and Page Down: volume.',
  choices: '{count} choices.',
  move: 'Down arrow for the next one, Enter to choose.',
  button: 'button',
  on: 'selected',
  off: 'not selected',
  disabled: 'not available',
  busy: 'please wait',
  bye: 'The spoken guide has ended. Thank you.',
}

export const spokenText = makeTexts({ id, en })

/** How to choose a language by keys, said in that language: `nth` is its place; null if we have no words for it. */
export function languageHint(code: string, nth: number): string | null {
  if (code !== 'id' && code !== 'en') return null
  const { firstLanguage, otherLanguage, down } = { id, en }[code]
  return nth === 0 ? firstLanguage : otherLanguage.replace('{way}', Array(nth).fill(down).join(', '))
}
