// What the record says about emergency numbers on paper.
import type { Sentences } from './texts.ts'

const outcomes = {
  id: { served: 'dilayani', incomplete: 'ada yang kurang', 'not-served': 'tidak dilayani' },
  en: { served: 'served', incomplete: 'something was missing', 'not-served': 'not served' },
} as const

const whyTakenBack = {
  id: {
    mistyped: 'salah ketik',
    'other-number': 'nomornya lain',
    'other-day': 'harinya lain',
    other: 'alasan lain',
  },
  en: {
    mistyped: 'typed wrongly',
    'other-number': 'it was another number',
    'other-day': 'it was another day',
    other: 'another reason',
  },
} as const

export const id = {
  'paper-printed': ({ prefix, from, to }) =>
    from === to
      ? `Lembar ${from} nomor darurat (${prefix}) dicetak.`
      : `Lembar ${from} sampai ${to} nomor darurat (${prefix}) dicetak.`,
  'paper-entered': ({ of, number, entry }, { service, counter }) =>
    `Dimasukkan dari kertas: ${number} hari ${of}, ${service(entry.service)}` +
    `${entry.counter === null ? '' : `, ${counter(entry.counter)}`}; ${outcomes.id[entry.outcome]}.`,
  'paper-taken-back': ({ of, number, reason, entry }, { service }) =>
    `Catatan kertas untuk ${number} hari ${of} (${service(entry.service)}) tidak dihitung lagi: ${whyTakenBack.id[reason]}.`,
} satisfies Partial<Sentences>

export const en: Pick<Sentences, keyof typeof id> = {
  'paper-printed': ({ prefix, from, to }) =>
    from === to
      ? `Sheet ${from} of emergency numbers (${prefix}) is printed.`
      : `Sheets ${from} to ${to} of emergency numbers (${prefix}) are printed.`,
  'paper-entered': ({ of, number, entry }, { service, counter }) =>
    `Entered from paper: ${number} of ${of}, ${service(entry.service)}` +
    `${entry.counter === null ? '' : `, ${counter(entry.counter)}`}; ${outcomes.en[entry.outcome]}.`,
  'paper-taken-back': ({ of, number, reason, entry }, { service }) =>
    `What was entered from paper for ${number} of ${of} (${service(entry.service)}) does not count any more: ${whyTakenBack.en[reason]}.`,
}
