// Jurnal dalam kata-kata: satu kalimat untuk setiap peristiwa.
import { steer } from './id-steer.ts'
import type { JournalTexts, Names } from './texts.ts'
import type { Reason, Why } from '../../hall/event.ts'

export const id: JournalTexts = {
  locale: 'id',
  events: {
    'day-opened': ({ day, plan, carried }, { number, counter }) =>
      `Hari ${day} dibuka: ${plan.services.length} layanan, ${plan.counters.length} loket.` +
      carried.map((one) => ` ${number(one.visit)} masih dilayani di ${counter(one.counter)}.`).join(''),
    'day-closed': ({ day }) => `Hari ${day} ditutup; nomor yang masih menunggu tidak berlaku lagi.`,
    'plan-revised': () => 'Susunan layanan dan loket diperbarui.',
    'clock-confirmed': () => 'Jam komputer dipastikan benar.',
    'visit-taken': ({ number, steps, priority, comeToMe }, { service, requirement }) => {
      const services = steps.map((step) => service(step.service)).join(', ')
      const missing = steps.flatMap((step) => step.missing).map(requirement)
      return (
        `${number} diambil untuk ${services}${priority ? '; prioritas' : ''}` +
        `${comeToMe ? '; minta didatangi' : ''}${missing.length > 0 ? `; belum ada ${missing.join(', ')}` : ''}.`
      )
    },
    'visit-cancelled': ({ visit }, { number }) => `${number(visit)} dibatalkan.`,
    'visit-delayed': ({ visit }, { number }) =>
      `Pengunjung ${number(visit)} terlambat; nomor itu baru dapat dipanggil lagi nanti.`,
    'slip-asked': ({ visit }, { number }) => `Slip ${number(visit)} diminta dicetak lagi.`,
    'slip-printed': ({ visit }, { number }) => `Slip ${number(visit)} tercetak.`,
    'slip-failed': ({ visit, why }, { number }) => `Slip ${number(visit)} tidak tercetak (${why}).`,
    'number-noted': ({ visit }, { number }) => `Pengunjung sudah mencatat nomor ${number(visit)}.`,
    'counter-opened': ({ counter: at }, { counter }) => `${counter(at)} dibuka.`,
    'counter-paused': ({ counter: at, reason }, names) =>
      `${names.counter(at)} berhenti sementara${because(reason, names)}.`,
    'counter-closed': ({ counter: at }, { counter }) => `${counter(at)} ditutup.`,
    called: ({ counter: at, visit, step, why }, names) =>
      `${names.counter(at)} memanggil ${names.number(visit)}${forService(step, names)}; ${reasonOfCall(why, names)}.`,
    recalled: ({ counter: at, visit }, { counter, number }) =>
      `${counter(at)} memanggil ulang ${number(visit)}.`,
    started: ({ counter: at, visit, step }, names) =>
      `${names.counter(at)} mulai melayani ${names.number(visit)}${forService(step, names)}.`,
    finished: ({ counter: at, visit, step, outcome, missing }, names) =>
      outcome === 'served'
        ? `${names.counter(at)} selesai melayani ${names.number(visit)}${forService(step, names)}.`
        : `${names.counter(at)} belum dapat menyelesaikan ${names.number(visit)}${forService(step, names)}` +
          `${missing.length > 0 ? `; yang kurang: ${missing.map(names.requirement).join(', ')}` : ''}.`,
    missed: ({ counter: at, visit }, { counter, number }) =>
      `${number(visit)} tidak datang ke ${counter(at)}.`,
    'put-back': ({ counter: at, visit }, { counter, number }) =>
      `${counter(at)} mengembalikan ${number(visit)} ke antrean.`,
    held: ({ counter: at, visit, reason, until }, names) =>
      `${names.counter(at)} menunda ${names.number(visit)}${because(reason, names)}` +
      `${until === null ? '' : `, sampai ${names.time(until)}`}.`,
    released: ({ counter: at, visit }, { counter, number }) =>
      at === null
        ? `Waktu tunda ${number(visit)} habis; nomor itu menunggu lagi.`
        : `${counter(at)} mengembalikan ${number(visit)} ke antrean setelah ditunda atau terlewat.`,
    referred: ({ counter: at, visit, service, comeBack, note }, names) =>
      `${names.counter(at)} mengarahkan ${names.number(visit)} ke ${names.service(service)}` +
      `${comeBack ? ', lalu kembali' : ''}${note === null ? '' : '; dengan catatan'}.`,
    undone: ({ counter: at }, { counter }) => `${counter(at)} membatalkan tindakan terakhirnya.`,
    'announcement-started': ({ text }) => `Diumumkan: “${text}”`,
    'announcement-heard': ({ announcement }, { announced }) =>
      `Pengumuman ${announced(announcement)} terdengar.`,
    'announcement-unheard': ({ announcement, again }, { announced }) =>
      `Pengumuman ${announced(announcement)} tidak terdengar${again ? '; akan diulang' : ''}.`,
    ...steer,
  },
  actors: {
    staff: (who) => `petugas ${who}`,
    device: (which) => `perangkat ${which}`,
    visitor: () => 'pengunjung',
    system: (part) => part,
  },
  parts: { clock: 'jam', slip: 'pencetak slip', voice: 'suara', start: 'peladen mulai' },
}

function because(reason: Reason | null, names: Names): string {
  return reason === null ? '' : `: ${names.reason(reason) ?? 'alasan ditulis petugas'}`
}

function forService(step: string, names: Names): string {
  const service = names.step(step)
  return service === '' ? '' : ` untuk ${service}`
}

function reasonOfCall({ rule, credit, over }: Why, { figure }: Names): string {
  const other = over === null ? '' : `, mendahului ${over.number} dengan ${figure(over.credit)}`
  const rules = {
    credit: 'kredit tertinggi',
    chosen: 'dipilih petugas, kredit',
    'come-back': 'kembali ke loket ini, kredit',
  }
  return `${rules[rule]} ${figure(credit)}${other}`
}
