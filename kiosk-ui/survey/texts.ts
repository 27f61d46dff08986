// What the survey says, on a visitor's phone and on the tablet at the exit: `surveyText('send')`. The questions and their
// answers are the hall's own data and come with the form.
import { type Translation, makeTexts } from '../../screens/i18n.ts'
import { lookUp } from '../../screens/look-up.ts'

export const id = {
  title: 'Penilaian layanan',
  languageName: 'Bahasa Indonesia',
  languages: 'Bahasa',
  otherLanguage: 'English',
  loading: 'Sedang menyiapkan pertanyaan…',
  again: 'Coba lagi',
  rehearsal: 'LATIHAN – penilaian di layar ini tidak dihitung.',

  nth: '{nth} dari {count}',
  skip: 'Lewati',
  enough: 'Terima kasih. Ada lagi?',
  enoughHint: 'Jawaban Anda siap dikirim.',
  enoughBlank: 'Belum ada yang dijawab.',
  more: 'Jawab {count} pertanyaan lagi',
  write: 'Tulis saran',
  aboutYou: 'Tentang Anda',
  send: 'Kirim',
  finish: 'Selesai',
  sendsItself: 'Terkirim sendiri dalam {seconds} detik.',
  wordsTitle: 'Apa saran Anda?',
  wordsHint: 'Tidak wajib. Mohon jangan menulis nama, nomor, atau NIK siapa pun.',
  profileHint: 'Tidak wajib. Dihitung terpisah, tidak disimpan bersama jawaban Anda.',
  proceed: 'Lanjut',

  thanks: 'Terima kasih!',
  thanksHint: 'Penilaian Anda sudah diterima. Yang disimpan hanya jawabannya: tanpa nama, nomor, dan jam.',
  keptPhone:
    'Ponsel ini tidak tersambung. Jawaban Anda tersimpan di sini dan terkirim begitu tersambung lagi.',
  keptTablet: 'Jawaban Anda sudah tersimpan di sini dan segera dikirim.',
  used: 'Layanan ini sudah dinilai, atau waktu menilainya sudah lewat.',
  refused: 'Penilaian tidak dapat diterima',
  choose: 'Layanan mana yang ingin Anda nilai?',
  others: 'Nilai juga layanan ini',
  rated: 'sudah dinilai',
  complaint: 'Sampaikan pengaduan',
  toNumber: 'Ke halaman nomor saya',

  posterTitle: 'Bagaimana pelayanan kami?',
  posterLead: 'Anda dapat menilai setelah dilayani, tanpa nama, dalam 15 detik.',
  posterScan: 'Pindai kode QR pada slip antrean Anda. Di halaman itu muncul tombol “Beri penilaian”.',
  posterTablet: 'Tidak membawa ponsel? Pakai tablet survei di dekat pintu keluar.',
  posterNotYet:
    'Kunjungan Anda belum selesai. Setelah dilayani, nilailah di sini atau di halaman nomor Anda.',
  posterDone: 'Tidak ada lagi layanan yang dapat Anda nilai. Terima kasih!',

  // the tablet
  invite: 'Bagaimana pelayanan kami hari ini?',
  touch: 'Sentuh untuk menilai',
  promise: 'Tanpa nama, cukup 15 detik.',
  chooseAgency: 'Instansi mana yang melayani Anda?',
  chooseService: 'Layanan apa yang Anda terima?',
  nothing: 'Belum ada layanan yang dapat dinilai.',
  startOver: 'Ke awal',
  sight: 'Tampilan',
  largeText: 'Teks besar',
  contrast: 'Kontras tinggi',
  low: 'Tombol lebih rendah',
  stillThere: 'Apakah Anda masih di sini?',
  stillThereHint: 'Layar kembali ke awal dalam {seconds} detik.',
  stay: 'Ya, lanjutkan',
  offline: 'Tidak tersambung. Jawaban disimpan dahulu di sini.',
  waiting: '{count} penilaian menunggu dikirim.',
  enrolTitle: 'Tablet ini belum terdaftar',
  enrolStep1: 'Di komputer kantor, masuk ke halaman Pengelolaan ({address}).',
  enrolStep2: 'Pada bagian Perangkat, buat tautan baru untuk tablet survei.',
  enrolStep3: 'Buka tautan itu di tablet ini. Satu tautan hanya untuk satu perangkat.',
} as const

