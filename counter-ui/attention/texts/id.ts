// What needs attention, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Perlu perhatian',
  deviceSilent:
    '{name} tidak terhubung sejak pukul {time}. Periksa apakah menyala dan tersambung ke jaringan.',
  deviceSilentUnknown: '{name} belum terhubung. Periksa apakah menyala dan tersambung ke jaringan.',
  soundOff:
    '{name} tidak dapat didengar, dan di sana tidak ada layar lain yang bersuara. Sentuh layarnya sekali atau tekan OK pada remotnya. Sampai saat itu, panggil dengan suara.',
  placeGone: '{name} didaftarkan untuk tempat yang sudah tidak ada. Cabut, lalu daftarkan lagi.',
  memoryHigh: '{name} memakai banyak memori. Matikan lalu hidupkan lagi sesudah jam pelayanan.',
  clockOff:
    '{name} berselisih lebih dari satu menit dengan jam server. Nyalakan penyetelan jam otomatis di sana; antrean sendiri tidak terpengaruh.',
  versionOld: '{name} masih menampilkan halaman versi lama. Matikan lalu hidupkan lagi.',
  zoneSilent:
    'Panggilan di zona {zone} tidak terdengar sejak pukul {time}. Panggil dengan suara, dan periksa layar di sana.',
  kiosk: 'Kios',
  kioskIn: 'Kios di zona {zone}',
  kioskNamed: 'Kios “{name}”',
  display: 'Sebuah layar',
  displayIn: 'Layar di zona {zone}',
  displayNamed: 'Layar “{name}”',
  printerNearEnd: 'Kertas {name} hampir habis. Siapkan gulungan baru.',
  printerPaperOut: 'Kertas {name} habis. Pasang gulungan baru.',
  printerCoverOpen: 'Tutup {name} terbuka.',
  printerOffline: '{name} tidak terhubung. Periksa listrik dan kabelnya.',
  printerError: '{name} bermasalah. Matikan lalu hidupkan lagi.',
} as const
