// What the poster of the survey says. It hangs in the hall and speaks both languages at once; around it, the page
// speaks the language of the person printing it: `posterText('print')`.
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  title: 'Poster survei',
  tools: 'Poster ini',
  print: 'Cetak',
  toA4: 'Ukuran A4',
  toA3: 'Ukuran A3',
  otherLanguage: 'English',
  noAddress:
    'Poster belum dapat dibuat: alamat umum server (PUBLIC_URL) belum diatur, jadi kode QR tidak akan menuju ke mana pun.',

  ask: 'Bagaimana pelayanan kami?',
  scan: 'Pindai, lalu nilai kami',
  how: 'Tanpa nama, cukup 15 detik, setelah Anda dilayani.',
  complaint: 'Ada pengaduan? Sampaikan lewat kode yang sama.',
} as const

export const en: Translation<typeof id> = {
  title: 'Survey poster',
  tools: 'This poster',
  print: 'Print',
  toA4: 'Size A4',
  toA3: 'Size A3',
  otherLanguage: 'Bahasa Indonesia',
  noAddress:
    'The poster cannot be made yet: the server’s public address (PUBLIC_URL) is not set, so the QR code would lead nowhere.',

  ask: 'How did we do?',
  scan: 'Scan and rate us',
  how: 'No name, just 15 seconds, once you have been served.',
  complaint: 'A complaint? Make it with the same code.',
}

export const posterText = makeTexts({ id, en })
