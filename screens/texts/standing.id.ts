// What every screen says about itself, in Indonesian: the file that decides which texts there are.
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
