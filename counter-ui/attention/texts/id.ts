// What needs attention, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Perlu perhatian',
  kioskSilent: '{name} tidak terdengar sejak pukul {time}. Periksa apakah menyala dan terhubung.',
  kioskSilentUnknown: '{name} belum terdengar. Periksa apakah menyala dan terhubung.',
  zoneSilent:
    'Panggilan di {zone} tidak terdengar sejak pukul {time}. Panggil dengan suara, dan periksa layar di sana.',
  kiosk: 'Kios',
  kioskIn: 'Kios di {zone}',
  kioskNamed: 'Kios “{name}”',
  printerNearEnd: 'Kertas {name} hampir habis. Siapkan gulungan baru.',
  printerPaperOut: 'Kertas {name} habis. Pasang gulungan baru.',
  printerCoverOpen: 'Tutup {name} terbuka.',
  printerOffline: '{name} tidak terhubung. Periksa listrik dan kabelnya.',
  printerError: '{name} bermasalah. Matikan lalu hidupkan lagi.',
} as const
