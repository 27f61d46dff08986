// What the manager's page says of the slip, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Isi slip',
  lead: 'Baris sendiri di atas dan di bawah setiap slip, dan logo mal.',
  header: 'Baris atas ({language})',
  footer: 'Baris bawah ({language})',
  headerHint: 'Satu baris teks per baris, paling banyak 4.',
  footerHint: 'Satu baris teks per baris, paling banyak 6.',
  logo: 'Logo (PNG hitam putih)',
  logoHint: 'Berkas PNG, paling besar 29 kB.',
  logoSet: 'Logo sudah dipasang.',
  logoNew: 'Logo baru dipilih: {name}.',
  logoRemove: 'Hapus logo',
  logoNotPng: 'Berkas ini bukan gambar PNG. Simpan gambarnya sebagai PNG, lalu pilih lagi.',
  logoTooLarge: 'Gambar ini terlalu besar ({kb} kB). Perkecil sampai paling besar 29 kB.',
  long: 'Tulis semua persyaratan di slip',
  longHelp:
    'Slip menjadi lebih panjang dan lebih lama dicetak. Tanpa centang hanya yang belum ada yang ditulis; selengkapnya ada di halaman ponsel.',
  save: 'Simpan isi slip',
  saved: 'Isi slip sudah disimpan.',
  preview: 'Contoh slip seperti yang tersimpan',
  previewPaper: 'Lebar kertas contoh',
  previewMm: '{mm} mm',
} as const
