// The sound of the zones on the manager's page, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Suara zona',
  lead: 'Uji suara diumumkan oleh layar yang memang bersuara di zona itu. Dengarkan di sana; halaman ini mencatat apakah layarnya memutar sampai selesai.',
  play: 'Putar uji suara',
  playIn: 'Putar uji suara di {zone}',
  waiting: 'Menunggu giliran; pengumuman di depannya: {count}.',
  playing: 'Sedang diputar oleh {display}.',
  nobody: 'Tidak ada layar yang dapat bersuara untuk zona ini. Nyalakan atau daftarkan satu.',
  heard: 'Terdengar: {display} memutarnya sampai selesai.',
  unheard:
    'Tidak terdengar: {display} tidak memutarnya. Periksa apakah layarnya menyala, lalu sentuh sekali untuk menyalakan suara.',
  display: 'layar di zona {zone}',
} as const
