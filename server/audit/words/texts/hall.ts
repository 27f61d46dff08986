// What the record says about the hall: its day, settings, services, sound, and the journal itself.
import type { Names, Sentences } from './texts.ts'

export const id = {
  'day-opened': ({ day, plan, carried }, { number, counter }) =>
    `Hari ${day} dibuka: ${plan.services.length} layanan, ${plan.counters.length} loket.` +
    carried.map((one) => ` ${number(one.visit)} masih dilayani di ${counter(one.counter)}.`).join(''),
  'day-closed': ({ day }) => `Hari ${day} ditutup; nomor yang masih menunggu tidak berlaku lagi.`,
  'day-reopened': ({ day }) =>
    `Hari ${day} dibuka kembali dan berlanjut seperti semula: penutupannya keliru.`,
  'plan-revised': () => 'Pengaturan mal diubah.',
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
  'clock-confirmed': () => 'Jam komputer dipastikan benar.',
  'numbers-raised': ({ numbers }, { figure }) =>
    `Ada peristiwa yang hilang dari jurnal; nomor dilanjutkan setelah ${raised(numbers, figure)}.`,
  'back-up-chosen': ({ from, to, missing }, names) =>
    'Pengelola memastikan bahwa mal berjalan terus dengan jurnal ini' +
    (missing === null ? '' : `, tanpa ${names.figure(missing)} peristiwa`) +
    (from === null ? '' : ` sejak ${names.moment(from)}`) +
    `${to === null ? '' : ` sampai ${names.moment(to)}`}.`,
  'announcement-started': ({ text }) => `Diumumkan: “${text}”`,
  'announcement-passed': ({ announcement }, { announced }) =>
    `Layar lain mengulang pengumuman ${announced(announcement)} dari awal.`,
  'announcement-skipped': ({ announcement }, { announced }) =>
    `Pengumuman ${announced(announcement)} tidak diucapkan: panggilannya sudah selesai.`,
  'announcement-heard': ({ announcement }, { announced }) =>
    `Pengumuman ${announced(announcement)} terdengar.`,
  'announcement-unheard': ({ announcement, again }, { announced }) =>
    `Pengumuman ${announced(announcement)} tidak terdengar${again ? '; akan diulang' : ''}.`,
  'sound-checked': ({ zone: at }, { zone }) => `Suara di ${zone(at)} diuji.`,
} satisfies Partial<Sentences>

export const en: Pick<Sentences, keyof typeof id> = {
  'day-opened': ({ day, plan, carried }, { number, counter }) =>
    `The day ${day} opens: ${plan.services.length} services, ${plan.counters.length} counters.` +
    carried.map((one) => ` ${number(one.visit)} is still being served at ${counter(one.counter)}.`).join(''),
  'day-closed': ({ day }) => `The day ${day} closes; numbers that still wait expire.`,
  'day-reopened': ({ day }) =>
    `The day ${day} is opened again and goes on as it was: closing it was a mistake.`,
  'plan-revised': () => 'The hall’s settings are changed.',
  'phase-changed': ({ service: id, status, until, reason, expected }, names) => {
    const service = names.service(id)
    const why = reason === null ? '' : `: ${names.reason(reason) ?? 'a reason in their own words'}`
    const says = {
      open: 'is open',
      trial: 'is on trial',
      soon: `comes soon${expected === null ? '' : `, on ${expected}`}`,
      paused: `is paused${until === null ? '' : ` until ${names.moment(until)}`}${why}`,
      elsewhere: 'is served elsewhere',
    }
    return `${service} ${says[status]}.`
  },
  'quota-set': ({ service: id, quota }, { service, figure }) =>
    quota === null
      ? `${service(id)} has no limit on numbers today.`
      : `${service(id)} gives ${figure(quota)} numbers today.`,
  'clock-confirmed': () => "The computer's time is confirmed.",
  'numbers-raised': ({ numbers }, { figure }) =>
    `Events are missing from the journal; numbers go on behind ${raised(numbers, figure)}.`,
  'back-up-chosen': ({ from, to, missing }, names) =>
    'A manager confirms that the hall goes on with this journal' +
    (missing === null ? '' : `, without ${names.figure(missing)} events`) +
    (from === null ? '' : ` since ${names.moment(from)}`) +
    `${to === null ? '' : ` until ${names.moment(to)}`}.`,
  'announcement-started': ({ text }) => `Announced: “${text}”`,
  'announcement-passed': ({ announcement }, { announced }) =>
    `Another display says the announcement of ${announced(announcement)} from its beginning.`,
  'announcement-skipped': ({ announcement }, { announced }) =>
    `The announcement of ${announced(announcement)} is not said: its call is over.`,
  'announcement-heard': ({ announcement }, { announced }) =>
    `The announcement of ${announced(announcement)} was heard.`,
  'announcement-unheard': ({ announcement, again }, { announced }) =>
    `The announcement of ${announced(announcement)} was not heard${again ? '; it will be said again' : ''}.`,
  'sound-checked': ({ zone: at }, { zone }) => `The sound of ${zone(at)} is tried.`,
}

function raised(numbers: Readonly<Record<string, number>>, figure: Names['figure']): string {
  return Object.entries(numbers)
    .map(([prefix, running]) => `${prefix} ${figure(running)}`)
    .join(', ')
}
