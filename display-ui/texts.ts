// What the board says, in two languages at once: the first large, the second small beside it, for people who do not
// read the first. `boardText('next')` in the first, `boardAlso('next')` in the second.
import { computed, signal } from '@preact/signals'
import { type Translation, makeTexts, language } from '../screens/i18n.ts'
import { lookUp } from '../screens/look-up.ts'
import type { Text } from '../server/hall/plan.ts'

export const id = {
  title: 'Layar antrean',
  page: 'Halaman {page}',
  number: 'Nomor',
  counter: 'Loket',
  waitTitle: 'Silakan menunggu',
  waitHint: 'Nomor Anda akan tampil di sini.',
  next: 'Berikutnya',
  ready: 'Bersiap',
  waiting: '{count} menunggu',
  nobodyWaiting: 'Tidak ada yang menunggu',
  paused: 'Istirahat sebentar',
  until: 's.d. {time}',
  missed: 'terlewat',
  closes: 'Tutup pukul {time}',
  break: 'Istirahat pukul {time}',
  closed: 'Sedang tutup',
  counterClosed: 'Loket tutup',
  serving: 'Sedang dilayani',
  called: 'Silakan ke sini',
  comes: 'Petugas menghampiri Anda',
  preparing: 'Tempat ini sedang disiapkan.',
  noSuchPlace: 'Layar ini diatur untuk tempat yang sudah tidak ada.',
  left: 'ke kiri',
  right: 'ke kanan',
  ahead: 'lurus',
  'ahead-left': 'serong kiri',
  'ahead-right': 'serong kanan',
  back: 'ke belakang',
  upstairs: 'naik tangga',
  downstairs: 'turun tangga',
  join: 'Kode layar ini. Ketik di halaman Pengelolaan, Perangkat, agar layar ini terdaftar dan bersuara.',
  soundOn: 'Sentuh sekali untuk menyalakan suara',
} as const

export const en: Translation<typeof id> = {
  title: 'Queue board',
  page: 'Page {page}',
  number: 'Number',
  counter: 'Counter',
  waitTitle: 'Please wait',
  waitHint: 'Your number will appear here.',
  next: 'Next',
  ready: 'Get ready',
  waiting: '{count} waiting',
  nobodyWaiting: 'Nobody is waiting',
  paused: 'Back soon',
  until: 'until {time}',
  missed: 'missed',
  closes: 'Closes at {time}',
  break: 'Break at {time}',
  closed: 'Closed now',
  counterClosed: 'Counter closed',
  serving: 'Being served',
  called: 'Please come here',
  comes: 'Staff come to you',
  preparing: 'This place is being set up.',
  noSuchPlace: 'This screen is set up for a place that is gone.',
  left: 'to the left',
  right: 'to the right',
  ahead: 'straight ahead',
  'ahead-left': 'ahead on the left',
  'ahead-right': 'ahead on the right',
  back: 'behind you',
  upstairs: 'up the stairs',
  downstairs: 'down the stairs',
  join: 'This display’s code. Type it at Management, Devices, to enrol it and give it sound.',
  soundOn: 'Touch once to switch on the sound',
}

export const boardText = makeTexts({ id, en })

type Key = keyof typeof id
/** The texts without parameters. */
export type PlainKey = { [K in Key]: (typeof id)[K] extends `${string}{${string}` ? never : K }[Key]

/** The same in the second language, with its parameters filled in; null if only one language is shown. */
export function boardAlso(key: Key, values: Readonly<Record<string, string>> = {}): string | null {
  if (second.value !== 'en') return null
  return en[key].replace(/\{(\w+)\}/g, (hole, name: string) => lookUp(values, name) || hole)
}

/** The languages of the hall; none are known before the plan is there. */
export const hallLanguages = signal<readonly string[]>([])

/** Whether the address asks for only one language. */
export const isAlone = signal(false)

/** The small one, null if one language is enough. */
export const second = computed(() =>
  !isAlone.value && language.value !== 'en' && hallLanguages.value.indexOf('en') >= 0 ? 'en' : null,
)

/** A text of the plan in the second language; null if it would be the same again. */
export function pickSecond(text: Text): string | null {
  const other = second.value === null ? undefined : textIn(text, second.value)
  return other === undefined || other === textIn(text, language.value) ? null : other
}

/**
 * Balinese script, which a plan may have for its names as the text in `ban`; if that is in Latin letters it is not
 * shown here.
 */
export function aksara(text: Text): string | null {
  const balinese = textIn(text, 'ban')
  return balinese !== undefined && /[\u1b00-\u1b7f]/.test(balinese) ? balinese : null
}

function textIn(text: Text, code: string): string | undefined {
  return lookUp(text, code)
}
