// Words that screens share beside what they say about themselves (standing.id.ts), in Indonesian: the file that decides
// which texts there are.
export const id = {
  minutes: '{minutes} menit',
  aboutMinutes: '±{minutes} menit',
  aboutMinutesRange: '±{low}–{high} menit',
  justNow: 'baru saja',

  back: 'Kembali',
  cancel: 'Batal',
  close: 'Tutup',
  source: 'Kode sumber',
} as const
