// The texts that the pages share which look after the hall, in Indonesian: the file that decides which texts there are.
export const id = {
  'attention.title': 'Perlu perhatian',
  'attention.deviceSilent':
    '{name} tidak terhubung sejak pukul {time}. Periksa apakah menyala dan tersambung ke jaringan.',
  'attention.deviceSilentUnknown':
    '{name} belum terhubung. Periksa apakah menyala dan tersambung ke jaringan.',
  'attention.sound-off':
    '{name} tidak dapat didengar, dan di sana tidak ada layar lain yang bersuara. Sentuh layarnya sekali atau tekan OK pada remotnya. Sampai saat itu, panggil dengan suara.',
  'attention.place-gone': '{name} didaftarkan untuk tempat yang sudah tidak ada. Cabut, lalu daftarkan lagi.',
  'attention.memory-high': '{name} memakai banyak memori. Matikan lalu hidupkan lagi sesudah jam pelayanan.',
  'attention.clock-off':
    '{name} berselisih lebih dari satu menit dengan jam server. Nyalakan penyetelan jam otomatis di sana; antrean sendiri tidak terpengaruh.',
  'attention.version-old': '{name} masih menampilkan halaman versi lama. Matikan lalu hidupkan lagi.',
  'attention.zone-silent':
    'Panggilan di zona {zone} tidak terdengar sejak pukul {time}. Panggil dengan suara, dan periksa layar di sana.',
  'attention.kiosk': 'Kios',
  'attention.kioskIn': 'Kios di zona {zone}',
  'attention.kioskNamed': 'Kios “{name}”',
  'attention.display': 'Sebuah layar',
  'attention.displayIn': 'Layar di zona {zone}',
  'attention.displayNamed': 'Layar “{name}”',
  'attention.near-end': 'Kertas {name} hampir habis. Siapkan gulungan baru.',
  'attention.paper-out': 'Kertas {name} habis. Pasang gulungan baru.',
  'attention.cover-open': 'Tutup {name} terbuka.',
  'attention.offline': '{name} tidak terhubung. Periksa listrik dan kabelnya.',
  'attention.error': '{name} bermasalah. Matikan lalu hidupkan lagi.',

  // finding a number, and slips that did not come out
  findTitle: 'Cari nomor',
  findLabel: 'Nomor antrean',
  findHint: 'Misalnya A012',
  find: 'Cari',
  findNone: 'Hari ini tidak ada nomor itu.',

  'slip-fault.paper-out': 'kertas habis',
  'slip-fault.cover-open': 'tutup pencetak terbuka',
  'slip-fault.offline': 'pencetak tidak siap',
  'slip-fault.unreachable': 'pencetak tidak terhubung',
  'slip-fault.error': 'pencetak bermasalah',
  'slip-fault.timeout': 'pencetak tidak menjawab',
  'slip-fault.restart': 'server dimulai ulang saat mencetak',
  'slip-fault.no-such-printer': 'pencetak tidak ada',
  'slip-fault.other': 'sebab tidak diketahui',
} as const
