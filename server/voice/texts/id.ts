// Indonesian as it is spoken: numbers and letters by KBBI, with belasan, puluhan and ratusan.
import type { SpokenLanguage } from './language.ts'

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
  const [unit, size] = n < 100 ? (['puluh', 10] as const) : (['ratus', 100] as const)
  const head = counted(Math.floor(n / size), unit)
  return n % size === 0 ? head : `${head} ${cardinal(n % size)}`
}

export const id: SpokenLanguage = {
  counter: 'loket',
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
  announcement: (number, counter) => `Nomor antrean, ${number}, silakan menuju ${counter}.`,
}
