// What the board says, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Layar antrean',
  number: 'Nomor',
  counter: 'Loket',
  waitTitle: 'Silakan menunggu',
  waitHint: 'Nomor Anda akan tampil dan disebut di sini.',
  next: 'Berikutnya',
  waiting: '{count} menunggu',
  nobodyWaiting: 'Tidak ada yang menunggu',
  paused: 'Berhenti sementara',
  soundOn: 'Sentuh sekali untuk menyalakan suara',
} as const