export const en: Translation<typeof id> = {
  title: 'Rate our service',
  languageName: 'English',
  languages: 'Language',
  otherLanguage: 'Indonesia',
  loading: 'Getting the questions…',
  again: 'Try again',
  rehearsal: 'REHEARSAL – answers on this screen do not count.',

  nth: '{nth} of {count}',
  skip: 'Skip',
  enough: 'Thank you. Anything else?',
  enoughHint: 'Your answers are ready to be sent.',
  enoughBlank: 'Nothing has been answered yet.',
  more: 'Answer {count} more questions',
  write: 'Write a suggestion',
  aboutYou: 'About you',
  send: 'Send',
  finish: 'Done',
  sendsItself: 'Sent by itself in {seconds} seconds.',
  wordsTitle: 'What do you suggest?',
  wordsHint: 'Optional. Please do not write anybody’s name, number or NIK.',
  profileHint: 'Optional. Counted separately, never kept together with your answers.',
  proceed: 'Continue',

  thanks: 'Thank you!',
  thanksHint: 'We have your answers. Only the answers are kept: no name, no number, no time of day.',
  keptPhone: 'This phone is offline. Your answers are kept here and sent once it is connected again.',
  keptTablet: 'Your answers are kept here and will be sent soon.',
  used: 'This service has been rated already, or the time to rate it is over.',
  refused: 'The answers could not be taken',
  choose: 'Which service would you like to rate?',
  others: 'Rate this one too',
  rated: 'already rated',
  complaint: 'Make a complaint',
  toNumber: 'To the page of my number',

  posterTitle: 'How did we do?',
  posterLead: 'You can rate us once you have been served: no name, 15 seconds.',
  posterScan: 'Scan the QR code on your queue slip. The page it opens has a button “Rate our service”.',
  posterTablet: 'No phone with you? Use the tablet near the exit.',
  posterNotYet:
    'Your visit is not over yet. Once you have been served, rate us here or on the page of your number.',
  posterDone: 'There is nothing left for you to rate. Thank you!',

  invite: 'How did we do today?',
  touch: 'Touch to rate us',
  promise: 'No name, just 15 seconds.',
  chooseAgency: 'Which office served you?',
  chooseService: 'Which service did you get?',
  nothing: 'There is no service to rate yet.',
  startOver: 'Start over',
  sight: 'Display',
  largeText: 'Large text',
  contrast: 'High contrast',
  low: 'Lower buttons',
  stillThere: 'Are you still there?',
  stillThereHint: 'The screen goes back to the start in {seconds} seconds.',
  stay: 'Yes, go on',
  offline: 'Not connected. Answers are kept here for now.',
  waiting: '{count} waiting to be sent.',
  enrolTitle: 'This tablet is not enrolled yet',
  enrolStep1: 'On an office computer, sign in to the Management page ({address}).',
  enrolStep2: 'Under Devices, make a new link for a survey tablet.',
  enrolStep3: 'Open that link on this tablet. One link is for one device.',
}

const files: { id: typeof id } & Record<string, Translation<typeof id>> = { id, en }

export const surveyText = makeTexts(files)

/** A language's name for itself, `English`; its code if neither we nor the browser know. */
export function languageName(code: string): string {
  const own = lookUp(files, code)
  return own ? own.languageName : (new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code)
}

/** The invitation in that language: the question, and how to begin; null if we have none. */
export function inviteIn(code: string): { invite: string; touch: string; promise: string } | null {
  return lookUp(files, code) ?? null
}
