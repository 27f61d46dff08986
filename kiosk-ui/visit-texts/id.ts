// What the kiosk says of one visit, from its order to its slip, in Indonesian.
export const id = {
  oneNumber: 'Satu nomor untuk semua layanan. Datang ke loket yang memanggil lebih dahulu.',
  after: 'Setelah {service}',
  alsoFor: 'Juga untuk {services}',
  issuedToo: 'Diurus juga dalam kunjungan ini: {service}. Tanyakan urutannya kepada petugas.',
  closedMeanwhile: 'Baru saja ditutup: {services}',
  noPaper: 'Kios ini sedang tidak mengeluarkan kertas. Nomor Anda tampil di layar, atau pakai kios lain.',

  paperOut: 'Kertas habis.',
  coverOpen: 'Tutup pencetak terbuka.',
  printerOff: 'Pencetak mati atau terputus.',
  printerFault: 'Pencetak bermasalah.',
  scan: 'Pindai untuk mengikuti antrean di ponsel',
  printAgain: 'Cetak lagi',
  endKept: 'Nomor {number} tersimpan, tetapi belum dipanggil sebelum Anda melapor ke resepsionis.',
  endCalled: 'Nomor {number} tetap dipanggil. Lupa nomor? Tanyakan ke resepsionis.',

  yourVisit: 'Kunjungan Anda',
  looking: 'Mencari nomor Anda…',
  unknown: 'Kode ini tidak dikenal',
  unknownHint: 'Mungkin terpotong atau bukan dari gedung ini. Pindai lagi, atau tanyakan ke resepsionis.',
  old: 'Nomor {day} ini tidak berlaku lagi. Silakan ambil nomor baru.',
  ended: 'Nomor ini sudah selesai. Silakan ambil nomor baru.',
  copy: 'Cetak salinan',
  giveBack: 'Batalkan nomor saya',
  giveBackSure: 'Batalkan {number}? Anda tidak akan dipanggil lagi.',
  giveBackYes: 'Ya, batalkan',
  giveBackNo: 'Tidak, tetap antre',

  sight: 'Tampilan',
  contrast: 'Kontras tinggi',
  low: 'Tombol lebih rendah',
} as const
