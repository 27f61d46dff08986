// Jurnal dalam kata-kata: satu kalimat untuk setiap peristiwa.
import type { Reason, Why } from '../../../hall/event-parts.ts'
import type { EventOf, SteerEventType } from '../../../hall/event.ts'
import { lookUp } from '../../../hall/look-up.ts'
import type { SlipFault } from '../../../hall/visit.ts'
import type { JournalTexts, Names } from './texts.ts'

/** Apa yang dilakukan penyelia dan resepsionis. */
const steer: Pick<JournalTexts['events'], SteerEventType> = {
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

export const id: JournalTexts = {
  locale: 'id',
  events: {
    'day-opened': ({ day, plan, carried }, { number, counter }) =>
      `Hari ${day} dibuka: ${plan.services.length} layanan, ${plan.counters.length} loket.` +
      carried.map((one) => ` ${number(one.visit)} masih dilayani di ${counter(one.counter)}.`).join(''),
    'day-closed': ({ day }) => `Hari ${day} ditutup; nomor yang masih menunggu tidak berlaku lagi.`,
    'day-reopened': ({ day }) =>
      `Hari ${day} dibuka kembali dan berlanjut seperti semula: penutupannya keliru.`,
    'plan-revised': () => 'Pengaturan mal diubah.',
    'clock-confirmed': () => 'Jam komputer dipastikan benar.',
    'numbers-raised': ({ numbers }, { figure }) =>
      `Ada peristiwa yang hilang dari jurnal; nomor dilanjutkan setelah ${raised(numbers, figure)}.`,
    'back-up-chosen': ({ from, to, missing }, names) =>
      'Pengelola memastikan bahwa mal berjalan terus dengan jurnal ini' +
      (missing === null ? '' : `, tanpa ${names.figure(missing)} peristiwa`) +
      (from === null ? '' : ` sejak ${names.moment(from)}`) +
      `${to === null ? '' : ` sampai ${names.moment(to)}`}.`,
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
    'slip-asked': ({ visit }, { number }) => `Slip ${number(visit)} diminta dicetak lagi.`,
    'slip-printed': ({ visit }, { number }) => `Slip ${number(visit)} tercetak.`,
    'slip-failed': ({ visit, why }, { number }) =>
      `Slip ${number(visit)} tidak tercetak (${lookUp(SLIP, why) ?? why}).`,
    'number-noted': ({ visit }, { number }) => `Pengunjung sudah mencatat nomor ${number(visit)}.`,
    'counter-opened': ({ counter: at }, { counter }) => `${counter(at)} dibuka.`,
    'counter-paused': ({ counter: at, reason }, names) =>
      `${names.counter(at)} dijeda${because(reason, names)}.`,
    'counter-closed': ({ counter: at }, { counter }) => `${counter(at)} ditutup.`,
    'handed-over': ({ counter: at, from, staff }, { counter, person }) =>
      `${counter(at)} diserahkan dari ${person(from)} kepada ${person(staff)}.`,
    called: ({ counter: at, visit, step, why, reason }, names) =>
      `${names.counter(at)} memanggil ${names.number(visit)}${forService(step, names)}; ` +
      `${reasonOfCall(why, names)}${because(reason ?? null, names)}.`,
    seated: ({ counter: at, visit, step }, names) =>
      `${names.counter(at)} melayani ${names.number(visit)}${forService(step, names)}, yang datang tanpa nomor.`,
    recalled: ({ counter: at, visit }, { counter, number }) =>
      `${counter(at)} memanggil ulang ${number(visit)}.`,
    started: ({ counter: at, visit, step }, names) =>
      `${names.counter(at)} mulai melayani ${names.number(visit)}${forService(step, names)}.`,
    finished: ({ counter: at, visit, step, outcome, missing, ...more }, names) =>
      outcome === 'served'
        ? `${names.counter(at)} selesai melayani ${names.number(visit)}${forService(step, names)}${endedWith(more, names)}.`
        : `${names.counter(at)} belum dapat menyelesaikan ${names.number(visit)}${forService(step, names)}` +
          `${missing.length > 0 ? `; yang kurang: ${missing.map(names.requirement).join(', ')}` : ''}${endedWith(more, names)}.`,
    missed: ({ counter: at, visit }, { counter, number }) => `${number(visit)} terlewat di ${counter(at)}.`,
    unanswered: ({ counter: at, visit, again }, { counter, number, time }) =>
      `${number(visit)} terlewat di ${counter(at)}; dapat dipanggil sekali lagi mulai ${time(again)}.`,
    'put-back': ({ counter: at, visit }, { counter, number }) =>
      `${counter(at)} mengembalikan ${number(visit)} ke antrean.`,
    held: ({ counter: at, visit, reason, until }, names) =>
      `${names.counter(at)} menunda ${names.number(visit)}${because(reason, names)}` +
      `${until === null ? '' : `, sampai ${names.time(until)}`}.`,
    released: ({ counter: at, visit }, { counter, number }) =>
      at === null
        ? `Waktu tunda ${number(visit)} habis; nomor itu menunggu lagi.`
        : `${counter(at)} mengembalikan ${number(visit)} ke antrean setelah ditunda atau terlewat.`,
    referred: ({ counter: at, visit, service, comeBack, note, also = [] }, names) =>
      `${names.counter(at)} meneruskan ${names.number(visit)} ke ${[service, ...also].map(names.service).join(', ')}` +
      `${comeBack ? ', lalu kembali' : ''}${note === null ? '' : '; dengan catatan'}.`,
    undone: ({ counter: at }, { counter }) => `${counter(at)} mengurungkan tindakan terakhirnya.`,
    'announcement-started': ({ text }) => `Diumumkan: “${text}”`,
    'announcement-passed': ({ announcement }, { announced }) =>
      `Layar lain mengulang pengumuman ${announced(announcement)} dari awal.`,
    'announcement-skipped': ({ announcement }, { announced }) =>
      `Pengumuman ${announced(announcement)} tidak diucapkan: panggilannya sudah selesai.`,
    'sound-checked': ({ zone: at }, { zone }) => `Suara di ${zone(at)} diuji.`,
    'announcement-heard': ({ announcement }, { announced }) =>
      `Pengumuman ${announced(announcement)} terdengar.`,
    'announcement-unheard': ({ announcement, again }, { announced }) =>
      `Pengumuman ${announced(announcement)} tidak terdengar${again ? '; akan diulang' : ''}.`,
    'paper-printed': ({ prefix, from, to }) =>
      from === to
        ? `Lembar ${from} nomor darurat (${prefix}) dicetak.`
        : `Lembar ${from} sampai ${to} nomor darurat (${prefix}) dicetak.`,
    'paper-entered': ({ of, number, entry }, { service, counter }) =>
      `Dimasukkan dari kertas: ${number} hari ${of}, ${service(entry.service)}` +
      `${entry.counter === null ? '' : `, ${counter(entry.counter)}`}; ${OUTCOME[entry.outcome]}.`,
    'paper-taken-back': ({ of, number, reason, entry }, { service }) =>
      `Catatan kertas untuk ${number} hari ${of} (${service(entry.service)}) tidak dihitung lagi: ${TAKEN_BACK[reason]}.`,
    ...steer,
  },
  tookBack: (said, action) => `${said} Tindakan itu: “${action}”`,
  actors: {
    staff: (who) => `petugas ${who}`,
    device: (which) => `perangkat ${which}`,
    visitor: () => 'pengunjung',
    system: (part) => part,
  },
  parts: { clock: 'jam', slip: 'pencetak slip', voice: 'suara', start: 'server mulai', training: 'latihan' },
}

const OUTCOME = { served: 'dilayani', incomplete: 'ada yang kurang', 'not-served': 'tidak dilayani' } as const

const TAKEN_BACK = {
  mistyped: 'salah ketik',
  'other-number': 'nomornya lain',
  'other-day': 'harinya lain',
  other: 'alasan lain',
} as const

/** What was noted at the end, besides the outcome. */
function endedWith(
  { reason, words, told, comeBack }: Pick<EventOf<'finished'>, 'reason' | 'words' | 'told' | 'comeBack'>,
  names: Names,
): string {
  const said = [
    reason === undefined ? [] : [names.reason({ code: reason }) ?? reason],
    words === undefined ? [] : ['yang kurang ditulis petugas'],
    told === undefined ? [] : ['pengunjung diberi penjelasan'],
    comeBack === true ? ['pengunjung kembali hari ini'] : [],
  ].flat()
  return said.map((one) => `; ${one}`).join('')
}

function because(reason: Reason | null, names: Names): string {
  return reason === null ? '' : `: ${names.reason(reason) ?? 'alasan ditulis petugas'}`
}

function forService(step: string, names: Names): string {
  const service = names.step(step)
  return service === '' ? '' : ` untuk ${service}`
}

function reasonOfCall({ rule, credit, over, passed }: Why, { figure }: Names): string {
  const other = over === null ? '' : `, mendahului ${over.number} dengan ${figure(over.credit)}`
  const rules = {
    credit: 'nilai tunggu tertinggi',
    chosen: 'dipilih petugas, nilai tunggu',
    'come-back': 'kembali ke loket ini, nilai tunggu',
  }
  return `${rules[rule]} ${figure(credit)}${other}${whoPassed(passed)}`
}

const BECAUSE = {
  slip: 'slip belum diambil',
  elsewhere: 'di loket lain',
  reserved: 'untuk loket lain',
  walking: 'sedang berjalan',
  later: 'terlambat',
  blocked: 'menunggu langkah lain',
} as const

/** Who was ahead of the called number and could not come, and why. */
function whoPassed(passed: Why['passed'] = []): string {
  const list = passed.map(({ number, because: why }) => `${number} (${BECAUSE[why]})`)
  return list.length === 0 ? '' : `; dilewati ${list.join(', ')}`
}

/** Why a slip did not come out; an unknown reason is shown as its code. */
const SLIP = {
  'paper-out': 'kertas habis',
  'cover-open': 'tutup pencetak terbuka',
  offline: 'pencetak tidak siap',
  unreachable: 'pencetak tidak terhubung',
  error: 'pencetak bermasalah',
  timeout: 'pencetak tidak menjawab',
  restart: 'server dimulai ulang saat mencetak',
  'no-such-printer': 'pencetak tidak ada',
} satisfies Record<SlipFault, string>

function raised(numbers: Readonly<Record<string, number>>, figure: Names['figure']): string {
  return Object.entries(numbers)
    .map(([prefix, running]) => `${prefix} ${figure(running)}`)
    .join(', ')
}
