// Indonesian as it is spoken: numbers and letters by KBBI, with belasan, puluhan and ratusan.
import type { SpokenLanguage } from './spoken-language.ts'

const digits = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const

/** The word of a place: `se-` stands for one, every other digit is a word of its own ("seratus", "dua ratus"). */
function counted(digit: number, unit: string): string {
  return digit === 1 ? `se${unit}` : `${digits[digit]} ${unit}`
}

function cardinal(n: number): string {
  if (n < 10) return digits[n] ?? ''
  if (n === 10) return 'sepuluh'
  if (n < 20) return counted(n - 10, 'belas')
  if (n >= 1000) return withRest(n < 2000 ? 'seribu' : `${cardinal(Math.floor(n / 1000))} ribu`, n % 1000)
  const [unit, size] = n < 100 ? (['puluh', 10] as const) : (['ratus', 100] as const)
  return withRest(counted(Math.floor(n / size), unit), n % size)
}

function withRest(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${cardinal(rest)}`
}

export const id: SpokenLanguage = {
  counter: 'loket',
  phrases: ['nomor antrean', 'silakan menuju', 'loket', 'ke'],
  comingPhrases: ['mohon tunggu di tempat', 'petugas', 'akan menghampiri Anda'],
  checkPhrases: ['ini uji suara untuk', 'tidak ada yang dipanggil'],
  digits,
  letters: {
    A: 'a',
    B: 'be',
    C: 'ce',
    D: 'de',
    E: 'e',
    F: 'ef',
    G: 'ge',
    H: 'ha',
    I: 'i',
    J: 'je',
    K: 'ka',
    L: 'el',
    M: 'em',
    N: 'en',
    O: 'o',
    P: 'pe',
    Q: 'ki',
    R: 'er',
    S: 'es',
    T: 'te',
    U: 'u',
    V: 've',
    W: 'we',
    X: 'eks',
    Y: 'ye',
    Z: 'zet',
  },
  cardinal,
  to: 'sampai',
  by: 'kali',
  point: 'koma',
  clock: (hour, minute) =>
    minute === 0 ? cardinal(hour) : `${cardinal(hour)} lewat ${cardinal(minute)} menit`,
  months: {
    Jan: 'Januari',
    Feb: 'Februari',
    Mar: 'Maret',
    Apr: 'April',
    Jun: 'Juni',
    Jul: 'Juli',
    Agu: 'Agustus',
    Agt: 'Agustus',
    Sep: 'September',
    Okt: 'Oktober',
    Nov: 'November',
    Des: 'Desember',
  },
  announcement: (number, counter) => `Nomor antrean, ${number}, silakan menuju ${counter}.`,
  coming: (number, counter) =>
    `Nomor antrean, ${number}, mohon tunggu di tempat, petugas ${counter} akan menghampiri Anda.`,
  together: (calls) =>
    `Nomor antrean, ${calls.map(({ number, counter }) => `${number}, ke ${counter}`).join('; ')}.`,
  check: (zone) => `Ini uji suara untuk ${zone}. Tidak ada yang dipanggil.`,
}
