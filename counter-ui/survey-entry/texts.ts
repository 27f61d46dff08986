// What the page for typing paper forms of the survey says: `entryText('save')`. The questions come with the form.
import { isKey, type Translation, makeTexts } from '../../screens/i18n.ts'

export const id = {
  title: 'Formulir survei dari kertas',
  signInTitle: 'Masuk untuk mengetik formulir survei',
  toReception: 'Resepsionis',
  toPaper: 'Nomor darurat',
  loading: 'Sedang menyiapkan pertanyaan…',

  lead: 'Ketik angka 1–4 untuk setiap unsur; yang tidak diisi di kertas dibiarkan kosong dengan Enter. Enter di akhir menyimpan.',
  month: 'Bulan di kertas',
  service: 'Layanan',
  chooseService: 'Pilih layanan…',
  answers: 'Jawaban',
  words: 'Saran (bila ada)',
  wordsHint: 'Seperti tertulis di kertas, tanpa nama atau nomor siapa pun.',
  profile: 'Responden (bila diisi di kertas)',
  save: 'Simpan formulir',
  saved: 'Tersimpan. Formulir yang sudah diketik: {count}',
  count: 'Sudah diketik: {count}',
  last: 'Formulir terakhir',
  lastWhat: '{service}, {month}',
  blank: 'kosong',
  cannotChange:
    'Yang sudah tersimpan tidak dapat diubah: tidak ada yang tahu lagi mana jawabannya. Bila keliru, laporkan kepada pengelola.',

  'fault.digit': 'Hanya 1, 2, 3, atau 4',
  'fault.empty': 'Isi paling sedikit satu jawaban',
  'fault.service': 'Pilih layanannya',

  'element.persyaratan': 'Persyaratan',
  'element.prosedur': 'Prosedur',
  'element.waktu': 'Waktu',
  'element.biaya': 'Biaya/tarif',
  'element.produk': 'Produk',
  'element.kompetensi': 'Kompetensi',
  'element.perilaku': 'Perilaku',
  'element.pengaduan': 'Pengaduan',
  'element.sarana': 'Sarana',
} as const

export const en: Translation<typeof id> = {
  title: 'Survey forms from paper',
  signInTitle: 'Sign in to type survey forms',
  toReception: 'Reception',
  toPaper: 'Emergency numbers',
  loading: 'Getting the questions…',

  lead: 'Type 1–4 for each element; leave what is blank on the paper blank with Enter. Enter at the end saves.',
  month: 'Month of the paper',
  service: 'Service',
  chooseService: 'Choose a service…',
  answers: 'Answers',
  words: 'Suggestion (if any)',
  wordsHint: 'As on the paper, without anybody’s name or number.',
  profile: 'Respondent (if the paper says)',
  save: 'Save the form',
  saved: 'Saved. Forms typed so far: {count}',
  count: 'Typed so far: {count}',
  last: 'The last form',
  lastWhat: '{service}, {month}',
  blank: 'blank',
  cannotChange:
    'What is saved cannot be changed: it can no longer be told which answers came from this form. If something was wrong, tell the manager.',

  'fault.digit': 'Only 1, 2, 3 or 4',
  'fault.empty': 'Enter at least one answer',
  'fault.service': 'Choose the service',

  'element.persyaratan': 'Requirements',
  'element.prosedur': 'Procedure',
  'element.waktu': 'Time',
  'element.biaya': 'Fee',
  'element.produk': 'Product',
  'element.kompetensi': 'Competence',
  'element.perilaku': 'Conduct',
  'element.pengaduan': 'Complaints',
  'element.sarana': 'Facilities',
}

export const entryText = makeTexts({ id, en })

// Elements as people say them.

/** `Persyaratan`; an element of the hall's own is called by its question. */
export function elementName(element: string, question: string): string {
  const key = `element.${element}` as const
  return isKey(id, key) ? entryText(key) : question
}
