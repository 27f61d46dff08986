// Words that screens share besides what they say about themselves (standing.ts): `sharedText('back')`.
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  minutes: '{minutes} menit',
  justNow: 'baru saja',

  back: 'Kembali',
  cancel: 'Batal',
  close: 'Tutup',
  source: 'Kode sumber',
} as const

export const en: Translation<typeof id> = {
  minutes: '{minutes} min',
  justNow: 'just now',

  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  source: 'Source code',
}

export const sharedText = makeTexts({ id, en })
