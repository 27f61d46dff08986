// What the record says about a visit: its number, its steps, its slip.
import { lookUp } from '../../../hall/look-up.ts'
import type { SlipFault } from '../../../hall/visit.ts'
import type { Sentences } from './texts.ts'

/** Why a slip did not come out; an unknown reason is shown as its code. */
const slipFaults = {
  id: {
    'paper-out': 'kertas habis',
    'cover-open': 'tutup pencetak terbuka',
    offline: 'pencetak tidak siap',
    unreachable: 'pencetak tidak terhubung',
    error: 'pencetak bermasalah',
    timeout: 'pencetak tidak menjawab',
    restart: 'server dimulai ulang saat mencetak',
    'no-such-printer': 'pencetak tidak ada',
  },
  en: {
    'paper-out': 'out of paper',
    'cover-open': 'the printer’s cover is open',
    offline: 'the printer is not ready',
    unreachable: 'the printer is not connected',
    error: 'the printer has a fault',
    timeout: 'the printer does not answer',
    restart: 'the server restarted while printing',
    'no-such-printer': 'there is no such printer',
  },
} satisfies Record<string, Record<SlipFault, string>>

export const id = {
  'visit-taken': ({ number, steps, priority, comeToMe }, { service, requirement }) => {
    const services = steps.map((step) => service(step.service)).join(', ')
    const missing = steps.flatMap((step) => step.missing).map(requirement)
    return (
      `${number} diambil untuk ${services}${priority ? '; prioritas' : ''}` +
      `${comeToMe ? '; minta dihampiri' : ''}${missing.length > 0 ? `; belum ada ${missing.join(', ')}` : ''}.`
    )
  },
  'visit-cancelled': ({ visit }, { number }) => `${number(visit)} dibatalkan.`,
  'visit-delayed': ({ visit }, { number }) =>
    `Pengunjung ${number(visit)} terlambat; nomor itu baru dapat dipanggil lagi nanti.`,
  'place-chosen': ({ visit, place }, names) =>
    place === null
      ? `Pengunjung ${names.number(visit)} menunggu di ruang tunggu.`
      : `Pengunjung ${names.number(visit)} menunggu di ${names.place(place)}.`,
  'priority-set': ({ visit, priority }, { number }) =>
    priority
      ? `${number(visit)} kini mendapat prioritas.`
      : `${number(visit)} tidak lagi mendapat prioritas.`,
  'step-added': ({ visit, service: id, before }, { number, service }) =>
    before
      ? `${number(visit)} juga menunggu ${service(id)}, sebelum layanan lain yang ditunggunya.`
      : `${number(visit)} juga menunggu ${service(id)}.`,
  'step-released': ({ visit, step }, names) => `${names.number(visit)} menunggu ${names.step(step)} lagi.`,
  'step-cancelled': ({ visit, step, because }, names) => {
    const why = {
      asked: '',
      closed: ' karena layanannya ditutup',
      moved: ' karena sudah menunggu layanan penggantinya',
    }
    return `${names.number(visit)} tidak lagi menunggu ${names.step(step)}${why[because]}.`
  },
  'step-reopened': ({ visit, step }, names) =>
    `${names.number(visit)} dibuka kembali dan menunggu ${names.step(step)} lagi.`,
  'step-moved': ({ visit, from, service: to }, { number, service }) =>
    `${number(visit)} kini menunggu ${service(to)}, bukan lagi ${service(from)}.`,
  'slip-asked': ({ visit }, { number }) => `Slip ${number(visit)} diminta dicetak lagi.`,
  'slip-printed': ({ visit }, { number }) => `Slip ${number(visit)} tercetak.`,
  'slip-failed': ({ visit, why }, { number }) =>
    `Slip ${number(visit)} tidak tercetak (${lookUp(slipFaults.id, why) ?? why}).`,
  'number-noted': ({ visit }, { number }) => `Pengunjung sudah mencatat nomor ${number(visit)}.`,
} satisfies Partial<Sentences>

export const en: Pick<Sentences, keyof typeof id> = {
  'visit-taken': ({ number, steps, priority, comeToMe }, { service, requirement }) => {
    const services = steps.map((step) => service(step.service)).join(', ')
    const missing = steps.flatMap((step) => step.missing).map(requirement)
    return (
      `${number} is taken for ${services}${priority ? '; priority' : ''}` +
      `${comeToMe ? '; asks staff to come' : ''}${missing.length > 0 ? `; lacks ${missing.join(', ')}` : ''}.`
    )
  },
  'visit-cancelled': ({ visit }, { number }) => `${number(visit)} is cancelled.`,
  'visit-delayed': ({ visit }, { number }) =>
    `The visitor of ${number(visit)} is late; the number can be called again later.`,
  'place-chosen': ({ visit, place }, names) =>
    place === null
      ? `The visitor of ${names.number(visit)} waits in the waiting area.`
      : `The visitor of ${names.number(visit)} waits elsewhere: ${names.place(place)}.`,
  'priority-set': ({ visit, priority }, { number }) =>
    priority ? `${number(visit)} has priority now.` : `${number(visit)} no longer has priority.`,
  'step-added': ({ visit, service: id, before }, { number, service }) =>
    before
      ? `${number(visit)} waits for ${service(id)} too, before all else that it waits for.`
      : `${number(visit)} waits for ${service(id)} too.`,
  'step-released': ({ visit, step }, names) => `${names.number(visit)} waits for ${names.step(step)} again.`,
  'step-cancelled': ({ visit, step, because }, names) => {
    const why = { asked: '', closed: ', as the service has closed', moved: ', as it waits for the other one' }
    return `${names.number(visit)} no longer waits for ${names.step(step)}${why[because]}.`
  },
  'step-reopened': ({ visit, step }, names) =>
    `${names.number(visit)} is reopened and waits for ${names.step(step)} again.`,
  'step-moved': ({ visit, from, service: to }, { number, service }) =>
    `${number(visit)} waits for ${service(to)} instead of ${service(from)}.`,
  'slip-asked': ({ visit }, { number }) => `The slip of ${number(visit)} is asked for again.`,
  'slip-printed': ({ visit }, { number }) => `The slip of ${number(visit)} is printed.`,
  'slip-failed': ({ visit, why }, { number }) =>
    `The slip of ${number(visit)} is not printed (${lookUp(slipFaults.en, why) ?? why}).`,
  'number-noted': ({ visit }, { number }) => `The visitor has noted ${number(visit)}.`,
}
