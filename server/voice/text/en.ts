// English as it is spoken, British: "one hundred and five", "zed".
import type { SpokenLanguage } from './spoken-language.ts'

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

function cardinal(n: number): string {
  if (n < 10) return digits[n] ?? ''
  if (n < 20) return teens[n - 10] ?? ''
  if (n < 100) {
    const head = tens[Math.floor(n / 10) - 2] ?? ''
    return n % 10 === 0 ? head : `${head}-${cardinal(n % 10)}`
  }
  if (n >= 1000) {
    const rest = n % 1000
    const head = `${cardinal(Math.floor(n / 1000))} thousand`
    if (rest === 0) return head
    return `${head}${rest < 100 ? ' and' : ''} ${cardinal(rest)}`
  }
  const head = `${cardinal(Math.floor(n / 100))} hundred`
  return n % 100 === 0 ? head : `${head} and ${cardinal(n % 100)}`
}

export const en: SpokenLanguage = {
  counter: 'counter',
  phrases: ['queue number', 'please go to', 'counter', 'queue numbers', 'to'],
  comingPhrases: ['please stay where you are', 'staff of', 'will come to you'],
  checkPhrases: ['this is a sound test for', 'nobody is called'],
  digits,
  letters: {
    A: 'ay',
    B: 'bee',
    C: 'cee',
    D: 'dee',
    E: 'ee',
    F: 'ef',
    G: 'gee',
    H: 'aitch',
    I: 'eye',
    J: 'jay',
    K: 'kay',
    L: 'el',
    M: 'em',
    N: 'en',
    O: 'oh',
    P: 'pee',
    Q: 'cue',
    R: 'ar',
    S: 'ess',
    T: 'tee',
    U: 'you',
    V: 'vee',
    W: 'double you',
    X: 'ex',
    Y: 'wye',
    Z: 'zed',
  },
  cardinal,
  to: 'to',
  by: 'by',
  point: 'point',
  clock: (hour, minute) => {
    if (minute === 0) return `${cardinal(hour)} o'clock`
    return `${cardinal(hour)} ${minute < 10 ? 'oh ' : ''}${cardinal(minute)}`
  },
  months: {
    Jan: 'January',
    Feb: 'February',
    Mar: 'March',
    Apr: 'April',
    Jun: 'June',
    Jul: 'July',
    Aug: 'August',
    Sep: 'September',
    Sept: 'September',
    Oct: 'October',
    Nov: 'November',
    Dec: 'December',
  },
  announcement: (number, counter) => `Queue number ${number}, please go to ${counter}.`,
  coming: (number, counter) =>
    `Queue number ${number}, please stay where you are, staff of ${counter} will come to you.`,
  together: (calls) =>
    `Queue numbers ${calls.map(({ number, counter }) => `${number}, to ${counter}`).join('; ')}.`,
  check: (zone) => `This is a sound test for ${zone}. Nobody is called.`,
}
