// Opening hours and the end of the day, as visitors read them on kiosk, boards and phones: in every language of the
// screens, with the `{names}` filled in.
import type { Text } from '../hall/equipment.ts'
import { lookUp } from '../hall/look-up.ts'

export const id = {
  opensToday: 'Buka hari ini pukul {time}',
  opensAgain: 'Buka lagi pukul {time}',
  opens: 'Buka {weekday}, {date}, {time}',

  openToday: 'Buka hari ini {hours}',
  closedToday: 'Hari ini tutup',
  holiday: 'Libur: {name}.',
  special: '{name}.',
  closesAt: 'Tutup pukul {time}.',
  breakFrom: 'Istirahat pukul {time}–{until}.',
  lastNumber: 'Nomor terakhir pukul {time}.',
  numbersOver: 'Nomor untuk hari ini sudah habis.',
  'quotaUsed.day': 'Kuota hari ini habis.',
  'quotaUsed.half-day': 'Kuota untuk saat ini habis.',
  'quotaUsed.week': 'Kuota minggu ini habis.',
  askReception: 'Silakan tanyakan kepada resepsionis.',
  givesAt: 'Nomor diberikan lagi pukul {time}.',
  gives: 'Nomor diberikan lagi {weekday}, {date}, {time}.',

  boardBreak: 'Istirahat sampai pukul {time}. Yang sudah punya nomor tetap dilayani.',
  boardAfter: 'Jam pelayanan sudah selesai. Yang sudah punya nomor tetap dilayani.',
  boardLeft: 'Jam pelayanan sudah selesai. Masih menunggu? Silakan tanyakan kepada petugas.',

  ownEarly: 'Belum jam pelayanan.',
  ownOpens: 'Buka pukul {time}.',
  ownClosing: 'Jam pelayanan berakhir pukul {time}.',
  ownBreak: 'Istirahat sampai pukul {time}.',
  ownAfter: 'Jam pelayanan hari ini sudah selesai.',
  ownServed: 'Anda sudah punya nomor dan tetap dilayani.',
  ownLeft: 'Loket untuk Anda sudah tutup; silakan tanyakan kepada petugas.',
  ownEnds: 'Nomor ini berlaku sampai pukul 24.00; sesudah itu ambillah nomor baru.',

  earlier: 'Nomor ini dari hari sebelumnya',
  earlierMeans:
    'Nomor dari hari sebelumnya tidak dapat ditunda, diteruskan, atau menunggu lagi. Selesaikan pelayanannya; untuk keperluan lain, ambil nomor baru.',
} as const

export type DayText = keyof typeof id

export const en: Readonly<Record<DayText, string>> = {
  opensToday: 'Opens today at {time}',
  opensAgain: 'Opens again at {time}',
  opens: 'Opens {weekday}, {date}, {time}',

  openToday: 'Open today {hours}',
  closedToday: 'Closed today',
  holiday: 'Public holiday: {name}.',
  special: '{name}.',
  closesAt: 'Closes at {time}.',
  breakFrom: 'Break {time}–{until}.',
  lastNumber: 'Last number at {time}.',
  numbersOver: 'No more numbers are given today.',
  'quotaUsed.day': 'No numbers left today.',
  'quotaUsed.half-day': 'No numbers left for now.',
  'quotaUsed.week': 'No numbers left this week.',
  askReception: 'Please ask at the reception.',
  givesAt: 'Numbers are given again at {time}.',
  gives: 'Numbers are given again on {weekday}, {date}, {time}.',

  boardBreak: 'Break until {time}. Everybody with a number will be served.',
  boardAfter: 'Service hours are over. Everybody with a number will still be served.',
  boardLeft: 'Service hours are over. Still waiting? Please ask the staff.',

  ownEarly: 'Service hours have not begun.',
  ownOpens: 'Opens at {time}.',
  ownClosing: 'Service hours end at {time}.',
  ownBreak: 'Break until {time}.',
  ownAfter: 'Today’s service hours are over.',
  ownServed: 'You have a number and will be served.',
  ownLeft: 'The counters for you are closed; please ask the staff.',
  ownEnds: 'This number is valid until midnight; after that please take a new one.',

  earlier: 'This number is from an earlier day',
  earlierMeans:
    'A number from an earlier day can’t be put on hold, be referred or wait again. Finish serving it; for anything else take a new number.',
}

type Holes = Readonly<Record<string, string>>
export type Spoken = 'id' | 'en'

/** One sentence in both languages; `holes` gives the values for its braces, in that language. */
export function dayText(key: DayText, holes: (language: Spoken) => Holes = () => ({})): Text {
  return filled({ id: id[key], en: en[key] }, holes)
}

/** A sentence in both languages with the values for its braces. */
export function filled(words: Readonly<Record<Spoken, string>>, holes: (language: Spoken) => Holes): Text {
  const fill = (text: string, given: Holes) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => lookUp(given, name) ?? whole)
  return { id: fill(words.id, holes('id')), en: fill(words.en, holes('en')) }
}

/** Sentences one after the other. */
export function dayTexts(...texts: readonly Text[]): Text {
  const all = (language: Spoken) => texts.map((text) => text[language]).join(' ')
  return { id: all('id'), en: all('en') }
}
