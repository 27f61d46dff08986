// What supervisors and the reception did, in words: a sentence for every event.
import type { SteerEventType } from '../../../hall/event.ts'
import type { JournalTexts } from './texts.ts'

export const steer: Pick<JournalTexts['events'], SteerEventType> = {
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} mengaktifkan alarm senyap.` : `${counter(at)} meminta bantuan.`,
  'help-answered': ({ counter: at }, { counter }) => `Permintaan bantuan ${counter(at)} dijawab.`,
  'message-sent': ({ counter: at }, { counter }) => `Pesan dikirim ke ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} membaca pesan.`,
  'phase-changed': ({ service: id, status, until, reason, expected }, names) => {
    const service = names.service(id)
    const why = reason === null ? '' : `: ${names.reason(reason) ?? 'alasan ditulis petugas'}`
    const says = {
      open: 'dibuka',
      trial: 'dibuka sebagai uji coba',
      soon: `segera hadir${expected === null ? '' : `, ${expected}`}`,
      paused: `berhenti sementara${until === null ? '' : ` sampai ${names.moment(until)}`}${why}`,
      elsewhere: 'dilayani di tempat lain',
    }
    return `${service} ${says[status]}.`
  },
  'quota-set': ({ service: id, quota }, { service, figure }) =>
    quota === null
      ? `Nomor ${service(id)} hari ini tidak dibatasi.`
      : `Nomor ${service(id)} hari ini dibatasi ${figure(quota)}.`,
  'desk-set': ({ counter: at, services }, { counter, service }) =>
    `${counter(at)} hari ini melayani: ${services.map(service).join(', ')}.`,
  'step-added': ({ visit, service: id, before }, { number, service }) =>
    before
      ? `${number(visit)} juga menunggu ${service(id)}, sebelum layanan lain yang ditunggunya.`
      : `${number(visit)} juga menunggu ${service(id)}.`,
  'step-released': ({ visit, step }, names) => `${names.number(visit)} menunggu ${names.step(step)} lagi.`,
  'priority-set': ({ visit, priority }, { number }) =>
    priority
      ? `${number(visit)} kini mendapat prioritas.`
      : `${number(visit)} tidak lagi mendapat prioritas.`,
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
  'staff-assigned': ({ counter: at, from, staff, open }, { counter, person }) => {
    const instead = from === null ? '' : ` menggantikan ${person(from)}`
    return `${person(staff)} ditempatkan di ${counter(at)}${instead}${open ? '' : '; loket dijeda sampai ia masuk'}.`
  },
  'step-moved': ({ visit, from, service: to }, { number, service }) =>
    `${number(visit)} kini menunggu ${service(to)}, bukan lagi ${service(from)}.`,
}
