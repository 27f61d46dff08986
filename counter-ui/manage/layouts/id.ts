// What a new display can show, in Indonesian: the file that decides which texts there are.
export const id = {
  shows: 'Yang ditampilkan',
  board: 'Layar zonanya (atau seluruh mal)',
  hall: 'Seluruh mal, dengan arah dari zonanya',
  corridor: 'Daftar lorong: semua nomor dan arahnya',
  agency: 'Satu instansi',
  counter: 'Papan kecil di atas satu loket',
} as const
