// Gangguan server di halaman pengelola, dalam bahasa Indonesia.
export const id = {
  title: 'Gangguan server',
  nothingLost: 'Nomor yang sudah diberikan tidak hilang.',
  lead: 'Terjadi hal yang tidak terduga pada server. Kirimkan laporan ini kepada orang yang merawat server, beserta catatan server (log) dari waktu itu.',
  survived: 'Kesalahan di dalam program. Antrean berjalan terus.',
  restarted: 'Kesalahan di dalam program. Server memulai ulang dirinya agar antrean pasti benar.',
  ended:
    'Server berhenti tanpa pesan lalu berjalan lagi: dimatikan paksa, kehabisan memori, atau ada pustaka yang rusak.',
  once: '{day}, {time}',
  often: '{count} kali, terakhir {day}, {time}',
  show: 'Lihat laporan',
  report: 'Laporan untuk perawat server',
  copy: 'Salin laporan',
  copied: 'Laporan disalin.',
  byHand: 'Laporan dipilih. Salin dengan Ctrl+C.',
} as const
