// Waits as visitors read them on kiosk, phone and board, in every language of the screens.
import type { Text } from '../hall/equipment.ts'
import { filled, type Spoken } from './day.ts'

export const id = {
  range: '{low}–{high} menit',
  upTo: 'paling lama {high}',
  hours: '{low}–{high} jam',
  mixed: '{low} menit–{high} jam',
  toOneHour: '{low} menit–1 jam',
  minutes: '{count} menit',
  anHour: '{count} jam',
  first: '{wait} (perkiraan awal)',
  nobodyOpen: 'Tidak ada loket yang buka: silakan tanya resepsionis',
  opensAgain: 'Loket buka lagi pukul {time}',
  maybe: 'Mungkin tidak terlayani hari ini',
  unlikely: 'Kemungkinan besar tidak terlayani hari ini',
  quieter: 'Biasanya lebih cepat sekitar pukul {time}',
  quieterToday: 'Biasanya lebih cepat nanti, sekitar pukul {time}',
  usual: '{day} pukul {time} biasanya {wait}',
  usualToday: 'Nanti pukul {time} biasanya {wait}',
  toldLatest: 'Diberi tahu: paling lambat pukul {time}',
  boardUnlikely: 'Sulit terlayani hari ini',
  newNumber: 'untuk nomor baru',
  byService: 'menurut layanan',
  firstEstimate: 'perkiraan awal',
  notSure: 'mungkin tidak hari ini',
  'was.opened': 'Tadi pukul {from}–{to}; loket bertambah.',
  'was.closed': 'Tadi pukul {from}–{to}; loket berkurang.',
  'was.own': 'Tadi pukul {from}–{to}; layanan Anda yang lain lebih dahulu.',
  'was.faster': 'Tadi pukul {from}–{to}; antrean lebih cepat.',
  'was.slower': 'Tadi pukul {from}–{to}; antrean lebih lambat.',
} as const

export type WaitText = keyof typeof id

export const en: Readonly<Record<WaitText, string>> = {
  range: '{low}–{high} min',
  upTo: 'up to {high}',
  hours: '{low}–{high} hours',
  mixed: '{low} min–{high} hours',
  toOneHour: '{low} min–1 hour',
  minutes: '{count} min',
  anHour: '{count} h',
  first: '{wait} (first estimate)',
  nobodyOpen: 'No counter is open: ask the reception',
  opensAgain: 'The counter opens again at {time}',
  maybe: 'May not be served today',
  unlikely: 'Unlikely to be served today',
  quieter: 'Usually quicker around {time}',
  quieterToday: 'Usually quicker later, around {time}',
  usual: '{day}s at {time} usually {wait}',
  usualToday: 'Later, at {time}, usually {wait}',
  toldLatest: 'Was told: {time} at the latest',
  boardUnlikely: 'Unlikely today',
  newNumber: 'for new numbers',
  byService: 'by service',
  firstEstimate: 'first estimate',
  notSure: 'perhaps not today',
  'was.opened': 'Before: {from}–{to}; a counter has opened.',
  'was.closed': 'Before: {from}–{to}; a counter has closed.',
  'was.own': 'Before: {from}–{to}; your other service comes first.',
  'was.faster': 'Before: {from}–{to}; the queue moves faster.',
  'was.slower': 'Before: {from}–{to}; the queue moves more slowly.',
}

type Holes = Readonly<Record<string, string>>

/** One sentence in both languages; `holes` gives the values for its braces, in that language. */
export function waitText(key: WaitText, holes: (language: Spoken) => Holes = () => ({})): Text {
  return filled({ id: id[key], en: en[key] }, holes)
}

/** `10–20 menit`, `paling lama 15 menit`, `45 menit–1¼ jam`. Minutes as they are told. */
export function rangeText(low: number, high: number): Text {
  if (low === 0) {
    const up = aboutText(high)
    return waitText('upTo', (language) => ({ high: up[language] ?? '' }))
  }
  if (high < 60) return waitText('range', () => ({ low: `${low}`, high: `${high}` }))
  return low < 60 ? mixedText(low, high) : hoursText('hours', low, high)
}

/** `15 menit`, `1¼ jam`. */
export function aboutText(minutes: number): Text {
  if (minutes < 60) return waitText('minutes', () => ({ count: `${minutes}` }))
  return hoursText('anHour', minutes, minutes)
}

/** A range in as few letters as a board has room for: `0–15 menit`. */
export function shortRangeText(low: number, high: number): Text {
  if (low > 0) return rangeText(low, high)
  return high < 60 ? waitText('range', () => ({ low: '0', high: `${high}` })) : mixedText(0, high)
}

function mixedText(low: number, high: number): Text {
  return hoursText(inHours(high) === '1' ? 'toOneHour' : 'mixed', low, high)
}

function hoursText(key: 'anHour' | 'mixed' | 'toOneHour' | 'hours', low: number, high: number): Text {
  const from = low < 60 ? `${low}` : inHours(low)
  return waitText(key, () => ({ low: from, high: inHours(high), count: inHours(high) }))
}

const QUARTERS = ['', '¼', '½', '¾']

/** `1¼`: to a quarter of an hour, as ranges are told. */
function inHours(minutes: number): string {
  const quarters = Math.round(minutes / 15)
  return `${Math.floor(quarters / 4)}${QUARTERS[quarters % 4] ?? ''}`
}
