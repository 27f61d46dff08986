// What parts say that stand on several pages, in Indonesian: the file that decides which texts there are.
export const id = {
  findTitle: 'Cari nomor',
  findLabel: 'Nomor antrean',
  findHint: 'Misalnya A012',
  find: 'Cari',
  findNone: 'Hari ini tidak ada nomor itu.',

  whyPaperOut: 'kertas habis',
  whyCoverOpen: 'tutup pencetak terbuka',
  whyOffline: 'pencetak tidak siap',
  whyUnreachable: 'pencetak tidak terhubung',
  whyError: 'pencetak bermasalah',
  whyTimeout: 'pencetak tidak menjawab',
  whyRestart: 'server dimulai ulang saat mencetak',
  whyNoPrinter: 'pencetak tidak ada',
  whyUnknown: 'sebab tidak diketahui',
} as const
