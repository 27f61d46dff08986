// What every screen says about itself, boards too: `standingText('connecting')`. Separate from the words of buttons,
// which a board does not need.
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  connecting: 'Menyambungkan…',
  reconnecting: 'Sambungan terputus. Sedang menyambungkan kembali…',
  stale: 'Sambungan ke sistem terputus. Data di layar ini mungkin sudah tidak berlaku.',
  'refused.not-allowed': 'Layar ini tidak berhak menampilkan halaman ini. Silakan hubungi pengelola.',
  'refused.no-such-topic': 'Halaman ini tidak ditemukan. Periksa alamatnya atau hubungi pengelola.',
  'refused.wrong-version': 'Layar ini perlu dimuat ulang. Mohon tunggu sebentar.',
  rehearsal: 'LATIHAN – nomor di layar ini tidak berlaku',
  clockSuspect: 'Jam sistem tidak benar. Nomor belum dapat diambil sampai pengelola memastikan waktunya.',
  clockLeapt: 'Jam sistem melompat. Panggilan berjalan terus; nomor baru menunggu pengelola.',

  storageGone: 'Data tidak dapat disimpan. Nomor belum dapat diambil atau dipanggil.',

  offlineTitle: 'Tidak tersambung',
  offlineDetail: 'Sistem tidak menjawab. Silakan coba sekali lagi.',
  unexpectedTitle: 'Terjadi kesalahan',
  unexpectedDetail: 'Permintaan tidak dapat diproses. Silakan coba sekali lagi atau hubungi petugas.',

  number: 'Nomor {spelled}',
} as const

export const en: Translation<typeof id> = {
  connecting: 'Connecting…',
  reconnecting: 'Connection lost. Connecting…',
  stale: 'No connection to the server. What this screen shows may be out of date.',
  'refused.not-allowed': 'This screen may not show this page. Ask the manager.',
  'refused.no-such-topic': 'This page does not exist. Check the address.',
  'refused.wrong-version': 'This screen has to reload. Please wait.',
  rehearsal: 'REHEARSAL – the numbers on this screen are not valid',
  clockSuspect: 'The server’s clock is wrong. No numbers can be taken until a manager confirms the time.',
  clockLeapt: 'The server’s clock leapt. Calls go on; new numbers wait for a manager.',

  storageGone: 'Nothing can be stored. No numbers can be taken or called.',

  offlineTitle: 'Not connected',
  offlineDetail: 'The server does not answer. Please try once more.',
  unexpectedTitle: 'Something went wrong',
  unexpectedDetail: 'It could not be done. Please try once more or ask the staff.',

  number: 'Number {spelled}',
}

export const standingText = makeTexts({ id, en })
